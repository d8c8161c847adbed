import { intake } from '@parley/contracts';
import { partiesOf, reader, type Reader } from './heard';

/** What the audit hears of the intake. */
export const hearsIntake: readonly Reader[] = [
  reader(intake.GrievanceFiledSchema, ({ parties, receivedAt }) => ({
    kind: 'grievance-filed',
    at: receivedAt,
    learnings: [{ kind: 'filing', parties: partiesOf(parties) }],
  })),
  reader(intake.CaseRegisteredSchema, ({ parties, docketNumber, registeredAt }) => ({
    kind: 'case-registered',
    at: registeredAt,
    learnings: [{ kind: 'registration', parties: partiesOf(parties), docketNumber }],
  })),
  reader(intake.ReplyReceivedSchema, ({ receivedAt }) => ({ kind: 'reply-received', at: receivedAt })),
  reader(intake.ReplyLapsedSchema, ({ lapsedAt }) => ({ kind: 'reply-lapsed', at: lapsedAt })),
  reader(intake.CallRecordedSchema, ({ status, at }) => ({ kind: `call-${status}`, at })),
  reader(intake.CallArrangedSchema, ({ status, at }) => ({ kind: `call-${status}`, at })),
  reader(intake.SummaryRecordedSchema, ({ status, at }) => ({ kind: `summary-${status}`, at })),
  reader(intake.HotlineRecordedSchema, ({ status, at, caseId, hotlineId }) => ({
    kind: `hotline-${status}`,
    at,
    outsideCases: caseId === hotlineId,
  })),
  reader(intake.ConsultationsEscalatedSchema, ({ at }) => ({ kind: 'consultations-escalated', at })),
  reader(intake.ConsultationsClosedSchema, ({ closedAt }) => ({ kind: 'consultations-closed', at: closedAt })),
  reader(intake.ScreeningEndedSchema, ({ endedAt }) => ({ kind: 'screening-ended', at: endedAt })),
  reader(intake.OutageNotedSchema, ({ at }) => ({ kind: 'outage-noted', at })),
  reader(intake.CalendarNotedSchema, ({ at }) => ({ kind: 'calendar-noted', at })),
  reader(intake.FallbackEntryMadeSchema, ({ at }) => ({ kind: 'fallback-entry-made', at })),
  reader(intake.LapseSetAsideSchema, ({ at }) => ({ kind: 'lapse-set-aside', at })),
  reader(intake.ClaimsWithdrawalSetAsideSchema, ({ at }) => ({ kind: 'claims-withdrawal-set-aside', at })),
  reader(intake.ClaimsWithdrawnSchema, ({ withdrawnAt }) => ({ kind: 'claims-withdrawn', at: withdrawnAt })),
  reader(intake.GrievanceAmendedSchema, ({ amendedAt }) => ({ kind: 'grievance-amended', at: amendedAt })),
  reader(intake.AmendmentReplyReceivedSchema, ({ receivedAt }) => ({
    kind: 'amendment-reply-received',
    at: receivedAt,
  })),
  reader(intake.AmendmentReplyLapsedSchema, ({ lapsedAt }) => ({ kind: 'amendment-reply-lapsed', at: lapsedAt })),
  reader(intake.AmendmentConsultationsClosedSchema, ({ closedAt }) => ({
    kind: 'amendment-consultations-closed',
    at: closedAt,
  })),
  reader(intake.DeadlineExtendedSchema, ({ at }) => ({ kind: 'deadline-extended', at })),
  reader(intake.LongStopExtendedSchema, ({ at }) => ({ kind: 'long-stop-extended', at })),
  reader(intake.ScreeningSuspendedSchema, ({ at }) => ({ kind: 'screening-suspended', at })),
  reader(intake.ScreeningResumedSchema, ({ at }) => ({ kind: 'screening-resumed', at })),
  reader(intake.TrackChangedSchema, ({ at }) => ({ kind: 'track-changed', at })),
  reader(intake.RulesAdoptedSchema, ({ at }) => ({ kind: 'rules-adopted', at })),
  reader(intake.FirstCallMissedSchema, ({ at }) => ({ kind: 'first-call-missed', at })),
  reader(intake.ScreeningReopenedSchema, ({ at }) => ({ kind: 'screening-reopened', at })),
  reader(intake.CasesConsolidatedSchema, ({ at }) => ({ kind: 'cases-consolidated', at })),
  reader(intake.ConsolidationUndoneSchema, ({ at }) => ({ kind: 'consolidation-undone', at })),
];
