import { accept, refuse, type Decision, type ReasonsOf } from '@parley/kernel';
import {
  answerLateEntry,
  claimLateEntry,
  countCovered,
  takeLate,
  type AnswerLateEntry,
  type ClaimLateEntry,
  type Clocks,
  type ClocksOf,
  type EnteredAct,
  type RunningDeadline,
  type TakesLateActs,
} from '@parley/procedure';
import { defaultSetAside } from '../late-entries/late-entries.rules';
import { noteOutage, type NoteOutage } from '../time/time.rules';
import type { GiveStatusReport, LateComplianceAct, VerifyObligation } from './agreement-commands.rules';
import type { AgreementEvent } from './agreement-events.rules';
import { evolve } from './agreement-state.rules';
import { reportDeadline, verificationDeadline, type AgreementInForce } from './agreement.rules';
import { complianceRefusals } from './compliance.rules';
import { answerAwaitedAgain, awaitedAgain, runAgain } from './silences.rules';
import { giveStatusReport } from './status-report.rules';
import { verifyObligation } from './verification.rules';

/**
 * I-19: that a report came in time is proved only later. It shows red no more; a review that has closed since then
 * stands.
 */
function takeReport(entry: EnteredAct, act: GiveStatusReport, state: AgreementInForce, clocks: Clocks) {
  if (state.fulfilledAt !== undefined) return refuse(complianceRefusals.allFulfilled);
  const answered = { ids: [reportDeadline(entry.party, act.review)], running: state.running, lapsed: missingIn(state) };
  return takeLate<AgreementInForce, RunningDeadline, AgreementEvent, ReasonsOf<typeof giveStatusReport>>(
    entry,
    answered,
    state,
    {
      undo: ({ id }) => ({ ...awaitedAgain(state, id), review: { ...state.review, n: act.review } }),
      decide: (before) => giveStatusReport(act, before, clocks, entry.enteredAt),
      setAside: (said) => [defaultSetAside(said, entry.cameAt)],
    },
  );
}

const missingIn = ({ reports }: AgreementInForce): Readonly<Record<string, RunningDeadline>> =>
  Object.fromEntries(
    reports.flatMap(({ deadline, state }) =>
      state === 'missing' || state === 'given-late' ? [[deadline.id, deadline] as const] : [],
    ),
  );

/**
 * I-19: that the other side answered in time is proved only later. What its silence had verified awaits the answer, and
 * is fulfilled only if that says so; the co-heads have their time to check from when it counts.
 */
const takeAnswer = (entry: EnteredAct, act: VerifyObligation, state: AgreementInForce, clocks: Clocks) =>
  takeLate<AgreementInForce, RunningDeadline, AgreementEvent, ReasonsOf<typeof verifyObligation>>(
    entry,
    { ids: [verificationDeadline(act.obligation)], running: state.running, lapsed: state.silences },
    state,
    {
      undo: ({ id }) => answerAwaitedAgain(state, id),
      decide: (before) => verifyObligation(act, before, clocks, entry.enteredAt),
      setAside: (said) => [defaultSetAside(said, entry.cameAt, runAgain(state, said.deadline))],
    },
  );

const take = (entry: EnteredAct, act: LateComplianceAct, state: AgreementInForce, clocks: Clocks) =>
  act.type === 'GiveStatusReport' ? takeReport(entry, act, state, clocks) : takeAnswer(entry, act, state, clocks);

type WhyNotTaken = Extract<ReturnType<typeof take>, { kind: 'refused' }>['reason'];

const partOf = (
  state: AgreementInForce,
  clocks: Clocks,
): TakesLateActs<LateComplianceAct, AgreementEvent, WhyNotTaken> => ({
  entries: state.lateEntries,
  parties: state.parties,
  running: state.running,
  clocks,
  nameOf: ({ type }) => (type === 'GiveStatusReport' ? 'status-report' : 'verification'),
  count: (entry, act) => take(entry, act, state, clocks),
});

/** I-67: a side enters a status report, or its answer to one, that came by another channel. */
export const claimEntry = (command: ClaimLateEntry<LateComplianceAct>, state: AgreementInForce, clocks: Clocks) =>
  claimLateEntry(command, partOf(state, clocks));

/** I-67: the registry of the other side confirms what a side has entered, or does not. */
export const answerEntry = (command: AnswerLateEntry, state: AgreementInForce, clocks: Clocks) =>
  answerLateEntry(command, partOf(state, clocks));

/** Moves what ended in an outage (I-61), and lets count what waits and came in it. */
export function noteAgreementOutage(
  command: NoteOutage,
  state: AgreementInForce,
  clocksOf: ClocksOf,
): Decision<AgreementEvent> {
  const noted = noteOutage(command, state, state.ruleSetVersion, clocksOf);
  if (noted.kind === 'refused') return noted;
  const clocks = clocksOf(state.ruleSetVersion);
  const counted = countCovered<AgreementInForce, LateComplianceAct, AgreementEvent, WhyNotTaken>(
    command,
    command.at,
    state,
    { partOf: (then) => partOf(then, clocks), evolve: (then, event) => evolve(then, event) as AgreementInForce },
  );
  return accept<AgreementEvent>(...noted.events, ...counted);
}
