import { commandIdOf, domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import type { CaseEvent } from '../case-events.rules';
import type { ConsolidationEvent } from './consolidation.rules';
import { knownCase } from '../filing/filing.rules';
import type { Cases } from '../../repositories';

const PROCESS = 'consolidation';

/** True for an event that the other cases follow. */
export const concernsOtherCases = ({ type }: Pick<RecordedEvent, 'type'>): boolean =>
  type === 'CasesConsolidated' || type === 'ConsolidationUndone';

/**
 * Notes in the other cases what both sides signed in one. Each case is a step of its own and harmless to repeat, so a
 * crash between two of them leaves nothing undone. A note that a case got this way goes no further.
 */
export const consolidationProcess =
  (cases: Cases) =>
  async (recorded: RecordedEvent): Promise<void> => {
    const event = domainEventOf(recorded) as CaseEvent;
    if (!isConsolidation(event) || event.data.proposalId === null) return;
    const signed = streamIdOf(recorded.stream) as CaseId;
    const known = knownCase((await cases.read(signed)).state);
    if (known?.docketNumber === null || known?.docketNumber === undefined) return;
    const all = [{ caseId: signed, docketNumber: known.docketNumber }, ...event.data.beside];
    for (const { caseId } of event.data.beside) {
      const command = {
        type: 'NoteConsolidation',
        change: event.type === 'CasesConsolidated' ? 'consolidated' : 'undone',
        beside: all.filter((each) => each.caseId !== caseId),
        at: event.occurredAt,
      } as const;
      await cases.proceed(caseId, command, {
        process: PROCESS,
        cause: { kind: 'event', id: recorded.eventId },
        commandId: commandIdOf(PROCESS, caseId, recorded.eventId),
      });
    }
  };

const isConsolidation = (event: CaseEvent): event is ConsolidationEvent => concernsOtherCases(event);
