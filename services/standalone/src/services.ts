import { auditService } from '@parley/audit';
import { evidenceService } from '@parley/evidence';
import { intakeService } from '@parley/intake';
import { panelReviewService } from '@parley/panel-review';
import type { ServiceDefinition } from '@parley/http';
import { referralService } from '@parley/referral';

/** Every bounded context of the system. */
export const services: readonly ServiceDefinition[] = [
  intakeService,
  evidenceService,
  panelReviewService,
  referralService,
  auditService,
];
