import { intake, REGISTERS, sayCalendar, tell } from '@parley/contracts';
import { type RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { CalendarNoted } from './calendars.rules';
import { announcedIn } from './calendars';
import { longStopIn } from '../../case/changes.tells';

/** Tells the other contexts of a calendar that a case noted. */
export function tellCalendar(
  recorded: RecordedEvent,
  caseId: string,
  { data: { version, opens }, occurredAt }: CalendarNoted,
): PublicEvent {
  return tell(recorded, intake.CalendarNotedSchema, {
    caseId,
    at: occurredAt,
    calendarVersion: version,
    ...longStopIn(opens),
  });
}

/**
 * Tells each announced calendar to everybody who counts on it. A proposal of one side changes nothing and is not told.
 */
export function tellOfRegister(recorded: RecordedEvent): readonly PublicEvent[] {
  const announced = announcedIn(recorded);
  if (!announced) return [];
  const subject = REGISTERS.calendars;
  return [tell(recorded, intake.CalendarAnnouncedSchema, sayCalendar(announced), { subject })];
}
