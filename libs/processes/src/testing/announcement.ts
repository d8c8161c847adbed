import { commandIdOf, handleCommand, sha256, type EventStore } from '@parley/event-store';
import { accept, type Instant, type IsoDate } from '@parley/kernel';
import { announceYear, cnCalendarData, publishedYear, type CalendarAnnounced } from '@parley/procedure';
import { calendarStream } from '../calendar-stream';

/** When it is announced. */
export const ANNOUNCED_AT = '2026-12-18T10:00:00.000Z' as Instant;

/** China gives 2027 with one day off, as the record of an announcement has it. */
export const announcementOf = (dayOff: IsoDate): CalendarAnnounced => ({
  type: 'CalendarAnnounced',
  occurredAt: ANNOUNCED_AT,
  rule: 'counting-time',
  tier: 'PUBLIC',
  data: {
    noticeId: dayOff,
    calendar: announceYear(cnCalendarData, 'CN-2027-1', 2027, publishedYear([dayOff], [], 'spec')),
    year: 2027,
    signedBy: [],
  },
});

/** Puts it on record. */
export async function announce(store: EventStore, dayOff: IsoDate): Promise<void> {
  const decider = { initial: null, decide: () => accept(announcementOf(dayOff)), evolve: () => null };
  const commandId = commandIdOf('announce', dayOff);
  await handleCommand(
    store,
    decider,
    calendarStream,
    {},
    {
      commandId,
      cause: { kind: 'command', id: commandId, bodyDigest: sha256(dayOff) },
      actor: { kind: 'system', process: 'test' },
      ruleSetVersion: 'test',
    },
  );
}
