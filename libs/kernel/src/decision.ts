import type { Bilingual } from './text';

/** Why an act is refused: a stable code, the rule that says so, and its sentence in both languages. */
export interface RefusalReason extends Bilingual {
  /** Stable, kebab-case, for programs: `reply-out-of-time`. */
  readonly code: string;
  /** The rule quoted to people: an invariant (`I-19`), a stage (`S4`) or an article. */
  readonly rule: string;
  /**
   * 409 when left out; 422 for a malformed act, 403 for an act that is not the caller's to do, 404 for a thing that is
   * not there.
   */
  readonly status?: 403 | 404 | 409 | 422;
}

/** One thing that is at fault in an act. */
export interface Fault<Reason extends RefusalReason = RefusalReason> {
  readonly reason: Reason;
  /** Field of the request that is at fault, as a JSON pointer, such as `/claims/0/measure`. */
  readonly path?: string;
}

/** An act that is refused, for its first fault. */
export interface Refused<Reason extends RefusalReason = RefusalReason> extends Fault<Reason> {
  readonly kind: 'refused';
  /** What else is at fault in it, where the rule looks for all of it. */
  readonly also?: readonly Fault<Reason>[];
}

export interface Accepted<E> {
  readonly kind: 'accepted';
  /** What happened, in order; empty when the act was already done and nothing is left to record. */
  readonly events: readonly E[];
}

/**
 * The answer of a decider. Business refusals are values; only programmer errors throw.
 * @typeParam Reason the reasons that it may give
 */
export type Decision<E, Reason extends RefusalReason = RefusalReason> = Accepted<E> | Refused<Reason>;

export const accept = <E = never>(...events: readonly E[]): Accepted<E> => ({ kind: 'accepted', events });

export const refuse = <Reason extends RefusalReason>(reason: Reason, path?: string): Refused<Reason> => ({
  kind: 'refused',
  reason,
  ...(path === undefined ? {} : { path }),
});

/** Refuses an act for all its faults at once; `undefined` when it has none. */
export function refuseAll<Found extends Fault>(faults: readonly Found[]): Refused<Found['reason']> | undefined {
  const [first, ...also] = faults;
  return first && { kind: 'refused', ...first, ...(also.length === 0 ? {} : { also }) };
}
