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
  reader(intake.ConsultationsClosedSchema, ({ closedAt }) => ({ kind: 'consultations-closed', at: closedAt })),
  reader(intake.ScreeningEndedSchema, ({ endedAt }) => ({ kind: 'screening-ended', at: endedAt })),
  reader(intake.LapseSetAsideSchema, ({ at }) => ({ kind: 'lapse-set-aside', at })),
];
