import type { RefusalReason } from '@parley/kernel';
import { exhibitsRefusals } from '../exhibits/correction-fault.rules';
import { evidenceTimeRefusals } from '../exhibits/evidence-time.rules';
import { loanRefusals } from '../loans/loan-refusals.rules';
import { publicVersionRefusals } from '../public-version/redaction.rules';
import { readersRefusals } from '../readers/readers.rules';
import { translationRefusals } from '../translations/file-translation.rules';
import { commonRefusals } from './common-refusals.rules';

/** Every reason for which this service refuses an act on the evidence of a case, with the rule that says so. */
export const refusals = {
  ...translationRefusals,
  ...publicVersionRefusals,
  ...readersRefusals,
  ...loanRefusals,
  ...commonRefusals,
  ...exhibitsRefusals,
  ...evidenceTimeRefusals,
} as const satisfies Record<string, RefusalReason>;
