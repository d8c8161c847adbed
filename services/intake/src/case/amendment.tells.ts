import type { MessageInitShape } from '@bufbuild/protobuf';
import { intake, sayDeadline, sayTexts, tell } from '@parley/contracts';
import type { RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { AmendmentsEvent, GrievanceAmended } from './amendments/amendments.rules';
import type { RunningDeadline } from './common-refusals.rules';
import type {
  CallAccepted,
  CallAnswered,
  CallMoved,
  CallOffered,
  CallUnanswered,
  ConsultationsClosed,
} from './consultations/consultations.rules';
import type { Grievance } from './filing/file-grievance.rules';

/** What became of a call: that it was offered, answered or not, and never what was said. */
export const call = (
  caseId: string,
  { data, occurredAt }: CallOffered | CallAnswered | CallUnanswered,
  status: string,
) => ({
  caseId,
  callId: data.callId,
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

/** A grievance as the message that others read. */
export const sayGrievance = (grievance: Grievance): MessageInitShape<typeof intake.GrievanceSchema> => ({
  subject: sayTexts(grievance.subject),
  measures: grievance.measures.map(({ title, endedOn, goods = [], ...measure }) => ({
    ...measure,
    title: sayTexts(title),
    endedOn: endedOn ?? '',
    goods: [...goods],
  })),
  claims: grievance.claims.map(({ id, measure, agreement, provision, because, claimant }) => ({
    id,
    measureId: measure,
    agreement,
    provision: provision ?? '',
    because: sayTexts(because),
    claimant: claimant ?? '',
  })),
  facts: sayTexts(grievance.facts),
  remedy: sayTexts(grievance.remedy),
  publicSummary: sayTexts(grievance.publicSummary),
  authority: grievance.authority ?? '',
  documents: [...(grievance.documents ?? [])],
});

/** What the others are told of an amendment: the fact to everybody, the content to the parties and the panel. */
export function tellAmendment(recorded: RecordedEvent, caseId: string, event: AmendmentsEvent): readonly PublicEvent[] {
  const { amendmentId } = event.data;
  const at = event.occurredAt;
  switch (event.type) {
    case 'GrievanceAmended':
      return [tell(recorded, intake.GrievanceAmendedSchema, amended(caseId, event))];
    case 'AmendmentServed': {
      const { grievance, receipt } = event.data;
      const { number: receiptNumber, digest, jws: receiptJws } = receipt;
      return [
        tell(recorded, intake.AmendmentServedSchema, {
          caseId,
          amendmentId,
          grievance: sayGrievance(grievance),
          receiptNumber,
          receivedAt: at,
          digest,
          receiptJws,
        }),
      ];
    }
    case 'AmendmentAnswered': {
      const counterStatements = event.data.counterStatements.map(({ claim, statement }) => ({
        claimId: claim,
        statement: sayTexts(statement),
      }));
      return [
        tell(
          recorded,
          intake.AmendmentReplyReceivedSchema,
          { caseId, amendmentId, receivedAt: at, ...consultations(event.data.opens) },
          { tier: 'PUBLIC' },
        ),
        tell(recorded, intake.AmendmentReplyServedSchema, { caseId, amendmentId, receivedAt: at, counterStatements }),
      ];
    }
    case 'AmendmentReplyLapsed':
      return [
        tell(recorded, intake.AmendmentReplyLapsedSchema, {
          caseId,
          amendmentId,
          lapsedAt: at,
          ...consultations(event.data.opens),
        }),
      ];
    case 'AmendmentConsultationsClosed':
      return [tell(recorded, intake.AmendmentConsultationsClosedSchema, { caseId, amendmentId, closedAt: at })];
  }
}

const consultations = (opens: readonly RunningDeadline[]) => {
  const [deadline] = opens;
  return deadline ? { consultations: sayDeadline(deadline) } : {};
};

function amended(caseId: string, { data, occurredAt }: GrievanceAmended) {
  const { amendmentId, kind, added, replaced, dropped, claims, opens, subject, publicSummary, proposalId } = data;
  const [reply] = opens;
  return {
    ...{ caseId, amendmentId, kind, amendedAt: occurredAt },
    addedClaimIds: [...added],
    replacedClaimIds: [...replaced],
    droppedClaimIds: [...dropped],
    claimIds: [...claims],
    ...(reply ? { reply: sayDeadline(reply) } : {}),
    subject: sayTexts(subject),
    publicSummary: sayTexts(publicSummary),
    byConsent: proposalId !== null,
  };
}
