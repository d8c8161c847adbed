import type {
  CallAccepted,
  CallAnswered,
  CallMoved,
  CallOffered,
  CallUnanswered,
  ConsultationsClosed,
} from './consultations.rules';

/** What became of a call: that it was offered, answered or not, and never what was said. */
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

/** That a call was accepted or moved, and by whom. */
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
