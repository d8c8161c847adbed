import { refuse, type Decision } from '@parley/kernel';
import { enterLate, entryOf, within } from '@parley/procedure';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import { isParty } from '../consultations/in-consultations';
import { refusals } from '../refusals';
import type { RunningDeadline } from '../running-deadline';
import { answerSummary } from '../summaries/summaries.decide';
import { summaryRefusals } from '../summaries/summary-refusals';
import { defaultSetAside } from './default-set-aside';
import type { EnterFallbackSummary } from './outages-commands';

/** Of the request that holds it. */
const PART = '/summaryAnswer';

/**
 * I-19: that a request for a summary was answered in time is proved only later. That it was not is set aside; nothing
 * had waited for it.
 */
export function enterSummary(command: EnterFallbackSummary, state: FiledCase): Decision<CaseEvent> {
  const { act, cameAt } = command;
  if (!isParty(state, act.party)) return refuse(refusals.notAParty, `${PART}/party`);
  const entry = entryOf(command, 'summary-answer', PART);
  if ('kind' in entry) return entry;
  if (state.status === 'ended') return refuse(refusals.screeningEnded);
  const request = state.summaries.find(({ id }) => id === act.summaryId);
  if (!request) return refuse(summaryRefusals.unknownSummary);
  if (request.outcome !== 'open' && request.outcome.kind !== 'unanswered')
    return refuse(summaryRefusals.summaryAnswered);
  const { running, lapsed } = state;
  return enterLate<FiledCase, RunningDeadline, CaseEvent>(entry, { ids: [act.summaryId], running, lapsed }, state, {
    undo: ({ id }) => ({
      ...state,
      summaries: state.summaries.map((each) => (each.id === id ? { ...each, outcome: 'open' } : each)),
    }),
    decide: (before) => within(PART, answerSummary(act, before)),
    setAside: (said) => [defaultSetAside(said, cameAt, 'PUBLIC')],
  });
}
