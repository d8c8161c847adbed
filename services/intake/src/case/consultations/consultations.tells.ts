import type {
  CallAccepted,
  CallAnswered,
  CallMoved,
  CallOffered,
  CallUnanswered,
  ConsultationsClosed,
} from './consultations.rules';

/** What became of a call: it was offered, answered or not. What was said is never told. */
export const call = (
  caseId: string,
  { data, occurredAt }: CallOffered | CallAnswered | CallUnanswered,
  status: string,
) => ({
  caseId,
  callId: data.callId,
  n: data.n,
  offeredBy: data.offeredBy,
  proposedFor: data.proposedFor,
  status,
  at: occurredAt,
  level: data.level ?? 'officials',
  awaited: 'awaited' in data ? (data.awaited ?? '') : '',
});

/** The fields that tell who accepted or moved a call. */
export const arranged = (caseId: string, { type, data, occurredAt }: CallAccepted | CallMoved) => ({
  caseId,
  callId: data.callId,
  n: data.n,
  status: type === 'CallAccepted' ? 'accepted' : 'moved',
  by: data.party,
  proposedFor: data.proposedFor,
  previously: 'from' in data ? data.from : '',
  at: occurredAt,
});

/** How S5 ended, with the count of the ledger. */
export const closed = (caseId: string, { data: { ledger, escalatedTo }, occurredAt }: ConsultationsClosed) => ({
  caseId,
  closedAt: occurredAt,
  callsOffered: ledger.offered,
  callsAnswered: ledger.answered,
  callsUnanswered: ledger.unanswered,
  concludedByBoth: escalatedTo === null,
});
