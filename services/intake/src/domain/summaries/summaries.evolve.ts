import type { SummaryEvent, SummaryRequest } from './summary';

/** What an event means for the requests for summaries in a case. */
export function evolveSummaries(summaries: readonly SummaryRequest[], event: SummaryEvent): readonly SummaryRequest[] {
  const { occurredAt: at } = event;
  const settled = (outcome: SummaryRequest['outcome']) =>
    summaries.map((each) => (each.id === event.data.summaryId ? { ...each, outcome } : each));
  switch (event.type) {
    case 'SummaryRequested': {
      const { summaryId: id, askedBy, of, reasons } = event.data;
      return [...summaries, { id, askedBy, askedAt: at, of, reasons, outcome: 'open' }];
    }
    case 'SummaryAnswered':
      return settled({ kind: event.data.answer, at, text: event.data.text });
    case 'SummaryUnanswered':
      return settled({ kind: 'unanswered', at });
  }
}
