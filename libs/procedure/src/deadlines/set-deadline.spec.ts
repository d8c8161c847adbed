import type { Instant, IsoDate } from '@parley/kernel';
import fc from 'fast-check';
import { calendarArchive } from '../calendars/calendar-archive';
import { daysBetween, plusDays } from '../calendars/civil-day';
import type { ClockId } from '../rule-sets/clock-rule';
import { currentRuleSet } from '../rule-sets/rule-set-of';
import { deadline, wouldBeDue, type DeadlineRequest } from './set-deadline';

const calendar = calendarArchive().current('US', 'CN');
const day = (text: string): IsoDate => text as IsoDate;
const at = (text: string): Instant => text as Instant;
const due = (clock: ClockId, trigger: DeadlineRequest['trigger'], track: DeadlineRequest['track'] = 'standard') =>
  deadline({ ruleSet: currentRuleSet, clock, track, trigger, calendar });
const onDay = (clock: ClockId, date: string) =>
  due(clock, { kind: 'day', event: 'GrievanceRegistered', date: day(date) });
const onAct = (clock: ClockId, text: string) => due(clock, { kind: 'act', event: 'GrievanceFiled', at: at(text) });

describe('the trigger of a deadline', () => {
  it('is the day of arrival of an act, not the day of its receipt', () => {
    expect(onAct('completeness', '2025-02-04T09:00:00.000Z').trigger).toEqual({
      kind: 'act',
      event: 'GrievanceFiled',
      instant: '2025-02-04T09:00:00.000Z',
      date: '2025-02-05',
    });
  });

  it('is the same day a millisecond before 17:00 at the seat, and the next from 17:00 on', () => {
    expect(onAct('reply', '2026-03-02T15:59:59.999Z').trigger.date).toBe('2026-03-02');
    expect(onAct('reply', '2026-03-02T16:00:00.000Z').trigger.date).toBe('2026-03-03');
  });

  it('is the day of the expiry where a default triggers the clock, though that instant ends the day', () => {
    const reply = onDay('reply', '2025-09-25');
    const consultations = due('consultations', { kind: 'expiry', event: 'ReplyLapsed', at: reply.dueAt });
    expect(consultations.trigger.date).toBe('2025-10-20');
    expect(consultations.dueDate).toBe(calendar.addJointBusinessDays(day('2025-10-20'), 15));
  });
});

describe('the end of a deadline', () => {
  it('is 17:00 at the seat in winter and in summer time', () => {
    expect(onDay('disclosure', '2025-03-25').dueAt).toBe('2025-03-28T16:00:00.000Z');
    expect(onDay('disclosure', '2025-03-26').dueAt).toBe('2025-03-31T15:00:00.000Z');
    expect(onDay('disclosure', '2025-10-21').dueAt).toBe('2025-10-24T15:00:00.000Z');
    expect(onDay('disclosure', '2025-10-22').dueAt).toBe('2025-10-27T16:00:00.000Z');
  });

  it('may be a leap day', () => expect(onDay('disclosure', '2024-02-26').dueDate).toBe('2024-02-29'));

  it('rolls to the next joint business day where calendar days are counted', () => {
    const longStop = onDay('long-stop', '2025-05-09');
    expect(plusDays(day('2025-05-09'), 150)).toBe('2025-10-06');
    expect(longStop).toMatchObject({ dueDate: '2025-10-09', dueAt: '2025-10-09T15:00:00.000Z' });
    expect(longStop.arithmetic.steps).toMatchObject({
      rolledFrom: '2025-10-06',
      closed: [{ from: '2025-10-06', to: '2025-10-08', calendars: ['CN'] }],
    });
  });

  it('counts hours of the clock over a change of summer time, and rolls nothing', () => {
    const call = due(
      'first-call',
      { kind: 'act', event: 'GrievanceRegistered', at: at('2026-03-28T20:00:00.000Z') },
      'urgent',
    );
    expect(call).toMatchObject({ dueAt: '2026-03-29T20:00:00.000Z', dueDate: '2026-03-29', provisional: false });
    expect(call.arithmetic.steps).toMatchObject({ countedFrom: null, counted: 24 });
  });

  it('rolls nothing on the urgent track, neither its trigger nor its end', () => {
    const reply = due(
      'reply',
      { kind: 'act', event: 'GrievanceRegistered', at: at('2025-10-02T18:00:00.000Z') },
      'urgent',
    );
    expect(reply).toMatchObject({ trigger: { date: '2025-10-02' }, dueDate: '2025-10-05' });
  });

  it('is on the same day of a later month where months are counted, and rolls from there', () => {
    expect(onDay('suspension', '2024-03-11').dueDate).toBe('2025-03-11');
    expect(onDay('suspension', '2024-02-29')).toMatchObject({
      dueDate: '2025-02-28',
      arithmetic: { steps: { counted: 12, rolledFrom: null } },
    });
    expect(onDay('suspension', '2024-03-08')).toMatchObject({
      dueDate: '2025-03-10',
      arithmetic: { steps: { rolledFrom: '2025-03-08' } },
    });
  });

  it('cannot be counted in hours from a day', () => expect(() => onDay('delivery', '2026-03-02')).toThrow(/instant/));
});

