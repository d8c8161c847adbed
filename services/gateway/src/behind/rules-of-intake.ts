import { keptAnswer, type RuleSetsShown, type RulesShown } from '@parley/http';
import type { Services } from '../routes/routes-of-services';
import { askService } from './ask-service';

/** Milliseconds for which the intake is not asked again. */
const KEPT_MS = 2_000;

/** The versions of the rules as the intake has them. The intake is the service that brings them in. */
export const rulesOfIntake = (services: Pick<Services, 'intake'>): RulesShown =>
  keptAnswer(KEPT_MS, () => askService<RuleSetsShown>(services.intake, { path: '/v1/procedure/versions' }));
