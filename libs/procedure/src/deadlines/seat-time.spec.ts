import type { Instant, IsoDate } from '@parley/kernel';
import { calendarArchive } from '../calendars/calendar-archive';
import { currentRuleSet } from '../rule-sets/rule-set-of';
import { arrivalDay } from './arrival-day';
import { dayEnd, seatDate, seatTime } from './seat-time';

const { seat } = currentRuleSet;
const at = (text: string): Instant => text as Instant;

describe('time at the seat', () => {
  it.each([
    ['2025-03-30T00:59:59.999Z', '2025-03-30T01:59:59.999'],
    ['2025-03-30T01:00:00.000Z', '2025-03-30T03:00:00.000'],
    ['2025-10-26T00:59:59.999Z', '2025-10-26T02:59:59.999'],
    ['2025-10-26T01:00:00.000Z', '2025-10-26T02:00:00.000'],
  ])('at %s is %s, over the changes of summer time', (instant, local) =>
    expect(seatTime(at(instant), seat)).toBe(local),
  );

  it('is already the next day when it is late in the evening of UTC', () =>
    expect(seatDate(at('2026-06-30T22:30:00.000Z'), seat)).toBe('2026-07-01'));

  it('ends a day in another zone at that zone’s 17:00', () => {
    const atTheSeat = dayEnd('2026-06-30' as IsoDate, seat);
    expect(atTheSeat).toBe('2026-06-30T15:00:00.000Z');
    expect(dayEnd('2026-06-30' as IsoDate, { ...seat, zone: 'Asia/Singapore' })).toBe('2026-06-30T09:00:00.000Z');
  });
});

describe('the day of arrival', () => {
  const calendar = calendarArchive().current('US', 'CN');

  it.each([
    ['a Friday before the day’s end', '2026-03-06T15:59:59.999Z', '2026-03-06'],
    ['the end of that Friday', '2026-03-06T16:00:00.000Z', '2026-03-09'],
    ['a Saturday that China works', '2026-02-28T09:00:00.000Z', '2026-03-02'],
    ['the last evening of a year', '2025-12-31T18:00:00.000Z', '2026-01-05'],
  ])('of what came on %s', (_, instant, day) => expect(arrivalDay(at(instant), seat, calendar)).toBe(day));
});
