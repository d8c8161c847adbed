import type { ActKind } from './act-kind';
import { complianceActs } from './compliance.acts';
import { consentActs } from './consent.acts';
import { consultationsActs } from './consultations.acts';
import { deliberationActs } from './deliberation.acts';
import { delegationActs } from './delegation.acts';
import { evidenceActs } from './evidence.acts';
import { hotlineActs } from './hotline.acts';
import { inquiryActs } from './inquiry.acts';
import { intakeActs } from './intake.acts';
import { lateActs } from './late.acts';
import { letterActs } from './letters.acts';
import { loanActs } from './loans.acts';
import { marksActs } from './marks.acts';
import { outageActs } from './outage.acts';
import { panelActs } from './panel.acts';
import { readersActs } from './readers.acts';
import { referralActs } from './referral.acts';
import { repudiationActs } from './repudiation.acts';
import { rosterActs } from './roster.acts';
import { serviceActs } from './service.acts';
import { settlementActs } from './settlement.acts';
import { summaryActs } from './summary.acts';
import { translationActs } from './translation.acts';
import { transmissionActs } from './transmission.acts';

export const ACTS: readonly ActKind[] = [
  ...intakeActs,
  ...outageActs,
  ...lateActs,
  ...repudiationActs,
  ...consentActs,
  ...consultationsActs,
  ...summaryActs,
  ...serviceActs,
  ...panelActs,
  ...inquiryActs,
  ...deliberationActs,
  ...marksActs,
  ...hotlineActs,
  ...letterActs,
  ...delegationActs,
  ...rosterActs,
  ...evidenceActs,
  ...translationActs,
  ...readersActs,
  ...loanActs,
  ...referralActs,
  ...transmissionActs,
  ...settlementActs,
  ...complianceActs,
];
