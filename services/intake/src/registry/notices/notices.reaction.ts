import { domainEventOf, streamIdOf, type EventStore, type RecordedEvent, type StreamName } from '@parley/event-store';
import type { CaseId, CommandId } from '@parley/kernel';
import type { CaseEvent } from '../../case/case-events.rules';
import { noticeOfEvent } from './notice-of-event';
import { noticeOfHotline } from './notice-of-hotline';
import type { NoticeRegisters } from './notice-registers';

/**
 * The names of the work that serves notices: of events of the intake's own, of the hotline, and of what others told.
 */
export const SERVING = { own: 'serving', hotline: 'hotline-serving', told: 'serving-what-is-told' } as const;

/** More events than anything records at once. */
const AT_ONCE = 50;

/**
 * All that one act recorded, in its order, by one event of it. The notices of all of them are one service, whichever is
 * heard first; none is served again.
 */
async function recordedWith(store: Pick<EventStore, 'read'>, event: RecordedEvent): Promise<readonly RecordedEvent[]> {
  const from = Math.max(0, event.revision - AT_ONCE);
  const around = await store.read(event.stream as StreamName, { from, limit: 2 * AT_ONCE });
  return around.filter(({ recordedAt, cause }) => recordedAt === event.recordedAt && cause.id === event.cause.id);
}

/** Serves on both sides what happens on the hotline. */
export const hotlineServingProcess =
  (registers: Pick<NoticeRegisters, 'serveOn' | 'rulesOf'>, store: Pick<EventStore, 'read'>) =>
  async (event: RecordedEvent, commandId: CommandId): Promise<void> => {
    const served = noticeOfHotline(event);
    if (!served) return;
    const { about, to } = served;
    const ruleSetVersion = (await registers.rulesOf(about)) ?? event.ruleSetVersion;
    const notices = (await recordedWith(store, event)).flatMap((each) => noticeOfHotline(each)?.notice ?? []);
    await registers.serveOn(about, notices, to, ruleSetVersion, event.recordedAt, {
      process: 'service',
      cause: { kind: 'event', id: event.eventId },
      commandId,
    });
  };

/**
 * Serves the notices of the intake's own events that call for one. For a filing nothing is read: its notice is the
 * first of its case, the filing says whom it concerns, and nothing is recorded with it.
 */
export const servingProcess =
  (registers: NoticeRegisters, store: Pick<EventStore, 'read'>) =>
  async (event: RecordedEvent, commandId: CommandId): Promise<void> => {
    const notice = noticeOfEvent(event);
    if (!notice) return;
    const caseId = streamIdOf(event.stream) as CaseId;
    const proceeding = { process: 'service', cause: { kind: 'event', id: event.eventId }, commandId } as const;
    const { type, data } = domainEventOf(event) as CaseEvent;
    if (type !== 'GrievanceFiled') {
      const notices = (await recordedWith(store, event)).flatMap((each) => noticeOfEvent(each) ?? []);
      return registers.serve(caseId, notices, event.recordedAt, proceeding);
    }
    const { parties, ruleSetVersion } = data;
    const first = { ...proceeding, opensStream: true };
    const to = [parties.complainant, parties.respondent] as const;
    await registers.serveOn(caseId, [notice], to, ruleSetVersion, event.recordedAt, first);
  };
