import type { RefusalReason } from '@parley/kernel';
import { amendmentsRefusals } from './amendments/claim-of-other-fault.rules';
import { correctionRefusals } from './amendments/correct-measure.rules';
import { timeForClaimsRefusals } from './amendments/time-for-claims.rules';
import { claimsRefusals } from './claims/claims.rules';
import { changeRefusals, commonRefusals } from './common-refusals.rules';
import { completenessRefusals } from './completeness/check-completeness.rules';
import { consentRefusals } from './consent/consent.rules';
import { consolidationRefusals } from './consolidation/consolidation.rules';
import { consultationsRefusals } from './consultations/minutes.rules';
import { jointProposalRefusals } from './consultations/joint-proposal.rules';
import { extensionsRefusals } from './extensions/extensions.rules';
import { filingRefusals } from './filing/filing.rules';
import { whoseMeasureRefusals } from './filing/whose-measure.rules';
import { outcomeRefusals } from './outcome/review.rules';
import { refilingRefusals } from './refiling/refiling.rules';
import { reopeningRefusals } from './reopening/reopening.rules';
import { replyRefusals } from './reply/reply.rules';
import { repudiationRefusals } from '@parley/procedure';
import { rulesRefusals } from './rules-adopted/rules-adopted.rules';
import { suspensionRefusals } from './suspension/suspension.rules';
import { tracksRefusals } from './tracks/tracks.rules';
import { urgencyRefusals } from './urgency/urgency.rules';

/** Every reason for which the intake refuses an act, with the rule that says so. */
export const refusals = {
  ...commonRefusals,
  ...filingRefusals,
  ...whoseMeasureRefusals,
  ...completenessRefusals,
  ...replyRefusals,
  ...repudiationRefusals,
  ...consultationsRefusals,
  ...jointProposalRefusals,
  ...outcomeRefusals,
  ...claimsRefusals,
  ...refilingRefusals,
  ...amendmentsRefusals,
  ...timeForClaimsRefusals,
  ...correctionRefusals,
  ...consentRefusals,
  ...extensionsRefusals,
  ...urgencyRefusals,
  ...consolidationRefusals,
  ...suspensionRefusals,
  ...tracksRefusals,
  ...rulesRefusals,
  ...reopeningRefusals,
  ...changeRefusals,
} as const satisfies Record<string, RefusalReason>;

/** The refusals of a grievance as it is certified, by whatever way it comes. */
export const grievanceRefusals = [
  refusals.certificationDigest,
  refusals.unknownMeasure,
  refusals.measureTwice,
  refusals.claimTwice,
  refusals.sameClaimTwice,
  refusals.goodsEdition,
  refusals.goodsCode,
  refusals.agreementNotListed,
  refusals.provisionForm,
  refusals.measureOfLater,
  refusals.measureOfAnotherMember,
  refusals.measureOfOwnSide,
] as const;
