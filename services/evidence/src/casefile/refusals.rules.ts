import type { RefusalReason } from '@parley/kernel';
import { actorRefusals, fallbackRefusals } from '@parley/procedure';
import { exhibitsRefusals } from '../exhibits/correction-fault.rules';
import { loanRefusals } from '../loans/loan-refusals.rules';
import { publicVersionRefusals } from '../public-version/redaction.rules';
import { readersRefusals } from '../readers/readers.rules';
import { translationRefusals } from '../translations/file-translation.rules';
import { commonRefusals } from './common-refusals.rules';

const { cameInFuture, cameBeforeItsTime, cameTooLate, nothingAwaited } = fallbackRefusals;
/** Why an entry is refused. No later step in the evidence overtakes one: what else bars it is what bars its act. */
export const entryBars = { cameInFuture, cameBeforeItsTime, cameTooLate, nothingAwaited, ...actorRefusals };

/** Every reason for which this service refuses an act on the evidence of a case, with the rule that says so. */
export const refusals = {
  ...translationRefusals,
  ...publicVersionRefusals,
  ...readersRefusals,
  ...loanRefusals,
  ...entryBars,
  ...commonRefusals,
  ...exhibitsRefusals,
} as const satisfies Record<string, RefusalReason>;
