import {
  accept,
  refuse,
  type Decision,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
  type RefusalReason,
  type Text,
} from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { Act, FiledCase } from '../case-commands.rules';
import type { MovesClocks } from '../case-events.rules';
import { commonRefusals } from '../common-refusals.rules';
import { isParty, otherParty } from '../consultations/consultations.rules';
import { notWhileSuspended, type DecidersOf } from '../while-suspended.rules';

/** The requests for summaries of a case after an event. */
export function evolveSummaries(summaries: readonly SummaryRequest[], event: SummaryEvent): readonly SummaryRequest[] {
  const { occurredAt: at } = event;
  const settled = (outcome: SummaryRequest['outcome']) =>
    summaries.map((each) => (each.id === event.data.summaryId ? { ...each, outcome } : each));
  switch (event.type) {
    case 'SummaryRequested': {
      const { summaryId: id, n, askedBy, of, reasons } = event.data;
      return [...summaries, { id, n, askedBy, askedAt: at, of, reasons, outcome: 'open' }];
    }
    case 'SummaryAnswered':
      return settled({ kind: event.data.answer, at, text: event.data.text });
    case 'SummaryUnanswered':
      return settled({ kind: 'unanswered', at });
  }
}

export const summaryRefusals = {
  notRegistered: {
    code: 'not-registered',
    rule: 'S3',
    en: 'A summary is asked for from the registration of the case until its screening ends.',
    'zh-Hans': '自案件登记至审查终结期间可请求提供非机密摘要。',
  },
  tooManyRequests: {
    code: 'too-many-summary-requests',
    rule: 'addressing',
    en: 'A side asks for 50 summaries at most in one case.',
    'zh-Hans': '一方在一案中最多请求 50 份摘要。',
  },
  unknownSummary: {
    code: 'unknown-summary-request',
    rule: 'addressing',
    status: 404,
    en: 'There is no such request in this case.',
    'zh-Hans': '本案中没有该项请求。',
  },
  ownRequest: {
    code: 'own-summary-request',
    rule: 'addressing',
    status: 403,
    en: 'A request is answered by the side that was asked.',
    'zh-Hans': '请求须由被请求方答复。',
  },
  summaryAnswered: {
    code: 'summary-answered',
    rule: 'addressing',
    en: 'This request has been answered.',
    'zh-Hans': '该项请求已获答复。',
  },
  summaryLate: {
    code: 'summary-out-of-time',
    rule: 'addressing',
    en: 'The time for an answer has passed; that there was none is on record.',
    'zh-Hans': '答复期限已过，未予答复一事已载入记录。',
  },
} as const satisfies Record<string, RefusalReason>;

/**
 * A party's request that the other summarise something without its confidential parts, and what became of the request,
 * with dates.
 */
export interface SummaryRequest {
  readonly id: string;
  /** Counted from 1 in its case. */
  readonly n: number;
  readonly askedBy: PartyCode;
  readonly askedAt: Instant;
  /**
   * What is to be summarised, in the words of the asking party, such as an exhibit's number or a passage of the reply.
   */
  readonly of: string;
  readonly reasons: readonly Text[];
  readonly outcome:
    | 'open'
    | { readonly kind: 'given' | 'declined'; readonly at: Instant; readonly text: readonly Text[] }
    | { readonly kind: 'unanswered'; readonly at: Instant };
}

/** The answers of the party that was asked: it gives the summary, or says why it gives none. */
export const SUMMARY_ANSWERS = ['given', 'declined'] as const;
export type SummaryAnswer = (typeof SUMMARY_ANSWERS)[number];

type RequestSummary = Act & {
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
  /** The number of the request in its case. */
  readonly n: number;
  readonly askedBy: PartyCode;
}
type SummaryRequested = DomainEvent<
  'SummaryRequested',
  MovesClocks & OfSummary & { readonly by: PersonId; readonly of: string; readonly reasons: readonly Text[] }
