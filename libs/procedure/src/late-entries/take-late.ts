import {
  accept,
  refuse,
  type Decision,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
  type RefusalReason,
  type Role,
  type Sha256,
} from '@parley/kernel';
import { standingBy, type CountsBecause, type StandingPaper } from './late-entry';
import { lateEntryRefusals } from './late-entry-refusals';
import type { LapsedClocks } from './lapsed-clocks';

/** An act that counts though it came by another channel. */
export interface EnteredAct {
  /** Unique; what the entry sets aside points to it. */
  readonly entryId: string;
  /** Name of the act, as in the table of acts that may be entered late. */
  readonly act: string;
  readonly cameAt: Instant;
  /** From when on it counts. */
  readonly enteredAt: Instant;
  /** Who entered it, and in which office. */
  readonly by: PersonId;
  readonly office: Role;
  /** Side whose act it is. */
  readonly party: PartyCode;
  readonly because: CountsBecause;
  readonly original: Sha256;
}

/** How paper for others stands once it counts. */
export const standingOf = ({ entryId, original, because }: EnteredAct): StandingPaper => ({
  entryId,
  original,
  standing: standingBy(because),
});

/** A default that is set aside, and what sets it aside (I-19). */
export interface SetAside {
  /** Id of the entry that proves the act. */
  readonly becauseOf: string;
  readonly act: string;
  /** Id of the deadline whose default is set aside, its clock, and when it had ended. */
  readonly deadline: string;
  readonly clock: string;
  readonly dueAt: Instant;
  /** From then on it is set aside for anybody who looks back, since nobody could know before. */
  readonly enteredAt: Instant;
}

interface Awaited {
  readonly id: string;
  readonly clock: string;
  readonly dueAt: Instant;
  readonly trigger: { readonly instant: Instant | null };
}

/** The clocks of a part of a case that an act may answer: those that run, and those that ended without the act. */
export interface AnsweredClocks<Clock extends Awaited> {
  /** The likeliest first. */
  readonly ids: readonly string[];
  readonly running: LapsedClocks<Clock>;
  readonly lapsed: LapsedClocks<Clock>;
}

/** How one part of a case takes a late entry. */
export interface TakesEntry<State, Clock, Event extends DomainEvent, Reason extends RefusalReason> {
  /** The part as it would stand had the default not happened; `undefined` where a later step bars that. */
  undo(lapsed: Clock): State | undefined;
  /** The act as of its receipt. */
  decide(state: State): Decision<Event, Reason>;
  /** The events that say that the default is set aside; none where the act leaves it as it is. */
  setAside(said: SetAside, decided: readonly Event[]): readonly Event[];
}

/**
 * I-19: an act that came by another channel. While its clock runs, the act is decided as of its receipt. Once
 * the default is on record, the act is decided on the state as it would be without the default, and an event that
 * points to the entry sets the default aside.
 */
export function takeLate<State, Clock extends Awaited, Event extends DomainEvent, Reason extends RefusalReason>(
  entry: EnteredAct,
  { ids, running, lapsed }: AnsweredClocks<Clock>,
  state: State,
  how: TakesEntry<State, Clock, Event, Reason>,
) {
  const { cameAt, enteredAt } = entry;
  const clocks = ids.flatMap((id) => [running[id], lapsed[id]]).filter((clock) => clock !== undefined);
  const clock = clocks.find((each) => windowFault(each, cameAt) === undefined) ?? clocks[0];
  if (!clock) return refuse(lateEntryRefusals.nothingAwaited);
  const fault = windowFault(clock, cameAt);
  if (fault) return refuse(fault, '/received/cameAt');
  const isLapsed = running[clock.id] !== clock;
  const before = isLapsed ? how.undo(clock) : state;
  if (!before) return refuse(lateEntryRefusals.overtaken);
  const decision = how.decide(before);
  if (decision.kind === 'refused') return decision;
  const { id: deadline, dueAt } = clock;
  const said = { becauseOf: entry.entryId, act: entry.act, deadline, clock: clock.clock, dueAt, enteredAt };
  return accept<Event>(...(isLapsed ? how.setAside(said, decision.events) : []), ...decision.events);
}

/** Why an act cannot be what a clock awaited. */
function windowFault({ dueAt, trigger }: Awaited, cameAt: Instant) {
  if (trigger.instant !== null && cameAt < trigger.instant) return lateEntryRefusals.cameBeforeItsTime;
  return cameAt >= dueAt ? lateEntryRefusals.cameTooLate : undefined;
}
