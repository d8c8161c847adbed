import { refusals as accessRefusals } from '@parley/access';
import { refusals } from '../domain/refusals';

/** Refusals that any act in a panel can meet. */
export const anyAct = [
  refusals.screeningEnded,
  refusals.screeningSuspended,
  refusals.longStopPassed,
  refusals.panelImpossible,
  refusals.twoCapacities,
  accessRefusals.notFound,
  accessRefusals.notYourRole,
  accessRefusals.twoCapacities,
] as const;

/** Those of an act in the panel's name, besides. */
export const coChairAct = [
  refusals.notCoChair,
  refusals.parityBroken,
  refusals.notSeated,
  refusals.challenged,
] as const;

/** Those of an act in the review, besides. */
export const reviewAct = [refusals.notReviewing, refusals.reviewOver] as const;
