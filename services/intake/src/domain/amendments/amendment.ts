import type { Instant } from '@parley/kernel';
import type { CounterStatement } from '../reply/reply';

/** What the complainant may do alone. */
export const AMENDMENT_KINDS = ['supplement', 'replacement'] as const;
/** A joinder brings claims of the respondent into the case, which both agree on. */
export type AmendmentKind = (typeof AMENDMENT_KINDS)[number] | 'joinder';

/** What an amendment does to the claims of a case, by their ids. */
export interface ClaimChanges {
  readonly added: readonly string[];
  /** Same id, other content: its own, or that of its measure. */
  readonly replaced: readonly string[];
  readonly dropped: readonly string[];
}

export type AmendmentStage =
  /** Nothing of it has times of its own: it adds and replaces no claim, or the reply as a whole was reset. */
  'none' | 'awaiting-reply' | 'consultations' | 'closed';

/** A change of the grievance after registration; what it adds and replaces runs on clocks of its own (I-24). */
export interface Amendment extends ClaimChanges {
  /** Unique in its case: `S1`, `S2` … for supplements, `R1`, `R2` … for replacements, `J1`, `J2` … for joinders. */
  readonly id: string;
  readonly kind: AmendmentKind;
  readonly at: Instant;
  /** Claims that are still to be answered in its times: those that it added and replaced, as far as they stand. */
  readonly claims: readonly string[];
  readonly stage: AmendmentStage;
  readonly answer:
    { readonly at: Instant; readonly counterStatements: readonly CounterStatement[] } | 'unanswered' | null;
}

/** The first letter of an amendment's id. */
export const LETTERS = { supplement: 'S', replacement: 'R', joinder: 'J' } as const satisfies Record<
  AmendmentKind,
  string
>;

/** Ids of the times of an amendment. */
export const replyOf = (amendmentId: string): string => `reply:${amendmentId}`;
export const consultationsOf = (amendmentId: string): string => `consultations:${amendmentId}`;

/** The time in which the complainant answers claims of the respondent. */
export const isAnswerToJoinder = (deadlineId: string): boolean => deadlineId.startsWith(replyOf(LETTERS.joinder));
