import type { IsoDate } from '@parley/kernel';
import fc from 'fast-check';
import { calendarArchive } from './calendar-archive';
import { cnCalendarData } from './cn-calendar.data';
import { jointCalendar } from './joint-calendar';
import { usCalendarData } from './us-calendar.data';

const joint = calendarArchive().current('US', 'CN');

/**
 * The slow and obvious reference: a list of every day of 2023 to 2027, each looked up in every list. It shares the
 * published lists with the code, and nothing else; what is computed for 2027 is written out.
 */
const CN_2027 = '01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03'
  .split(' ')
  .map((text) => `2027-${text}`);
const usOff: string[] = [...Object.values(usCalendarData.published).flatMap((year) => [...year.off]), '2027-12-31'];
const cnOff: string[] = [...Object.values(cnCalendarData.published).flatMap((year) => [...year.off]), ...CN_2027];
const cnWork: string[] = Object.values(cnCalendarData.published).flatMap((year) => [...year.work]);

const everyDay: IsoDate[] = [];
for (let time = Date.UTC(2023, 0, 1, 12); time < Date.UTC(2028, 0, 1); time += 24 * 60 * 60 * 1000) {
  const date = new Date(time);
  const two = (number: number): string => String(number).padStart(2, '0');
  everyDay.push(`${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}` as IsoDate);
}
const slowWeekend = (date: string): boolean =>
  ['Sat', 'Sun'].includes(new Date(`${date}T12:00:00Z`).toUTCString().slice(0, 3));
const slowUs = (date: string): boolean => !slowWeekend(date) && !usOff.includes(date);
const slowCn = (date: string): boolean => cnWork.includes(date) || (!slowWeekend(date) && !cnOff.includes(date));
const slowJoint = (date: string): boolean => slowUs(date) && slowCn(date);

const anyDay = fc.constantFrom(...everyDay.slice(0, -120));

describe('the joint calendar against a slow and obvious one', () => {
  it('has the same joint business days, day by day', () => {
    expect(everyDay.filter((date) => joint.isJointBusinessDay(date))).toEqual(everyDay.filter(slowJoint));
  });

  it('finds the same next joint business day', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(joint.nextJointBusinessDay(date)).toBe(everyDay.find((other) => other >= date && slowJoint(other)));
      }),
    );
  });

  it('counts to the same last day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (date, days) => {
        const later = everyDay.filter((other) => other > date && slowJoint(other));
        expect(joint.addJointBusinessDays(date, days)).toBe(later[days - 1]);
      }),
    );
  });
});

describe('the joint calendar', () => {
  it('is the same whichever side comes first (I-07)', () => {
    const [one, other] = joint.parties;
    expect(jointCalendar(other, one).version).toBe(jointCalendar(one, other).version);
  });

  it('is published as far as both are', () => {
    expect([joint.firstYear, joint.lastPublishedYear, joint.version]).toEqual([2023, 2026, 'CN-2026-1+US-2027-1']);
  });

  it('refuses a day before the first year that both know, also when it is off for one', () => {
    expect(() => joint.isJointBusinessDay('2022-12-31' as IsoDate)).toThrow(/2022-12-31/);
  });
});
