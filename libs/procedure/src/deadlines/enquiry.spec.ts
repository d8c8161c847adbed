import type { Instant, IsoDate } from '@parley/kernel';
import { calendarArchive } from '../calendars/calendar-archive';
import { currentRuleSet } from '../rule-sets/rule-set-of';
import type { Deadline } from './deadline';
import { enquire, type Enquiry } from './enquiry';

const calendar = calendarArchive().current('US', 'CN');
const ask = (asked: Pick<Enquiry, 'clock'> & Partial<Enquiry>) =>
  enquire({ ruleSet: currentRuleSet, track: 'standard', calendar, ...asked });
const on = (date: string) => date as IsoDate;
const at = (instant: string) => instant as Instant;

describe('an enquiry about a deadline', () => {
  it.each([
    ['2025-09-25', '2025-10-20'],
    ['2025-12-22', '2026-01-08'],
  ])('counts ten joint business days from %s to %s, and shows how', (from, to) => {
    const answer = ask({ clock: 'reply', day: on(from) }) as Deadline;
    expect(answer.dueDate).toBe(to);
    expect(answer.arithmetic.en).toContain(`10 joint business days after ${from}`);
  });

  it('takes an act at the end of the seat’s day as one of the next joint business day', () => {
    const [before, after] = ['2025-09-25T14:59:59.999Z', '2025-09-25T15:00:00.000Z'].map(
      (instant) => ask({ clock: 'reply', at: at(instant) }) as Deadline,
    );
    expect([before?.trigger.date, after?.trigger.date]).toEqual(['2025-09-25', '2025-09-26']);
  });

  it.each([
    [
      'a clock that the track has not',
      { clock: 'urgency-refusal', day: on('2025-09-25') },
      'clock-not-on-track',
      '/clock',
    ],
    ['neither day nor instant', { clock: 'reply' }, 'day-or-instant', '/day'],
    [
      'both day and instant',
      { clock: 'reply', day: on('2025-09-25'), at: at('2025-09-25T10:00:00.000Z') },
      'day-or-instant',
      '/day',
    ],
    ['hours from a day', { clock: 'delivery', day: on('2025-09-25') }, 'hours-need-instant', '/at'],
    ['a day before the first known year', { clock: 'reply', day: on('2019-05-06') }, 'calendar-year-unknown', '/day'],
  ] as const)('is refused for %s', (_what, asked, code, path) => {
    expect(ask(asked)).toMatchObject({ kind: 'refused', path, reason: { code } });
  });
});
