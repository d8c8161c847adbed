import type { RefusalReason } from '@parley/kernel';
import { draftRefusals } from '../dossier/draft-refusals.rules';
import { repudiationRefusals } from '@parley/procedure';
import { transmissionRefusals } from '../transmission/transmission.rules';
import { commonRefusals } from './common-refusals.rules';

/** Every reason for which the referral refuses an act, with the rule that says so. */
export const refusals = {
  ...draftRefusals,
  ...commonRefusals,
  ...transmissionRefusals,
  ...repudiationRefusals,
} as const satisfies Record<string, RefusalReason>;
