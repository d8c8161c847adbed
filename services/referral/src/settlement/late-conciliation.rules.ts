import { accept, type Decision, type Instant, type ReasonsOf } from '@parley/kernel';
import {
  answerLateEntry,
  claimLateEntry,
  countCovered,
  takeLate,
  type AnswerLateEntry,
  type ClaimLateEntry,
  type ClocksOf,
  type EnteredAct,
  type RunningDeadline,
  type TakesLateActs,
} from '@parley/procedure';
import { defaultSetAside } from '../late-entries/late-entries.rules';
import { clocksIn } from '../referral/known-case.rules';
import { noteOutage, type NoteOutage } from '../time/time.rules';
import { acceptConciliation, answerDeadline } from './conciliation.rules';
import { settlementPhase, type SettlementEvent } from './settlement-refusals.rules';
import { openConciliation, type AcceptConciliation, type FiledSettlement } from './settlement-region.rules';
import { awaitedAgain, evolve } from './settlement-state.rules';

/**
 * I-19: that a proposal was accepted in time is proved only later. A settlement that is under way otherwise by then, or
 * over, stands.
 */
function takeAcceptance(entry: EnteredAct, act: AcceptConciliation, state: FiledSettlement) {
  const phase = settlementPhase(state, entry.enteredAt);
  if (phase.kind === 'refused') return phase;
  return takeLate<FiledSettlement, RunningDeadline, SettlementEvent, ReasonsOf<typeof acceptConciliation>>(
    entry,
    { ids: [answerDeadline(act.n)], running: state.running, lapsed: unansweredIn(state) },
    state,
    {
      undo: ({ id }) => (state.region !== 'idle' || openConciliation(state) ? undefined : awaitedAgain(state, id)),
      decide: (before) => acceptConciliation(act, before),
      setAside: (said) => [defaultSetAside(said, entry.cameAt)],
    },
  );
}

const unansweredIn = ({ conciliations }: FiledSettlement): Readonly<Record<string, RunningDeadline>> =>
  Object.fromEntries(
    conciliations.flatMap(({ n, answer, end }) =>
      end?.how === 'unanswered' ? [[answerDeadline(n), answer] as const] : [],
    ),
  );

type WhyNotTaken = Extract<ReturnType<typeof takeAcceptance>, { kind: 'refused' }>['reason'];

const partOf = (
  state: FiledSettlement,
  at: Instant,
  clocksOf: ClocksOf,
): TakesLateActs<AcceptConciliation, SettlementEvent, WhyNotTaken> => ({
  entries: state.lateEntries,
  parties: [state.parties.complainant, state.parties.respondent],
  running: state.running,
  clocks: state.told.registration ? clocksIn(state.told.registration, clocksOf) : clocksOf.at(at),
  nameOf: () => 'conciliation-answer',
  count: (entry, act) => takeAcceptance(entry, act, state),
});

/** I-67: a side enters an acceptance that came by another channel. */
export const claimEntry = (command: ClaimLateEntry<AcceptConciliation>, state: FiledSettlement, clocksOf: ClocksOf) =>
  claimLateEntry(command, partOf(state, command.receivedAt, clocksOf));

/** I-67: the registry of the other side confirms what a side has entered, or does not. */
export const answerEntry = (command: AnswerLateEntry, state: FiledSettlement, clocksOf: ClocksOf) =>
  answerLateEntry(command, partOf(state, command.receivedAt, clocksOf));

/** Moves what ended in an outage (I-61), and lets count what waits and came in it. */
export function noteSettlementOutage(
  command: NoteOutage,
  state: FiledSettlement,
  clocksOf: ClocksOf,
): Decision<SettlementEvent> {
  const noted = noteOutage(command, state, state.told.registration?.ruleSetVersion, clocksOf);
  if (noted.kind === 'refused') return noted;
  const counted = countCovered<FiledSettlement, AcceptConciliation, SettlementEvent, WhyNotTaken>(
    command,
    command.at,
    state,
    {
      partOf: (then) => partOf(then, command.at, clocksOf),
      evolve: (then, event) => ({ ...then, ...evolve(then, event) }),
    },
  );
  return accept<SettlementEvent>(...noted.events, ...counted);
}
