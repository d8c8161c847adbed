import type { Instant, IsoDate } from '@parley/kernel';
import { calendarArchive } from '../calendars/calendar-archive';
import type { ClockId } from '../rule-sets/clock-rule';
import { clockRule } from '../rule-sets/rule-set';
import { currentRuleSet } from '../rule-sets/rule-set-of';
import type { Trigger } from './deadline';
import { deadline } from './set-deadline';

const calendar = calendarArchive().current('US', 'CN');
const explain = (clock: ClockId, trigger: Trigger, track: 'standard' | 'urgent' = 'standard') =>
  deadline({ ruleSet: currentRuleSet, clock, track, trigger, calendar }).arithmetic;
const received = (at: string) => ({ kind: 'act', event: 'GrievanceFiled', at: at as Instant }) as const;
const onDay = (date: string) => ({ kind: 'day', event: 'GrievanceRegistered', date: date as IsoDate }) as const;

describe('a deadline explains', () => {
  it('which days it leaves out, and for whom', () => {
    const { en, 'zh-Hans': zh } = explain('reply', onDay('2025-09-25'));
    expect(en).toBe(
      '10 joint business days after 2025-09-25, which is not counted, leaving out Saturdays and Sundays, ' +
        '2025-10-01 to 2025-10-08 (China), ' +
        '2025-10-13 (United States): the last day is 2025-10-20. It ends at ' +
        '2025-10-20T17:00:00.000 in Europe/Zurich, ' +
        '2025-10-20T15:00:00.000Z; an act must arrive before. Calendars CN-2026-1+US-2027-1.',
    );
    expect(zh).toBe(
      '2025-09-25（不计入）之后 10 个共同工作日，不计周六和周日、2025-10-01至2025-10-08（中国）、2025-10-13（美国）：末日为 2025-10-20。' +
        '于 Europe/Zurich 时间 2025-10-20T17:00:00.000（2025-10-20T15:00:00.000Z）截止，须在此前到达。历表 CN-2026-1+US-2027-1。',
    );
  });

  it('that it ends before the day that it is counted from', () => {
    const { en, 'zh-Hans': zh } = explain('status-report', onDay('2025-10-20'));
    expect(en).toMatch(
      /^10 joint business days before 2025-10-20, which is not counted, .*2025-10-01 to 2025-10-08 \(China\).*: the last day is 2025-09-25\. /,
    );
    expect(zh).toMatch(/^2025-10-20（不计入）之前 10 个共同工作日，.*末日为 2025-09-25。/);
  });

  it('that an agreed day rolls like any other', () => {
    expect(explain('obligation', onDay('2025-09-25')).en).toContain(
      'The day itself, 2025-09-25: the last day is 2025-09-25. ',
    );
    expect(explain('obligation', onDay('2025-10-01')).en).toContain(
      'The day itself, 2025-10-01, not a joint business day (Saturdays and Sundays, 2025-10-01 to ' +
        '2025-10-08 (China)), so it rolls: the last day is 2025-10-09. ',
    );
  });

  it('why an act arrives on another day than it was received', () => {
    expect(explain('completeness', received('2025-02-04T09:00:00.000Z')).en).toContain(
      'Received 2025-02-04T10:00:00.000 in Europe/Zurich, a day off for China, so it arrives on 2025-02-05. ',
    );
    expect(explain('completeness', received('2026-03-02T16:00:00.000Z')).en).toContain(
      'after the day’s end at 17:00:00.000, so it arrives on 2026-03-03',
    );
    expect(explain('completeness', received('2026-03-02T09:00:00.000Z')).en).not.toContain('arrives on');
  });

  it('that a day is off for both parties, of which neither country is named before the other (I-07)', () => {
    const arrived = explain('completeness', received('2025-01-01T09:00:00.000Z'));
    expect(arrived.en).toContain('a day off for both parties, so it arrives on 2025-01-02. ');
    expect(arrived['zh-Hans']).toContain('双方非工作日');
    const counted = explain('reply', onDay('2025-12-22'));
    expect(counted.en).toContain('2026-01-01 (both parties)');
    expect(counted['zh-Hans']).toContain('2026-01-01（双方）');
    for (const said of [arrived.en, counted.en]) expect(said).not.toMatch(/China and|States and/);
  });

  it('that a limit of calendar days rolls, and from where', () => {
    const { en } = explain('long-stop', onDay('2025-05-09'));
    expect(en).toContain(
      '150 calendar days after 2025-05-09, which is not counted, end on 2025-10-06; not a joint business day ' +
        '(2025-10-06 to 2025-10-08 (China)), so it rolls: the last day is 2025-10-09.',
    );
    expect(explain('long-stop', onDay('2025-03-03')).en).not.toContain('rolls');
  });

  it('hours of the clock, from an instant to an instant', () => {
    const { en, 'zh-Hans': zh } = explain('completeness', received('2026-03-02T09:30:00.000Z'), 'urgent');
    expect(en).toContain('24 hours from 2026-03-02T09:30:00.000Z. It ends at 2026-03-03T10:30:00.000 in Europe/Zurich');
    expect(zh).toContain('自 2026-03-02T09:30:00.000Z 起 24 小时。');
  });

  it('one day in the singular', () => {
    const { standard } = currentRuleSet.tracks;
    const clocks = { ...standard.clocks, reply: { ...clockRule(currentRuleSet, 'reply'), length: 1 } };
    const ruleSet = { ...currentRuleSet, tracks: { ...currentRuleSet.tracks, standard: { ...standard, clocks } } };
    expect(deadline({ ruleSet, clock: 'reply', trigger: onDay('2026-03-02'), calendar }).arithmetic.en).toContain(
      '1 joint business day after',
    );
  });
});
