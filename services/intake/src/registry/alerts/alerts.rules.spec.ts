import type { Instant } from '@parley/kernel';
import { cnCalendarData, currentRuleSet, usCalendarData, workingDayCalendar } from '@parley/procedure';
import { alertOfDay, nextTry } from './alerts.rules';

const { seat } = currentRuleSet;
const [us, cn] = [workingDayCalendar(usCalendarData), workingDayCalendar(cnCalendarData)];
const busy = { accepted: false, answer: '451', again: true };

describe('an alert of what is due', () => {
  it.each([
    [
      'on a day before another working day',
      '2025-02-12T08:00:00Z',
      '2025-02-12',
      '2025-02-13T23:00',
      '2025-02-13T23:00',
    ],
    ['on a Friday', '2025-02-21T08:00:00Z', '2025-02-21', '2025-02-24T23:00', '2025-02-24T23:00'],
    ['before a holiday of one country', '2025-02-14T08:00:00Z', '2025-02-14', '2025-02-18T23:00', '2025-02-17T23:00'],
    [
      'before a Saturday that China works',
      '2025-02-07T22:59:59Z',
      '2025-02-07',
      '2025-02-10T23:00',
      '2025-02-08T23:00',
    ],
    ['after the seat’s midnight', '2025-02-11T23:30:00Z', undefined, undefined, undefined],
    ['a second before its hour', '2025-02-12T06:59:59Z', undefined, undefined, undefined],
    ['at its hour in summer', '2025-07-02T06:00:00Z', '2025-07-02', '2025-07-03T22:00', '2025-07-03T22:00'],
    ['before the fourth of July', '2025-07-03T06:00:00Z', '2025-07-03', '2025-07-07T22:00', '2025-07-04T22:00'],
  ])('%s looks to the end of the next working day of the side', (_when, now, day, ofUs, ofCn) => {
    const [one, other] = [us, cn].map((calendar) => alertOfDay(now as Instant, calendar, seat));
    expect([one?.day, one?.until.slice(0, 16), other?.until.slice(0, 16)]).toEqual([day, ofUs, ofCn]);
  });
});

describe('an alert that was not taken', () => {
  it('is tried six times over some seven hours, unless the channel refuses it for good', () => {
    expect([1, 2, 3, 4, 5, 6].map((tries) => nextTry(busy, tries))).toEqual([
      ...[5_000, 60_000, 600_000, 3_600_000, 21_600_000, undefined],
    ]);
    expect(nextTry({ ...busy, again: false }, 1)).toBeUndefined();
    expect(nextTry({ ...busy, accepted: true }, 1)).toBeUndefined();
  });
});
