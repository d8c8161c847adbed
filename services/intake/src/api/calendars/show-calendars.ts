import type { Caller } from '@parley/access';
import { calendarInForce, type CalendarData } from '@parley/procedure';
import type { CalendarRegister, RegisteredNotice } from '../../domain/calendars/calendar-register';
import { signersNamed } from '../signers-named';
import type { CalendarShown, CalendarsShown, YearNoticeShown } from './calendar.response';

/** The register as a reader is shown it. @param names of the parties' calendars */
export const showRegister = (
  { notices, announced }: CalendarRegister,
  names: readonly string[],
  reader: Caller,
): CalendarsShown => ({
  calendars: names.flatMap((name) => calendarInForce(name, announced) ?? []).map(showCalendar),
  notices: Object.values(notices).map((notice) => showNotice(notice, reader)),
});

/** A notice that was just recorded. */
export function noticeShownOf({ notices }: CalendarRegister, noticeId: string, reader: Caller): YearNoticeShown {
  const notice = notices[noticeId];
  if (!notice) throw new TypeError(`notice ${noticeId} was recorded and is not there`);
  return showNotice(notice, reader);
}

function showCalendar({ name, title, version, published }: CalendarData): CalendarShown {
  const years = Object.entries(published).map(([year, { off, work, source }]) => ({
    year: Number(year),
    off,
    work,
    source,
  }));
  return {
    name,
    title,
    version,
    publishedTo: Math.max(...years.map(({ year }) => year)),
    years: years.toSorted((one, other) => one.year - other.year),
  };
}

const showNotice = (
  { noticeId, calendar, year, off, work, source, digest, signedBy, announcedAt, version }: RegisteredNotice,
  reader: Caller,
): YearNoticeShown => ({
  id: noticeId,
  calendar,
  year,
  off,
  work,
  source,
  digest,
  signedBy: signersNamed(signedBy, reader),
  announcedAt,
  version,
});
