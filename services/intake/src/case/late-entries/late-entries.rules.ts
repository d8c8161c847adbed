import type { Instant } from '@parley/kernel';
import {
  answerLateEntry,
  claimLateEntry,
  countCovered,
  type AnswerLateEntry,
  type ClaimLateEntry,
  type Clocks,
  type EnteredAct,
  type LateEntryEvent,
  type Outage,
  type TakesLateActs,
} from '@parley/procedure';
import type { AnswerAmendment } from '../amendments/amendments.rules';
import type { CureDeficiency, FiledCase, FileReply } from '../case-commands.rules';
import type { CaseEvent } from '../case-events.rules';
import type { AnswerCall } from '../consultations/consultations.rules';
import type { AnswerSummary } from '../summaries/summaries.rules';
import { notWhileSuspended, type DecidersOf } from '../while-suspended.rules';
import { takeAmendmentReply, takeCallAnswer, takeCure, takeReply, takeSummary } from './late-answers.rules';

/** What of the intake's part of a case may have come by another channel. */
export type LateCaseAct = CureDeficiency | FileReply | AnswerCall | AnswerSummary | AnswerAmendment;

export type LateEntryCommand = ClaimLateEntry<LateCaseAct> | AnswerLateEntry;

export type CaseLateEntryEvent = LateEntryEvent<LateCaseAct>;

const NAMES: Readonly<Record<LateCaseAct['type'], string>> = {
  CureDeficiency: 'cure',
  FileReply: 'reply',
  AnswerCall: 'call-answer',
  AnswerSummary: 'summary-answer',
  AnswerAmendment: 'amendment-reply',
};

function take(entry: EnteredAct, act: LateCaseAct, state: FiledCase, clocks: Clocks) {
  switch (act.type) {
    case 'CureDeficiency':
      return takeCure(entry, act, state, clocks);
    case 'FileReply':
      return takeReply(entry, act, state, clocks);
    case 'AnswerCall':
      return takeCallAnswer(entry, act, state);
    case 'AnswerSummary':
      return takeSummary(entry, act, state);
    case 'AnswerAmendment':
      return takeAmendmentReply(entry, act, state, clocks);
  }
}

type WhyNotTaken = Extract<ReturnType<typeof take>, { kind: 'refused' }>['reason'];

const partOf = (state: FiledCase, clocks: Clocks): TakesLateActs<LateCaseAct, CaseEvent, WhyNotTaken> => ({
  entries: state.lateEntries,
  parties: [state.parties.complainant, state.parties.respondent],
  running: state.running,
  clocks,
  nameOf: ({ type }) => NAMES[type],
  count: (entry, act) => take(entry, act, state, clocks),
});

/** I-67: a side enters what it did in time by another channel. */
export const claimEntry = (command: ClaimLateEntry<LateCaseAct>, state: FiledCase, clocks: Clocks) =>
  claimLateEntry(command, partOf(state, clocks));

/** I-67: the registry of the other side confirms what a side has entered, or does not. */
export const answerEntry = (command: AnswerLateEntry, state: FiledCase, clocks: Clocks) =>
  answerLateEntry(command, partOf(state, clocks));

/** What a declared outage makes count of the entries that wait for an answer. */
export const countedByOutage = (
  outage: Outage,
  at: Instant,
  state: FiledCase,
  clocks: Clocks,
  evolve: (state: FiledCase, event: CaseEvent) => FiledCase,
): readonly CaseEvent[] =>
  countCovered<FiledCase, LateCaseAct, CaseEvent, WhyNotTaken>(outage, at, state, {
    partOf: (then) => partOf(then, clocks),
    evolve,
  });

/** Acts that came by another channel. */
export const lateEntryActs = {
  ClaimLateEntry: notWhileSuspended(claimEntry),
  AnswerLateEntry: notWhileSuspended(answerEntry),
} satisfies DecidersOf<LateEntryCommand>;
