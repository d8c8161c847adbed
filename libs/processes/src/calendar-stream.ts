import { domainEventOf, streamName, type RecordedEvent } from '@parley/event-store';
import type { CalendarAnnounced } from '@parley/procedure';

/** The calendars that co-heads announce. The intake keeps them, and every process of the installation follows them. */
export const CALENDAR_CATEGORY = 'intake.calendars';

export const calendarStream = streamName(CALENDAR_CATEGORY, 'register');

/** An announcement, of everything that stands in the register of calendars. */
export const announcedIn = (recorded: RecordedEvent): CalendarAnnounced | undefined =>
  recorded.stream === calendarStream && recorded.type === 'CalendarAnnounced'
    ? (domainEventOf(recorded) as CalendarAnnounced)
    : undefined;
