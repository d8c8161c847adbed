import { auditService } from '@parley/audit';
import { evidenceService } from '@parley/evidence';
import { intakeService } from '@parley/intake';
import { panelReviewService } from '@parley/panel-review';
import type { ServiceDefinition } from '@parley/http';
import { referralService } from '@parley/referral';
import type { Context } from './routes-of-services';

export const SERVICES: readonly (readonly [Context, ServiceDefinition])[] = [
  ['intake', intakeService],
  ['evidence', evidenceService],
  ['panelreview', panelReviewService],
  ['referral', referralService],
  ['audit', auditService],
];
