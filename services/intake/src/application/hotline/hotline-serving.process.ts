import { sha256, type RecordedEvent } from '@parley/event-store';
import { canonicalJson, type CommandId } from '@parley/kernel';
import type { ServiceDesk } from '../service/service-desk';
import { noticeOfHotline } from './notice-of-hotline';

/** Serves on both sides what happens on the hotline. */
export const hotlineServingProcess =
  (services: Pick<ServiceDesk, 'proceed' | 'rulesOf'>) =>
  async (event: RecordedEvent, commandId: CommandId): Promise<void> => {
    const served = noticeOfHotline(event);
    if (!served) return;
    const { about, notice, to } = served;
    const ruleSetVersion = (await services.rulesOf(about)) ?? event.ruleSetVersion;
    const command = {
      type: 'ServeNotice',
      notice,
      digest: sha256(canonicalJson(notice)),
      to,
      ruleSetVersion,
      at: event.recordedAt,
    } as const;
    await services.proceed(about, command, {
      process: 'service',
      cause: { kind: 'event', id: event.eventId },
      commandId,
    });
  };