describe('a provisional deadline (I-22)', () => {
  it('is one that ends in a year that a party has not published', () => {
    expect(onDay('reply', '2026-12-16')).toMatchObject({ provisional: false, dueDate: '2026-12-31' });
    expect(onDay('reply', '2026-12-17')).toMatchObject({ provisional: true, dueDate: '2027-01-04' });
  });

  it('says so in its arithmetic, in both languages', () => {
    const { arithmetic } = onDay('reply', '2026-12-17');
    expect(arithmetic.en).toContain('Provisional: the calendars are published to 2026');
    expect(arithmetic['zh-Hans']).toContain('暂定');
  });

  it('is never one that the calendars have no say in', () => {
    const reply = due(
      'reply',
      { kind: 'act', event: 'GrievanceRegistered', at: at('2027-03-01T10:00:00.000Z') },
      'urgent',
    );
    expect(reply.provisional).toBe(false);
  });
});

describe('a deadline', () => {
  it('always ends after its trigger day, on a joint business day, at 17:00 at the seat', () => {
    // Hours end anywhere; an agreed day is its own end; a limit that is counted back ends before its trigger.
    const clocks = Object.values(currentRuleSet.tracks.standard.clocks).filter(
      ({ unit, length, counted }) => unit !== 'hour' && length > 0 && counted === undefined,
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...clocks.map(({ id }) => id)),
        fc.nat(1_300),
        fc.nat(86_399),
        (clock, offset, second) => {
          const instant = new Date(Date.UTC(2023, 0, 5) + (offset * 86_400 + second) * 1_000).toISOString();
          const { trigger, dueDate, dueAt, arithmetic } = onAct(clock, instant);
          expect(calendar.isJointBusinessDay(trigger.date) && calendar.isJointBusinessDay(dueDate)).toBe(true);
          expect(daysBetween(trigger.date, dueDate)).toBeGreaterThanOrEqual(1);
          expect(`${dueDate}T15:00:00.000Z` === dueAt || `${dueDate}T16:00:00.000Z` === dueAt).toBe(true);
          expect(arithmetic.en).toContain(dueAt);
        },
      ),
    );
  });

  it('accounts in its steps for every day between its trigger and its end', () => {
    fc.assert(
      fc.property(fc.nat(1_300), (offset) => {
        const { trigger, dueDate, arithmetic } = onDay('review', plusDays(day('2023-01-03'), offset));
        const weekdaysIn = (from: IsoDate, to: IsoDate): number =>
          Array.from({ length: daysBetween(from, to) + 1 }, (_, n) =>
            new Date(`${plusDays(from, n)}T00:00:00Z`).getUTCDay(),
          ).filter((d) => d % 6 > 0).length;
        const closed = arithmetic.steps.closed.reduce((sum, { from, to }) => sum + weekdaysIn(from, to), 0);
        expect(arithmetic.steps.counted + arithmetic.steps.weekendDays + closed).toBe(
          daysBetween(trigger.date, dueDate),
        );
      }),
    );
  });

  it('is plain data: what is read back from an event is the same', () => {
    const reply = onAct('reply', '2025-09-25T10:00:00.000Z');
    expect(JSON.parse(JSON.stringify(reply))).toEqual(reply);
  });
});

describe('what a deadline would be', () => {
  const ask = (date: string) =>
    wouldBeDue(
      {
        ruleSet: currentRuleSet,
        clock: 'reply',
        trigger: { kind: 'day', event: 'enquiry', date: day(date) },
        calendar,
      },
      '/from',
    );

  it('is told for any day that the calendars know', () =>
    expect(ask('2025-09-25')).toMatchObject({ dueDate: '2025-10-20' }));

  it.each(['2022-12-31', '1999-01-01', '2099-12-30', '2150-01-01'])(
    'is refused for %s, which they cannot count',
    (date) => {
      expect(ask(date)).toMatchObject({
        kind: 'refused',
        path: '/from',
        reason: { code: 'calendar-year-unknown', status: 422 },
      });
    },
  );
});
