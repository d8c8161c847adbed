import { commandIdOf, type RecordedEvent } from '@parley/event-store';
import { outageIn, streamsWithTimers, type DeadlineTimers } from '@parley/processes';
import type { DataSource } from 'typeorm';
import { noteIn, type NotingDesks } from './note-in';
import { COMPLIANCE_CATEGORY, REGISTER_CATEGORY } from './streams';

interface Ports {
  readonly desks: NotingDesks;
  readonly dataSource: DataSource;
  readonly timers: Pick<DeadlineTimers, 'idle'>;
}

/**
 * Has every agreement note an outage in which a date, a report or a review of it ended (I-61). One of the register
 * belongs to no case and so hears of none by a case; and each of a case may outlive the screening.
 */
export const agreementOutages =
  ({ desks, dataSource, timers }: Ports) =>
  async (event: RecordedEvent): Promise<void> => {
    const outage = outageIn(event);
    if (!outage) return;
    await timers.idle();
    const { outageId, from, to } = outage;
    for (const stream of await streamsWithTimers(dataSource, [COMPLIANCE_CATEGORY, REGISTER_CATEGORY], {
      after: from,
      until: to,
    })) {
      const proceeding = {
        process: 'outages',
        cause: { kind: 'event', id: event.eventId },
        commandId: commandIdOf('outage', outageId, stream),
      } as const;
      await noteIn(desks, stream, { type: 'NoteOutage', outageId, from, to, at: event.occurredAt }, proceeding);
    }
  };
