import { referral } from '@parley/contracts';
import { reader, type Reader } from './heard';

/** What the audit hears of the referral. */
export const hearsReferral: readonly Reader[] = [
  reader(referral.ExitNoticeGivenSchema, ({ givenAt }) => ({ kind: 'exit-notice-given', at: givenAt })),
  reader(referral.FallbackEntryMadeSchema, ({ at }) => ({ kind: 'fallback-entry-made', at })),
  reader(referral.DossierRequestedSchema, ({ requestedAt }) => ({ kind: 'dossier-requested', at: requestedAt })),
  reader(referral.ConciliationNotedSchema, ({ status, at }) => ({ kind: `conciliation-${status}`, at })),
  reader(referral.SettlementWindowOpenedSchema, ({ at }) => ({ kind: 'settlement-window-opened', at })),
  reader(referral.SettlementWindowLapsedSchema, ({ at }) => ({ kind: 'settlement-window-lapsed', at })),
  reader(referral.SettlementSignedSchema, ({ signedAt }) => ({ kind: 'settlement-signed', at: signedAt })),
  reader(referral.AgreementEnteredSchema, ({ at }) => ({ kind: 'agreement-entered', at })),
  reader(referral.ObligationNotedSchema, ({ status, at }) => ({ kind: `obligation-${status}`, at })),
  reader(referral.StatusReportNotedSchema, ({ status, at }) => ({ kind: `status-report-${status}`, at })),
  reader(referral.ComplianceReviewedSchema, ({ at }) => ({ kind: 'compliance-reviewed', at })),
  reader(referral.AgreementFulfilledSchema, ({ at }) => ({ kind: 'agreement-fulfilled', at })),
  reader(referral.DossierTransmittedSchema, ({ at }) => ({ kind: 'dossier-transmitted', at })),
  reader(referral.ForumEventNotedSchema, ({ at }) => ({ kind: 'forum-event-noted', at })),
  reader(referral.DossierIssuedSchema, ({ issuedAt }) => ({ kind: 'dossier-issued', at: issuedAt })),
];
