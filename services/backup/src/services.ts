import { auditService } from '@parley/audit';
import { evidenceService } from '@parley/evidence';
import { intakeService } from '@parley/intake';
import { panelReviewService } from '@parley/panel-review';
import type { ServiceDefinition } from '@parley/http';
import { referralService } from '@parley/referral';

/** Every service that has tables. */
export const services: readonly ServiceDefinition[] = [
  intakeService,
  evidenceService,
  panelReviewService,
  referralService,
  auditService,
];

/** The schemas of an installation. What else a database holds is none of its own, and is left alone. */
export const SCHEMAS: readonly string[] = [...services.map(({ context }) => context), 'platform', 'event_store'];
