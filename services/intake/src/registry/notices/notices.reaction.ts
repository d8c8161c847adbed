import { domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { CaseId, CommandId } from '@parley/kernel';
import type { CaseEvent } from '../../case/case-events.rules';
import { noticeOfEvent, noticeOfHotline } from './notice-of-event';
import type { ServiceDesk } from './service-desk';

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

/**
 * Serves the notice of every event of the intake's own that calls for one. That of a filing is the first of its case,
 * and the filing says whom it concerns: nothing is read for it.
 */
export const servingProcess =
  (services: ServiceDesk) =>
  async (event: RecordedEvent, commandId: CommandId): Promise<void> => {
    const notice = noticeOfEvent(event);
    if (!notice) return;
    const caseId = streamIdOf(event.stream) as CaseId;
    const proceeding = { process: 'service', cause: { kind: 'event', id: event.eventId }, commandId } as const;
    const { type, data } = domainEventOf(event) as CaseEvent;
    if (type !== 'GrievanceFiled') return services.serve(caseId, notice, event.recordedAt, proceeding);
    const { parties, ruleSetVersion } = data;
    const first = { ...proceeding, opensStream: true };
    const to = [parties.complainant, parties.respondent] as const;
    await services.serveOn(caseId, notice, to, ruleSetVersion, event.recordedAt, first);
  };
