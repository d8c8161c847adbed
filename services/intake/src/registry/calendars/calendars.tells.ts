import { intake, REGISTERS, sayCalendar, sayDeadline, tell } from '@parley/contracts';
import { type RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { CalendarNoted } from './calendars.rules';
import { announcedIn } from './calendars';
import { LONG_STOP } from '../../case/case.tells';

/** What the others are told of a calendar that a case noted. */
export function tellCalendar(
  recorded: RecordedEvent,
  caseId: string,
  { data: { version, opens }, occurredAt }: CalendarNoted,
): PublicEvent {
  const longStop = opens.find(({ id }) => id === LONG_STOP);
  const moved = opens.filter(({ id }) => id !== LONG_STOP).map(sayDeadline);
  return tell(recorded, intake.CalendarNotedSchema, {
    caseId,
    at: occurredAt,
    calendarVersion: version,
    moved,
    ...(longStop ? { longStop: sayDeadline(longStop) } : {}),
  });
}

/** Each calendar that is announced, to everybody who counts on it. What one side alone proposes changes nothing. */
export function tellOfRegister(recorded: RecordedEvent): readonly PublicEvent[] {
  const announced = announcedIn(recorded);
  if (!announced) return [];
  const subject = REGISTERS.calendars;
  return [tell(recorded, intake.CalendarAnnouncedSchema, sayCalendar(announced), { subject })];
}
