import { intake, sayDeadline, sayTexts, tell } from '@parley/contracts';
import { type RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { SummaryEvent } from './summaries.rules';

const STATUS = { SummaryRequested: 'requested', SummaryUnanswered: 'unanswered' } as const;

/**
 * It is public that a summary was asked for, and whether it was given, declined or neither. The summary itself is for
 * the parties and the panel.
 */
export function tellSummary(recorded: RecordedEvent, caseId: string, event: SummaryEvent): readonly PublicEvent[] {
  const { summaryId, n, askedBy, opens } = event.data;
  const [deadline] = opens;
  const fact = {
    caseId,
    summaryId,
    askedBy,
    status: event.type === 'SummaryAnswered' ? event.data.answer : STATUS[event.type],
    at: event.occurredAt,
    ...(deadline ? { deadline: sayDeadline(deadline) } : {}),
  };
  const facts = [tell(recorded, intake.SummaryRecordedSchema, fact, { tier: 'PUBLIC' })];
  if (event.type !== 'SummaryAnswered') return facts;
  const { answer, text } = event.data;
  return [
    ...facts,
    tell(recorded, intake.SummaryServedSchema, {
      ...{ caseId, summaryId, n, askedBy },
      answer,
      text: sayTexts(text),
      at: event.occurredAt,
    }),
  ];
}
