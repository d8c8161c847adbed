import type { IsoDate, RefusalReason } from '@parley/kernel';
import { civilDay, dayAfter, daysBetween, yearOf } from '../calendars/civil-day';
import type { JointCalendar } from '../calendars/joint-calendar';
import { countLimit } from '../deadlines/count-limit';
import { clockRule, type RuleSet } from '../rule-sets/rule-set';
import { plainPathEnd } from './plain-path';

/** How long the plain path takes over every day of registration whose path lies in published years. */
export interface Room {
  /** Days of registration that were tried. */
  readonly starts: number;
  /** Calendar days from registration to certified findings. */
  readonly shortest: number;
  readonly longest: number;
  readonly median: number;
  /** Days of registration on which the path passes the long-stop. */
  readonly overruns: readonly IsoDate[];
}

const median = (sorted: readonly number[]): number => {
  const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return (low + high) / 2;
};

type JbdTrack = 'standard' | 'complex';

/**
 * Walks the plain path from every joint business day of the published years.
 * @param replacements rounds of replacement on the panel, 0 on the plain path
 * @throws {RangeError} when no path lies in the published years
 */
export function roomOf(ruleSet: RuleSet, calendar: JointCalendar, track: JbdTrack = 'standard', replacements = 0): Room {
  const longStop = clockRule(ruleSet, 'long-stop', track);
  const spans: number[] = [];
  const overruns: IsoDate[] = [];
  const last = civilDay(calendar.lastPublishedYear, 12, 31);
  for (let day = civilDay(calendar.firstYear, 1, 1); day <= last; day = dayAfter(day)) {
    if (!calendar.isJointBusinessDay(day)) continue;
    const end = plainPathEnd(ruleSet, track, day, calendar, replacements);
    if (yearOf(end) > calendar.lastPublishedYear) break;
    const trigger = { kind: 'day', event: longStop.from, instant: null, date: day } as const;
    if (end > countLimit(longStop, trigger, longStop.length, ruleSet.seat, calendar).dueDate) overruns.push(day);
    spans.push(daysBetween(day, end));
  }
  const sorted = spans.toSorted((a, b) => a - b);
  const [shortest, longest] = [sorted.at(0), sorted.at(-1)];
  if (shortest === undefined || longest === undefined) throw new RangeError('no plain path lies in the published years');
  return { starts: spans.length, shortest, longest, median: median(sorted), overruns };
}

/** Why a rule set may not come into force; `undefined` when its plain path ends before its long-stop on every start day. */
export function roomFault(ruleSet: RuleSet, calendar: JointCalendar): RefusalReason | undefined {
  const tracks: readonly JbdTrack[] = ['standard', 'complex'];
  const [track, room] =
    tracks.map((each) => [each, roomOf(ruleSet, calendar, each)] as const).find(([, each]) => each.overruns.length > 0) ?? [];
  const first = room?.overruns[0];
  if (track === undefined || first === undefined) return undefined;
  return {
    code: 'rule-set-without-room',
    rule: 'long-stop',
    en: `Rule set ${ruleSet.version}: a case registered on ${first} on the ${track} track passes its long-stop before findings are certified.`,
    'zh-Hans': `规则集 ${ruleSet.version}：按 ${track} 程序于 ${first} 登记的案件，将在结论核证之前超过最长期限。`,
  };
}
