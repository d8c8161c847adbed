import type { RuleSet } from './rule-set';

/** S13. The clocks take their lengths from here, so that each stands once. */
export const compliance2026: RuleSet['compliance'] = {
  reviewEveryMonths: 6,
  reportBeforeReviewJointBusinessDays: 10,
  datesMovedPerObligation: 1,
};
