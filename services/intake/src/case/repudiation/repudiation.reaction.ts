import { commandIdOf, domainEventOf, type RecordedEvent } from '@parley/event-store';
import type { PartyRegisters } from '../../repositories';
import type { CaseEvent } from '../case-events.rules';

const PROCESS = 'repudiation';

/** True for an event that ends a delegation. */
export const endsDelegation = ({ type }: Pick<RecordedEvent, 'type'>): boolean => type === 'ActRepudiated';

/** Ends the delegation under which an act was done that its side has repudiated (I-67). */
export const repudiationProcess =
  (registers: PartyRegisters) =>
  async (recorded: RecordedEvent): Promise<void> => {
    const event = domainEventOf(recorded) as CaseEvent;
    if (event.type !== 'ActRepudiated') return;
    const { party, by, doneBy: personId, doneAt } = event.data;
    const { occurredAt: receivedAt, eventId } = { ...event, ...recorded };
    const command = {
      type: 'EndRepudiatedDelegation',
      ...{ by, party, register: party, personId, doneAt, receivedAt },
    } as const;
    await registers.proceed(party, command, {
      process: PROCESS,
      cause: { kind: 'event', id: eventId },
      commandId: commandIdOf(PROCESS, eventId),
    });
  };
