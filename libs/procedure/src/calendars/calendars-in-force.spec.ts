import { announceYear } from './announce-year';
import { allCalendars, calendarInForce, nextCalendarVersion } from './calendars-in-force';
import { calendarArchive } from './calendar-archive';
import { publishedYear } from './calendar-data';
import { cnCalendarData } from './cn-calendar.data';
import { usCalendarData } from './us-calendar.data';

const year = publishedYear(['2027-01-01'], [], 'test');
const cn2027 = announceYear(cnCalendarData, 'CN-2027-1', 2027, year);
const cn2027again = announceYear(cn2027, 'CN-2027-2', 2027, publishedYear([], [], 'test'));

describe('the calendars in force', () => {
  it('are those of the release until one is announced, and then the one announced last', () => {
    expect(calendarInForce('CN', [])).toBe(cnCalendarData);
    expect(calendarInForce('CN', [cn2027, cn2027again])).toBe(cn2027again);
    expect(calendarInForce('US', [cn2027])).toBe(usCalendarData);
    expect(calendarInForce('XX', [cn2027])).toBeUndefined();
  });

  it('are those of a later release that knows a later year, and the announced ones stay to be counted on again', () => {
    const release = announceYear(cn2027again, 'CN-2028-1', 2028, year);
    expect(calendarInForce('CN', [cn2027], [usCalendarData, release])).toBe(release);
    expect(
      calendarArchive(allCalendars([cn2027], [usCalendarData, release])).ofVersion('CN-2027-1+US-2027-1')
        .lastPublishedYear,
    ).toBe(2027);
  });

  it('stay the announced ones where a release knows the same year, under the same version too', () => {
    const release = { ...cn2027, published: { ...cn2027.published, '2027': publishedYear([], [], 'release') } };
    const archive = calendarArchive(allCalendars([cn2027], [usCalendarData, release]));
    expect(calendarInForce('CN', [cn2027], [usCalendarData, release])).toBe(cn2027);
    expect(archive.current('US', 'CN').isJointBusinessDay(year.off[0]!)).toBe(false);
  });

  it('get versions that nobody had, by their last year', () => {
    expect(nextCalendarVersion(cnCalendarData, 2027, ['CN-2026-1'])).toBe('CN-2027-1');
    expect(nextCalendarVersion(cn2027, 2026, ['CN-2026-1', 'CN-2027-1'])).toBe('CN-2027-2');
  });
});
