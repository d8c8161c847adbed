import { intake, sayDeadline, sayTexts, tell } from '@parley/contracts';
import type { RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { AmendmentsEvent, GrievanceAmended } from './amendments.rules';
import type { MeasureCorrected } from './correct-measure.rules';
import type { RunningDeadline } from '../common-refusals.rules';
import { sayGrievance, sayPublicMatter } from '../filing/filing.tells';

/** Tells everybody how a measure read and how it reads now. */
const tellCorrection = (recorded: RecordedEvent, caseId: string, event: MeasureCorrected): PublicEvent => {
  const { measure: measureId, field, was, becomes, by, reason } = event.data;
  const said = { caseId, at: event.occurredAt, measureId, field, was, becomes, by };
  return tell(recorded, intake.MeasureCorrectedSchema, {
    ...said,
    ...{ reasonEn: reason.en, reasonZhHans: reason['zh-Hans'] },
  });
};

/** Tells the other contexts of an amendment: the fact to everybody, the content to the parties and the panel. */
export function tellAmendment(
  recorded: RecordedEvent,
  caseId: string,
  event: AmendmentsEvent | MeasureCorrected,
): readonly PublicEvent[] {
  if (event.type === 'MeasureCorrected') return [tellCorrection(recorded, caseId, event)];
  const { amendmentId, kind } = event.data;
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
          kind,
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
          { caseId, amendmentId, kind, receivedAt: at, ...consultations(event.data.opens) },
          { tier: 'PUBLIC' },
        ),
        tell(recorded, intake.AmendmentReplyServedSchema, {
          ...{ caseId, amendmentId, kind },
          receivedAt: at,
          counterStatements,
        }),
      ];
    }
    case 'AmendmentReplyLapsed':
      return [
        tell(recorded, intake.AmendmentReplyLapsedSchema, {
          caseId,
          amendmentId,
          kind,
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
  const { amendmentId, kind, added, replaced, dropped, opens, proposalId, objectedTo = '' } = data;
  const [reply] = opens;
  return {
    ...{ caseId, amendmentId, kind, amendedAt: occurredAt },
    addedClaimIds: [...added],
    replacedClaimIds: [...replaced],
    droppedClaimIds: [...dropped],
    claimIds: data.legalBasis.map(({ id }) => id),
    ...(reply ? { reply: sayDeadline(reply) } : {}),
    ...sayPublicMatter(data),
    byConsent: proposalId !== null,
    objectedTo,
  };
}
