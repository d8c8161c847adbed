import { ApiSchema } from '@nestjs/swagger';
import type { Caller } from '@parley/access';
import { BilingualShown, Shown } from '@parley/http';
import { calendarInForce, type CalendarData } from '@parley/procedure';
import { signersNamed } from '../../case/case-list.http';
import type { CalendarRegister, RegisteredNotice } from './calendars.rules';

@ApiSchema({ description: 'The days of a year that are not working days.' })
export class CalendarYearShown {
  @Shown({ meaning: 'The year.', example: 2027, schema: { type: 'integer' } })
  readonly year: number;

  @Shown({
    meaning: 'Days off; some lie in the last days of the year before.',
    type: () => String,
    format: 'date',
    list: true,
  })
  readonly off: readonly string[];

  @Shown({ meaning: 'Saturdays and Sundays that are worked.', type: () => String, format: 'date', list: true })
  readonly work: readonly string[];

  @Shown({ meaning: 'Where it was published.', example: '5 U.S.C. 6103', max: 500 })
  readonly source: string;
}

@ApiSchema({ description: 'A calendar that is in force.' })
class CalendarShown {
  @Shown({ meaning: 'Name of the calendar.', example: 'CN', kind: 'word' })
  readonly name: string;

  @Shown({ meaning: 'Whose it is.', type: () => BilingualShown })
  readonly title: BilingualShown;

  @Shown({ meaning: 'Version in force, as deadlines name it.', example: 'CN-2027-1', kind: 'version' })
  readonly version: string;

  @Shown({
    meaning: 'Last year that is published; what depends on a later one is provisional.',
    example: 2027,
    schema: { type: 'integer' },
  })
  readonly publishedTo: number;

  @Shown({ meaning: 'Every published year, the first one first.', type: () => CalendarYearShown, list: true })
  readonly years: readonly CalendarYearShown[];
}

@ApiSchema({ description: 'A signature of a year of a calendar.' })
export class YearSignatureShown {
  @Shown({ meaning: 'Side whose co-head signed.', kind: 'party' })
  readonly party: string;

  @Shown({
    meaning: 'Who signed; `null` to whoever is of neither side and not of the secretariat.',
    kind: 'person',
    nullable: true,
  })
  readonly by: string | null;
}

@ApiSchema({ description: 'A notice of a year, proposed or announced.' })
export class YearNoticeShown extends CalendarYearShown {
  @Shown({ meaning: 'Id of the notice.', format: 'uuid' })
  readonly id: string;

  @Shown({ meaning: 'Whose calendar it is.', example: 'CN', kind: 'word' })
  readonly calendar: string;

  @Shown({ meaning: 'What co-heads sign: SHA-256 of the canonical notice.', kind: 'digest' })
  readonly digest: string;

  @Shown({ meaning: 'Signatures so far, one of each side at most.', type: () => YearSignatureShown, list: true })
  readonly signedBy: readonly YearSignatureShown[];

  @Shown({
    meaning: 'When it was announced (UTC); `null` as long as it is only proposed, which changes nothing.',
    format: 'date-time',
    nullable: true,
  })
  readonly announcedAt: string | null;

  @Shown({
    meaning: 'Version of the calendar that the announcement made; `null` before it.',
    example: 'CN-2027-1',
    kind: 'version',
    nullable: true,
  })
  readonly version: string | null;
}

@ApiSchema({ description: 'The calendars and the notices of their years.' })
export class CalendarsShown {
  @Shown({
    meaning: 'The calendars in force, by which deadlines are counted now.',
    type: () => CalendarShown,
    list: true,
  })
  readonly calendars: readonly CalendarShown[];

  @Shown({
    meaning: 'Every notice that co-heads proposed or announced, in the order in which they were proposed.',
    type: () => YearNoticeShown,
    list: true,
  })
  readonly notices: readonly YearNoticeShown[];
}

/** The register as a reader sees it. @param names of the parties' calendars */
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
