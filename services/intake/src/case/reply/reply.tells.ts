import { intake, sayDeadline, sayTexts, tell } from '@parley/contracts';
import { type RecordedEvent } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { RunningDeadline } from '../common-refusals.rules';
import type { Reply } from './reply.rules';

/** A reply as it is told, with the time of consultations if the reply starts it. */
export interface ToldReply {
  readonly caseId: string;
  readonly receivedAt: Instant;
  readonly reply: Reply;
  readonly consultations?: RunningDeadline | undefined;
}

/** The fact of a reply is public; its content is for the parties and the panel. */
export function tellReply(
  recorded: RecordedEvent,
  { caseId, receivedAt, reply, consultations }: ToldReply,
): readonly PublicEvent[] {
  const { position, objections, reservation, counterStatements } = reply;
  const raised = objections.map(({ kind, claims = [] }, index) => ({
    id: `objection:${String(index + 1)}`,
    kind,
    claimIds: [...claims],
  }));
  const fact = {
    caseId,
    receivedAt,
    position,
    objections: raised,
    ...(consultations ? { consultations: sayDeadline(consultations) } : {}),
  };
  const content = {
    caseId,
    receivedAt,
    position,
    objections: objections.map(({ kind, reasons }) => ({ kind, reasons: sayTexts(reasons) })),
    reservation: sayTexts(reservation),
    counterStatements: counterStatements.map(({ claim, statement }) => ({
      claimId: claim,
      statement: sayTexts(statement),
    })),
  };
  return [
    tell(recorded, intake.ReplyReceivedSchema, fact, { tier: 'PUBLIC' }),
    tell(recorded, intake.ReplyServedSchema, content),
  ];
}
