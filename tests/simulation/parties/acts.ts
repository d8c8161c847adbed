import type { ActKind } from './act-kind';
import { consultationsActs } from './consultations.acts';
import { deliberationActs } from './deliberation.acts';
import { evidenceActs } from './evidence.acts';
import { intakeActs } from './intake.acts';
import { panelActs } from './panel.acts';
import { referralActs } from './referral.acts';
import { rosterActs } from './roster.acts';
import { serviceActs } from './service.acts';
import { translationActs } from './translation.acts';

/** Every act that the simulation knows. */
export const ACTS: readonly ActKind[] = [
  ...intakeActs,
  ...consultationsActs,
  ...serviceActs,
  ...panelActs,
  ...deliberationActs,
  ...rosterActs,
  ...evidenceActs,
  ...translationActs,
  ...referralActs,
];
