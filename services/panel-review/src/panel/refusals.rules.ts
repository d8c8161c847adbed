import type { RefusalReason } from '@parley/kernel';
import { lateFactRefusals } from '../challenges/late-facts.rules';
import { compositionRefusals } from '../composition/composition-refusals.rules';
import { nonceRefusals } from '../composition/nonces.rules';
import { translationRefusals } from '../deliberation/translate-text.rules';
import { delayRefusals } from '../delays/delays.rules';
import { expertRefusals } from '../experts/experts.rules';
import { extensionRefusals } from '../extensions/extensions.rules';
import { lateClaimRefusals } from '../claims/late-claims.rules';
import { findingsRefusals } from '../findings/findings-refusals.rules';
import { informationRefusals } from '../information/information-request.rules';
import { markRefusals } from '../marks/marks.rules';
import { meetingRefusals } from '../review/meeting.rules';
import { reviewRefusals } from '../review/review.rules';
import { rosterRefusals } from '../roster/availability.rules';
import { termsRefusals } from '../terms/terms.rules';
import { trackRefusals } from '../tracks/tracks.rules';
import { commonRefusals } from './common-refusals.rules';

/** Every reason for which panel review refuses an act, with the rule that says so. */
export const refusals = {
  ...rosterRefusals,
  ...compositionRefusals,
  ...lateFactRefusals,
  ...nonceRefusals,
  ...reviewRefusals,
  ...findingsRefusals,
  ...lateClaimRefusals,
  ...translationRefusals,
  ...trackRefusals,
  ...informationRefusals,
  ...expertRefusals,
  ...delayRefusals,
  ...markRefusals,
  ...extensionRefusals,
  ...meetingRefusals,
  ...termsRefusals,
  ...commonRefusals,
} as const satisfies Record<string, RefusalReason>;
