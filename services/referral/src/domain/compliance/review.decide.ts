import { accept, type Decision } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { ReviewClosed } from './agreement-events';
import { owedBy, reviewDeadline, type AgreementInForce } from './agreement-state';
import { cycleClocks, reviewDate } from './review-cycle';

/**
 * S13 by time: the day of the review is over. Whose verification is missing is on record, and the next review is set.
 */
export function reviewByDefault(deadlineId: string, state: AgreementInForce, clocks: Clocks): Decision<ReviewClosed> {
  const { review, parties, obligations, firstReview } = state;
  if (state.fulfilledAt !== undefined || reviewDeadline(review.n) !== deadlineId) return accept();
  const next = { review: review.n + 1, date: reviewDate(firstReview, review.n + 1, clocks) };
  const owing = parties.filter((party) => owedBy(state, party).length > 0);
  const unverified = obligations
    .filter((obligation) => obligation.state !== 'fulfilled')
    .map(({ terms, verdicts }) => ({
      obligation: terms.id,
      by: parties.filter((party) => !verdicts.some((given) => given.party === party)),
    }));
  return accept({
    type: 'ReviewClosed',
    occurredAt: review.deadline.dueAt,
    rule: 'S13',
    tier: 'PUBLIC',
    data: {
      review: review.n,
      unverified,
      next,
      opens: cycleClocks(next.review, next.date, 'ReviewClosed', owing, clocks),
      closes: [deadlineId],
    },
  });
}
