import { announceYear } from './announce-year';
import { calendarArchive, publishedCalendars } from './calendar-archive';
import { publishedYear } from './calendar-data';
import { cnCalendarData } from './cn-calendar.data';

const cn2027 = announceYear(cnCalendarData, 'CN-2027-1', 2027, publishedYear(['2027-01-01'], [], 'test'));

describe('the archive of calendars', () => {
  it('has the last version of each name in force, and keeps the ones before', () => {
    const archive = calendarArchive([...publishedCalendars, cn2027]);
    expect(archive.current('US', 'CN').version).toBe('CN-2027-1+US-2027-1');
    expect(archive.ofVersion('CN-2026-1+US-2027-1').lastPublishedYear).toBe(2026);
  });

  it('has one and the same joint calendar for one version', () => {
    const archive = calendarArchive();
    expect(archive.ofVersion('CN-2026-1+US-2027-1')).toBe(archive.current('CN', 'US'));
  });

  it.each(['CN-1999-1+US-2027-1', '', 'CN-2026-1'])('knows no version %p', (version) => {
    expect(() => calendarArchive().ofVersion(version)).toThrow(RangeError);
  });
});

describe('the announcement of a year', () => {
  it('leaves the old version as it was', () => expect(Object.keys(cnCalendarData.published)).not.toContain('2027'));

  it('needs a new version, and leaves no gap', () => {
    const year = publishedYear([], [], 'test');
    expect(() => announceYear(cnCalendarData, 'CN-2026-1', 2027, year)).toThrow(RangeError);
    expect(() => announceYear(cnCalendarData, 'CN-2028-1', 2028, year)).toThrow(RangeError);
  });
});
