import { streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { CaseId, CommandId } from '@parley/kernel';
import { seatedMembers } from '../domain/composition/membership';
import type { PanelDesk } from './panel-desk';

const PROCESS = 'closing';

/**
 * Joins the two streams of a panel at the end: when the time for votes is over the deliberation is closed, and what a closed
 * deliberation came to is carried over into findings. Each step is harmless to repeat.
 */
export const closingProcess =
  (desk: PanelDesk) =>
  async (event: RecordedEvent, commandId: CommandId): Promise<void> => {
    const caseId = streamIdOf(event.stream) as CaseId;
    const proceeding = { process: PROCESS, cause: { kind: 'event', id: event.eventId }, commandId } as const;
    if (event.type === 'VotingTimeEnded') {
      const { state: panel } = await desk.read(caseId);
      if (panel.status === 'unopened') return;
      await desk.proceedDeliberation(caseId, { type: 'CloseDeliberation', at: event.occurredAt, seated: seatedMembers(panel) }, proceeding);
    }
    if (event.type === 'DeliberationClosed') {
      const { closed, votes, reasons, statements } = (await desk.readDeliberation(caseId)).state;
      if (closed) await desk.proceed(caseId, { type: 'RecordFindings', ...closed, votes, reasons, statements }, proceeding);
    }
  };
