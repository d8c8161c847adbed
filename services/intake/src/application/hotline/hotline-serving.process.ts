import type { RecordedEvent } from '@parley/event-store';
import type { CommandId } from '@parley/kernel';
import type { ServiceDesk } from '../service/service-desk';
import { noticeOfHotline } from './notice-of-hotline';

/** Serves on both sides what happens on the hotline. */
export const hotlineServingProcess =
  (services: Pick<ServiceDesk, 'serveOn' | 'rulesOf'>) =>
  async (event: RecordedEvent, commandId: CommandId): Promise<void> => {
    const served = noticeOfHotline(event);
    if (!served) return;
    const { about, notice, to } = served;
    const ruleSetVersion = (await services.rulesOf(about)) ?? event.ruleSetVersion;
    await services.serveOn(about, notice, to, ruleSetVersion, event.recordedAt, {
      process: 'service',
      cause: { kind: 'event', id: event.eventId },
      commandId,
    });
  };
