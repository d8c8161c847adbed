import type { Instant, RefusalReason } from '@parley/kernel';
import type { Clocks, Happening, RunningDeadline } from '@parley/procedure';
import type { OpenedPanel } from '../panel/panel-state.rules';

export const lateClaimRefusals = {
  claimAwaitsReply: {
    code: 'claim-awaits-reply',
    rule: 'I-24',
    en:
      'The reply to this claim is awaited. The panel decides no claim before its reply or the lapse of its time, and ' +
      'has time for it from then on.',
    'zh-Hans': '正等待对该主张的答复。专家组在答复或其期限届满之前不就主张作出决定，其后有时间予以审议。',
  },
  claimEvidenceRuns: {
    code: 'late-claim-evidence-runs',
    rule: 'I-70',
    en:
      'The days for evidence on a claim that came during the review run, or those for comments on it. Close the ' +
      'deliberation once they are over.',
    'zh-Hans': '就审查期间提出的主张举证或对该证据发表评论的期间尚未结束。请在其结束后再终结评议。',
  },
  onlyForLateClaim: {
    code: 'exhibit-for-late-claim-only',
    rule: 'I-70',
    status: 422,
    en:
      'The exhibit came after the last day for evidence on this claim, in the days of a claim that came during the ' +
      'review. It counts for that claim only.',
    'zh-Hans': '该证物在本主张的举证截止日之后、就审查期间提出的另一主张举证的期间内提交，仅适用于该另一主张。',
  },
} as const satisfies Record<string, RefusalReason>;

/** An amendment whose claims are answered in a time of their own (I-24). */
export interface ToldAmendment {
  readonly id: string;
  /** Ids of the claims that it added or replaced. */
  readonly claims: readonly string[];
  readonly at: Instant;
  /** The first instant that is too late for the reply. */
  readonly replyDue: Instant;
  /** `null` while the reply is awaited. */
  readonly answer: { readonly event: 'AmendmentAnswered' | 'AmendmentReplyLapsed'; readonly at: Instant } | null;
}

export interface ToldAmendments {
  /** Oldest first. */
  readonly amendments: readonly ToldAmendment[];
}

export type FactOfAmendment =
  | ({ readonly told: 'amended' } & Omit<ToldAmendment, 'answer'>)
  | ({ readonly told: 'amendment-answered'; readonly amendmentId: string } & NonNullable<ToldAmendment['answer']>);

/** What is known of amendments after one more fact. Of a reply and the lapse of its time the first stands. */
export function learnOfAmendment({ amendments }: ToldAmendments, fact: FactOfAmendment): ToldAmendments {
  if (fact.told === 'amended') {
    const { told: _told, ...amendment } = fact;
    return { amendments: [...amendments, { ...amendment, answer: null }] };
  }
  const { amendmentId, event, at } = fact;
  const answered = (each: ToldAmendment) => each.id === amendmentId && each.answer === null;
  return { amendments: amendments.map((each) => (answered(each) ? { ...each, answer: { event, at } } : each)) };
}

/** True of a claim whose reply is awaited at an instant: the panel decides no claim before its reply or the lapse. */
export function awaitsReply({ amendments }: ToldAmendments, claimId: string, at: Instant): boolean {
  const last = amendments.findLast(({ claims }) => claims.includes(claimId));
  return last?.answer === null && at < last.replyDue;
}

/**
 * The least time that the panel has with each claim that came during its review, from the reply or the lapse of its
 * time on. While a reply is awaited the time is counted from when it lapses at the latest.
 */
export const timeWithLateClaims = (panel: OpenedPanel, clocks: Clocks): readonly RunningDeadline[] =>
  lateAmendments(panel).map((each) => clocks.start('late-claim', replyOrLapse(each), 'findings'));

/** Amendments that came during the review, and of whose claims one at least still stands. */
export const lateAmendments = (panel: OpenedPanel): readonly ToldAmendment[] =>
  panel.amendments.filter(({ at, claims }) => at >= reviewBegan(panel) && claims.some((id) => isAtIssue(panel, id)));

export const isAtIssue = ({ claims }: OpenedPanel, id: string): boolean => claims.some((claim) => claim.id === id);

const reviewBegan = ({ convening, consultationsEndedAt }: OpenedPanel): string =>
  [convening?.at ?? '', consultationsEndedAt ?? ''].toSorted().at(-1) ?? '';

/** What the times of late claims are counted from; while their reply is awaited, the lapse of its time. */
export const replyOrLapse = ({ answer, replyDue }: ToldAmendment): Happening =>
  answer?.event === 'AmendmentAnswered' ? answer : { event: 'AmendmentReplyLapsed', at: replyDue, kind: 'expiry' };
