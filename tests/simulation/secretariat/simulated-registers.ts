import { calendarsKnownFrom, REGISTERS } from '@parley/contracts';
import { commandIdOf, handleCommand, sha256, type EventStore } from '@parley/event-store';
import { accept } from '@parley/kernel';
import type { Facts } from '@parley/messaging';
import { AnnouncedCalendars } from '@parley/processes';
import type { AnnouncedCalendar } from '@parley/procedure';
import { calendarsAnnounced } from '../../../services/intake/src/registry/calendars/calendars';
import type { CalendarAnnounced } from '../../../services/intake/src/registry/calendars/calendars.rules';
import { calendarStream } from '../../../services/intake/src/streams';
import { RULE_SET_VERSION } from './simulated-rules';

/**
 * The calendars by which one service counts. The intake has them from its register, any other service from what it has
 * heard.
 */
export const calendarsOf = (
  context: string,
  { store, facts }: { readonly store: EventStore; readonly facts: Facts },
): AnnouncedCalendars =>
  new AnnouncedCalendars(['US', 'CN'], async () =>
    context === 'intake' ? calendarsAnnounced(store) : calendarsKnownFrom(await facts.of(REGISTERS.calendars)),
  );

/** Puts an announcement on the intake's record, as if both co-heads had signed it. */
export async function announce(store: EventStore, { calendar, announcedAt }: AnnouncedCalendar): Promise<void> {
  const announced: CalendarAnnounced = {
    type: 'CalendarAnnounced',
    occurredAt: announcedAt,
    rule: 'counting-time',
    tier: 'PUBLIC',
    data: { noticeId: calendar.version, calendar, year: Number(announcedAt.slice(0, 4)), signedBy: [] },
  };
  const decider = { initial: null, decide: () => accept(announced), evolve: () => null };
  const commandId = commandIdOf('announce', calendar.version);
  await handleCommand(
    store,
    decider,
    calendarStream,
    {},
    {
      commandId,
      cause: { kind: 'command', id: commandId, bodyDigest: sha256(calendar.version) },
      actor: { kind: 'system', process: 'simulation' },
      ruleSetVersion: RULE_SET_VERSION,
    },
  );
}
