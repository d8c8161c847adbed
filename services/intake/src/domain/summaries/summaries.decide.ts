import { accept, refuse, type Decision, type Instant } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { FiledCase } from '../case-state';
import { isParty, otherParty } from '../consultations/in-consultations';
import { refusals } from '../refusals';
import type { AnswerSummary, RequestSummary, SummaryAnswered, SummaryRequested, SummaryUnanswered } from './summary';
import { summaryRefusals } from './summary-refusals';

/** More would be a way to keep the other side busy. */
const MOST_REQUESTS_OF_A_SIDE = 50;

const about = (occurredAt: Instant) => ({ occurredAt, rule: 'addressing' }) as const;

/** A party asks the other for a non-confidential summary; both read what of, and the panel too. */
export function requestSummary(
  { by, party, receivedAt, of, reasons }: RequestSummary,
  state: FiledCase,
  clocks: Clocks,
): Decision<SummaryRequested> {
  if (!isParty(state, party)) return refuse(refusals.notAParty);
  if (state.status === 'ended') return refuse(refusals.screeningEnded);
  if (state.status !== 'registered') return refuse(summaryRefusals.notRegistered);
  if (state.summaries.filter(({ askedBy }) => askedBy === party).length >= MOST_REQUESTS_OF_A_SIDE)
    return refuse(summaryRefusals.tooManyRequests);
  // It names the party that is asked, so that everybody can see from whom the answer is due.
  const summaryId = `summary:${otherParty(state, party)}:${String(state.summaries.length + 1)}`;
  const opens = [clocks.start('summary', { event: 'SummaryRequested', at: receivedAt }, summaryId)];
  return accept({
    ...about(receivedAt),
    tier: 'PANEL',
    type: 'SummaryRequested',
    data: { summaryId, askedBy: party, by, of, reasons, opens, closes: [] },
  });
}

/** The party that was asked gives the summary, or says why it gives none. */
export function answerSummary(
  { by, party, receivedAt, summaryId, answer, text }: AnswerSummary,
  state: FiledCase,
): Decision<SummaryAnswered> {
  if (!isParty(state, party)) return refuse(refusals.notAParty);
  const request = state.summaries.find(({ id }) => id === summaryId);
  if (!request) return refuse(summaryRefusals.unknownSummary);
  if (request.askedBy === party) return refuse(summaryRefusals.ownRequest);
  if (request.outcome !== 'open')
    return refuse(
      request.outcome.kind === 'unanswered' ? summaryRefusals.summaryLate : summaryRefusals.summaryAnswered,
    );
  if (state.status === 'ended') return refuse(refusals.screeningEnded);
  const due = state.running[summaryId];
  if (due && receivedAt >= due.dueAt) return refuse(summaryRefusals.summaryLate);
  return accept({
    ...about(receivedAt),
    tier: 'PANEL',
    type: 'SummaryAnswered',
    data: { summaryId, askedBy: request.askedBy, by, answer, text, opens: [], closes: [summaryId] },
  });
}

/** Nobody answered in time: it becomes a fact, and no clock waits for it. */
export function summaryByDefault(summaryId: string, expiry: Instant, state: FiledCase): Decision<SummaryUnanswered> {
  const request = state.summaries.find(({ id }) => id === summaryId);
  if (request?.outcome !== 'open') return accept();
  return accept({
    ...about(expiry),
    tier: 'PUBLIC',
    type: 'SummaryUnanswered',
    data: { summaryId, askedBy: request.askedBy, opens: [], closes: [summaryId] },
  });
}
