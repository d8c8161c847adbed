import { refuse, type Decision, type DomainEvent, type Instant, type PartyCode, type PersonId } from '@parley/kernel';
import type { FallbackEntry } from './fallback-entry';
import { actorRefusals, entryRefusals } from './fallback-refusals';

/** An act of a person: who, for which side, and the instant of receipt that counts. */
interface Act {
  readonly by: PersonId;
  readonly party: PartyCode | null;
  readonly receivedAt: Instant;
}

/** The registry enters an act that came by another channel; its own time is that of the entry. */
export type LateEntry<Command extends Act> = Act & {
  readonly entryId: string;
  /** How it came, such as by a note handed over. */
  readonly channel: string;
  /** When it came. */
  readonly cameAt: Instant;
  /** The act, with the person who did it and the instant at which it came. */
  readonly act: Command;
};

/**
 * What the record says of an entry.
 * @param act name of the act in the table of acts that may be entered
 * @param part of the request that says whose act it is, as a JSON pointer
 * @returns refused where the act is that of no side, or of the officer who enters it (I-05)
 */
export function entryOf(
  { entryId, channel, cameAt, receivedAt: enteredAt, by, act: { by: actor, party } }: LateEntry<Act>,
  act: string,
  part = '',
) {
  if (party === null) return refuse(actorRefusals.notAPartyOfEntry, `${part}/party`);
  if (actor === by) return refuse(actorRefusals.entersOwnAct, `${part}/from`);
  const entry: FallbackEntry = { entryId, act, channel, cameAt, enteredAt, by, party };
  return entry;
}

/** Answers a request that may hold one act of several kinds, and holds none or more than one. */
export const notOneAct = () => refuse(entryRefusals.notOneAct);

/**
 * The latest instant of receipt of several acts. An act that came by another channel may be entered after one that was
 * received later.
 */
export const latestOf = (
  acts: readonly [...(readonly { readonly receivedAt: Instant }[]), { readonly receivedAt: Instant }],
): Instant => acts.map(({ receivedAt }) => receivedAt).reduce((one, other) => (other > one ? other : one));

/**
 * The decision on an act that stands in a part of a request. The path of a refusal then begins at the whole request.
 * @param part of the request, as a JSON pointer
 */
export const within = <Decided extends Decision<DomainEvent>>(part: string, decision: Decided): Decided =>
  decision.kind === 'refused' && decision.path !== undefined
    ? { ...decision, path: `${part}${decision.path}` }
    : decision;
