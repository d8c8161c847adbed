import { streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { CaseId, CommandId } from '@parley/kernel';
import { noticeOfEvent } from './notice-of-event';
import type { ServiceDesk } from './service-desk';

/** Serves the notice of every event of the intake's own that calls for one. */
export const servingProcess =
  (services: ServiceDesk) =>
  async (event: RecordedEvent, commandId: CommandId): Promise<void> => {
    const notice = noticeOfEvent(event);
    if (!notice) return;
    const cause = { kind: 'event', id: event.eventId } as const;
    await services.serve(streamIdOf(event.stream) as CaseId, notice, event.recordedAt, {
      process: 'service',
      cause,
      commandId,
    });
  };
