import { intake, sayDeadline, tell } from '@parley/contracts';
import { type RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { CalendarNoted } from './calendars.rules';
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
