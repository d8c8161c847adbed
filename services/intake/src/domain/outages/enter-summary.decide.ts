import { refuse, type Decision } from '@parley/kernel';
import { enterLate, entryOf } from '@parley/procedure';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import { isParty } from '../consultations/in-consultations';
import { refusals } from '../refusals';
import type { RunningDeadline } from '../running-deadline';
import { answerSummary } from '../summaries/summaries.decide';
import { summaryRefusals } from '../summaries/summary-refusals';
import { defaultSetAside } from './default-set-aside';
import type { EnterFallbackSummary } from './outages-commands';

/** I-19: that a request for a summary was answered in time is proved only later. That it was not is set aside; nothing had waited for it. */
export function enterSummary(command: EnterFallbackSummary, state: FiledCase): Decision<CaseEvent> {
  const { act, cameAt } = command;
  if (!isParty(state, act.party)) return refuse(refusals.notAParty, '/party');
  const entry = entryOf(command, 'summary-answer');
  if ('kind' in entry) return entry;
  const request = state.summaries.find(({ id }) => id === act.summaryId);
  if (!request) return refuse(summaryRefusals.unknownSummary);
  if (request.outcome !== 'open' && request.outcome.kind !== 'unanswered') return refuse(summaryRefusals.summaryAnswered);
  const { running, lapsed } = state;
  return enterLate<FiledCase, RunningDeadline, CaseEvent>(entry, { ids: [act.summaryId], running, lapsed }, state, {
    undo: ({ id }) => ({ ...state, summaries: state.summaries.map((each) => (each.id === id ? { ...each, outcome: 'open' } : each)) }),
    decide: (before) => answerSummary(act, before),
    setAside: (said) => [defaultSetAside(said, cameAt, 'PUBLIC')],
  });
}
