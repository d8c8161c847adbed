import type { IsoDate, PartyCode } from '@parley/kernel';
import { plusMonths, type Clocks, type RunningDeadline } from '@parley/procedure';
import { reportDeadline, reviewDeadline } from './agreement-state';

/** Day of a review: every so many months from the first, whatever became of those between. */
export const reviewDate = (firstReview: IsoDate, review: number, { ruleSet }: Clocks): IsoDate =>
  plusMonths(firstReview, ruleSet.compliance.reviewEveryMonths * (review - 1));

/** The clocks of one review: its own, and a report before it from each party that still owes something. */
export function cycleClocks(
  review: number,
  date: IsoDate,
  event: string,
  owing: readonly PartyCode[],
  clocks: Clocks,
): readonly RunningDeadline[] {
  const reports = owing.map((party) => clocks.startOn('status-report', { event, date }, reportDeadline(party, review)));
  return [...reports, clocks.startOn('compliance-review', { event, date }, reviewDeadline(review))];
}
