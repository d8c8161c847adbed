import { streamIdOf, type EventStore } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import { EvidenceDesk } from '../../../services/evidence/src/application/evidence-desk';
import { refusals } from '../../../services/evidence/src/domain/refusals';
import { HEARS, toldBy } from '../../../services/evidence/src/integration/consumes';
import { publishes } from '../../../services/evidence/src/integration/publishes';
import type { SimulatedService } from './simulated-service';

export interface SimulatedEvidence extends SimulatedService {
  readonly desk: EvidenceDesk;
}

export function simulatedEvidence(store: EventStore, clocksOf: ClocksOf, ruleSetVersion: string): SimulatedEvidence {
  const desk = new EvidenceDesk(store, clocksOf, ruleSetVersion);
  return {
    context: 'evidence',
    desk,
    publishes,
    hears: HEARS,
    refusals,
    async hear(event, commandId) {
      await desk.learn(event.subject as CaseId, toldBy(event), event.id, commandId);
    },
    react: () => Promise.resolve(),
    recount: (stream, note, commandId) =>
      desk.noteCalendar(
        streamIdOf(stream) as CaseId,
        { ...note, longStop: null },
        { kind: 'event', id: note.version },
        commandId,
      ),
    fire: ({ timer: { subject, deadlineId }, commandId }) => desk.expire(subject as CaseId, deadlineId, commandId),
    waitsFor: () => [],
  };
}
