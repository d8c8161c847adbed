import type { DomainEvent, Instant, PartyCode, PersonId, Text } from '@parley/kernel';
import type { Act } from '../case-commands';
import type { MovesClocks } from '../case-events';

/**
 * A party's request that the other say, without what is confidential, what something holds: and what became of it, with
 * its date.
 */
export interface SummaryRequest {
  readonly id: string;
  readonly askedBy: PartyCode;
  readonly askedAt: Instant;
  /** What is to be summarised, in the words of the party that asks: an exhibit's number, a passage of the reply. */
  readonly of: string;
  readonly reasons: readonly Text[];
  readonly outcome:
    | 'open'
    | { readonly kind: 'given' | 'declined'; readonly at: Instant; readonly text: readonly Text[] }
    | { readonly kind: 'unanswered'; readonly at: Instant };
}

/** How the party that was asked answers: with the summary, or with why it gives none. */
export const SUMMARY_ANSWERS = ['given', 'declined'] as const;
export type SummaryAnswer = (typeof SUMMARY_ANSWERS)[number];

export type RequestSummary = Act & {
  readonly type: 'RequestSummary';
  readonly of: string;
  readonly reasons: readonly Text[];
};
export type AnswerSummary = Act & {
  readonly type: 'AnswerSummary';
  readonly summaryId: string;
  readonly answer: SummaryAnswer;
  readonly text: readonly Text[];
};
export type SummaryCommand = RequestSummary | AnswerSummary;

interface OfSummary {
  readonly summaryId: string;
  readonly askedBy: PartyCode;
}
export type SummaryRequested = DomainEvent<
  'SummaryRequested',
  MovesClocks & OfSummary & { readonly by: PersonId; readonly of: string; readonly reasons: readonly Text[] }
>;
export type SummaryAnswered = DomainEvent<
  'SummaryAnswered',
  MovesClocks & OfSummary & { readonly by: PersonId; readonly answer: SummaryAnswer; readonly text: readonly Text[] }
>;
/** The time passed without a word: a fact that is public. */
export type SummaryUnanswered = DomainEvent<'SummaryUnanswered', MovesClocks & OfSummary>;
export type SummaryEvent = SummaryRequested | SummaryAnswered | SummaryUnanswered;
