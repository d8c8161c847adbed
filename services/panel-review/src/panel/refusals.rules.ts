import type { RefusalReason } from '@parley/kernel';
import { compositionRefusals } from '../composition/composition-refusals.rules';
import { nonceRefusals } from '../composition/nonces.rules';
import { delayRefusals } from '../delays/delays.rules';
import { expertRefusals } from '../experts/experts.rules';
import { extensionRefusals } from '../extensions/extensions.rules';
import { findingsRefusals } from '../findings/findings.rules';
import { informationRefusals } from '../information/information-request.rules';
import { markRefusals } from '../marks/marks.rules';
import { meetingRefusals, reviewRefusals } from '../review/review.rules';
import { rosterRefusals } from '../roster/availability.rules';
import { trackRefusals } from '../tracks/tracks.rules';
import { commonRefusals } from './common-refusals.rules';

/** Every reason for which panel review refuses an act, with the rule that says so. */
export const refusals = {
  ...rosterRefusals,
  ...compositionRefusals,
  ...nonceRefusals,
  ...reviewRefusals,
  ...findingsRefusals,
  ...trackRefusals,
  ...informationRefusals,
  ...expertRefusals,
  ...delayRefusals,
  ...markRefusals,
  ...extensionRefusals,
  ...meetingRefusals,
  ...commonRefusals,
} as const satisfies Record<string, RefusalReason>;