>;
type SummaryAnswered = DomainEvent<
  'SummaryAnswered',
  MovesClocks & OfSummary & { readonly by: PersonId; readonly answer: SummaryAnswer; readonly text: readonly Text[] }
>;
/** The time passed without an answer, which is a public fact. */
type SummaryUnanswered = DomainEvent<'SummaryUnanswered', MovesClocks & OfSummary>;
export type SummaryEvent = SummaryRequested | SummaryAnswered | SummaryUnanswered;

/** More requests would be a way to keep the other side busy. */
const MOST_REQUESTS_OF_A_SIDE = 50;

const about = (occurredAt: Instant) => ({ occurredAt, rule: 'addressing' }) as const;

/** A party asks the other for a non-confidential summary. Both parties and the panel read what it is to be of. */
export function requestSummary(
  { by, party, receivedAt, of, reasons }: RequestSummary,
  state: FiledCase,
  clocks: Clocks,
) {
  if (!isParty(state, party)) return refuse(commonRefusals.notAParty);
  if (state.status === 'ended') return refuse(commonRefusals.screeningEnded);
  if (state.status !== 'registered') return refuse(summaryRefusals.notRegistered);
  if (state.summaries.filter(({ askedBy }) => askedBy === party).length >= MOST_REQUESTS_OF_A_SIDE)
    return refuse(summaryRefusals.tooManyRequests);
  const asked = otherParty(state, party);
  const n = state.summaries.length + 1;
  // The id names the party that is asked, so that everybody can see from whom the answer is due.
  const summaryId = `summary:${asked}:${String(n)}`;
  const opens = [clocks.start('summary', { event: 'SummaryRequested', at: receivedAt }, summaryId, asked)];
  return accept<SummaryRequested>({
    ...about(receivedAt),
    tier: 'PANEL',
    type: 'SummaryRequested',
    data: { summaryId, n, askedBy: party, by, of, reasons, opens, closes: [] },
  });
}

/** The party that was asked gives the summary, or says why it gives none. */
export function answerSummary({ by, party, receivedAt, summaryId, answer, text }: AnswerSummary, state: FiledCase) {
  if (!isParty(state, party)) return refuse(commonRefusals.notAParty);
  const request = state.summaries.find(({ id }) => id === summaryId);
  if (!request) return refuse(summaryRefusals.unknownSummary);
  if (request.askedBy === party) return refuse(summaryRefusals.ownRequest);
  if (request.outcome !== 'open')
    return refuse(
      request.outcome.kind === 'unanswered' ? summaryRefusals.summaryLate : summaryRefusals.summaryAnswered,
    );
  if (state.status === 'ended') return refuse(commonRefusals.screeningEnded);
  const due = state.running[summaryId];
  if (due && receivedAt >= due.dueAt) return refuse(summaryRefusals.summaryLate);
  return accept<SummaryAnswered>({
    ...about(receivedAt),
    tier: 'PANEL',
    type: 'SummaryAnswered',
    data: {
      ...{ summaryId, n: request.n, askedBy: request.askedBy },
      ...{ by, answer, text },
      opens: [],
      closes: [summaryId],
    },
  });
}

/** Nobody answered in time. That becomes a fact of record, and no clock waits for it. */
export function summaryByDefault(summaryId: string, expiry: Instant, state: FiledCase): Decision<SummaryUnanswered> {
  const request = state.summaries.find(({ id }) => id === summaryId);
  if (request?.outcome !== 'open') return accept();
  return accept({
    ...about(expiry),
    tier: 'PUBLIC',
    type: 'SummaryUnanswered',
    data: { summaryId, n: request.n, askedBy: request.askedBy, opens: [], closes: [summaryId] },
  });
}

export const summaryActs = {
  RequestSummary: notWhileSuspended(requestSummary),
  AnswerSummary: notWhileSuspended(answerSummary),
} satisfies DecidersOf<SummaryCommand>;
