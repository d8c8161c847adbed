import { parseIsoDate, type Instant, type IsoDate } from '@parley/kernel';
import { calendarArchive } from '../calendars/calendar-archive';
import { addWorkingDays } from '../calendars/working-days';
import { currentRuleSet } from '../rule-sets/rule-set-of';
import { arrivalDay, isInTime } from './arrival-day';
import { deadline } from './set-deadline';

const joint = calendarArchive().current('US', 'CN');
const [cn, us] = joint.parties;
const day = (text: string): IsoDate => parseIsoDate(text)!;

describe('the worked deadlines of the procedure', () => {
  it.each([
    ['10 JBD from 2025-09-25', 10, '2025-09-25', '2025-10-09', '2025-10-15', '2025-10-20'],
    ['5 JBD from 2026-02-10', 5, '2026-02-10', '2026-02-18', '2026-02-24', '2026-02-25'],
    ['10 JBD from 2025-12-22', 10, '2025-12-22', '2026-01-07', '2026-01-06', '2026-01-08'],
  ])('%s ends on the day that the procedure says', (_, length, from, inUs, inCn, jointly) => {
    expect(addWorkingDays(us, day(from), length)).toBe(inUs);
    expect(addWorkingDays(cn, day(from), length)).toBe(inCn);
    expect(joint.addJointBusinessDays(day(from), length)).toBe(jointly);
  });

  it('a grievance filed on 4 February 2025, in the Chinese New Year, arrives on the 5th', () => {
    expect(arrivalDay('2025-02-04T09:00:00.000Z' as Instant, currentRuleSet.seat, joint)).toBe('2025-02-05');
  });

  it('ends at 17:00 of the seat, and an act at that instant is too late', () => {
    const due = deadline({
      ruleSet: currentRuleSet,
      clock: 'reply',
      trigger: { kind: 'day', event: 'GrievanceRegistered', date: day('2025-09-25') },
      calendar: joint,
    });
    expect(due.dueAt).toBe('2025-10-20T15:00:00.000Z');
    expect(isInTime('2025-10-20T14:59:59.999Z' as Instant, due)).toBe(true);
    expect(isInTime('2025-10-20T15:00:00.000Z' as Instant, due)).toBe(false);
  });
});
