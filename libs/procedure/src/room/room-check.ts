import type { IsoDate, RefusalReason } from '@parley/kernel';
import { civilDay, dayAfter, daysBetween, yearOf } from '../calendars/civil-day';
import type { JointCalendar } from '../calendars/joint-calendar';
import { countLimit } from '../deadlines/count-limit';
import type { ClockId, ClockRule } from '../rule-sets/clock-rule';
import { clockRule, type RuleSet } from '../rule-sets/rule-set';
import { pathOf, plainPathEnd, type Cases } from './plain-path';

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
export function roomOf(
  ruleSet: RuleSet,
  calendar: JointCalendar,
  track: JbdTrack = 'standard',
  replacements = 0,
  cases: Cases = 'one',
): Room {
  const longStop = clockRule(ruleSet, 'long-stop', track);
  const spans: number[] = [];
  const overruns: IsoDate[] = [];
  const last = civilDay(calendar.lastPublishedYear, 12, 31);
  for (let day = civilDay(calendar.firstYear, 1, 1); day <= last; day = dayAfter(day)) {
    if (!calendar.isJointBusinessDay(day)) continue;
    const end = plainPathEnd(ruleSet, track, day, calendar, replacements, cases);
    if (yearOf(end) > calendar.lastPublishedYear) break;
    const trigger = { kind: 'day', event: longStop.from, instant: null, date: day } as const;
    if (end > countLimit(longStop, trigger, longStop.length, ruleSet.seat, calendar).dueDate) overruns.push(day);
    spans.push(daysBetween(day, end));
  }
  const sorted = spans.toSorted((a, b) => a - b);
  const [shortest, longest] = [sorted.at(0), sorted.at(-1)];
  if (shortest === undefined || longest === undefined)
    throw new RangeError('no plain path lies in the published years');
  return { starts: spans.length, shortest, longest, median: median(sorted), overruns };
}

/** How long it takes from registration to the close of the deliberation, over every start day of published years. */
export interface Closing {
  readonly starts: number;
  /** Calendar days to the close. */
  readonly shortest: number;
  readonly longest: number;
  /** Fewest and most of them in which a seat keeps the panel from being whole. */
  readonly seatDays: readonly [least: number, most: number];
}

/**
 * Walks a path to the close of the deliberation from every joint business day of the published years.
 * @throws {RangeError} when no path lies in the published years
 */
export function closingOf(
  kind: 'plain' | 'contested',
  ruleSet: RuleSet,
  calendar: JointCalendar,
  track: JbdTrack = 'standard',
  cases: Cases = 'one',
): Closing {
  const paths: { readonly days: number; readonly seatDays: number }[] = [];
  const last = civilDay(calendar.lastPublishedYear, 12, 31);
  for (let day = civilDay(calendar.firstYear, 1, 1); day <= last; day = dayAfter(day)) {
    if (!calendar.isJointBusinessDay(day)) continue;
    const { closes, seatDays } = pathOf(kind, ruleSet, track, day, calendar, cases);
    if (yearOf(closes) > calendar.lastPublishedYear) break;
    paths.push({ days: daysBetween(day, closes), seatDays });
  }
  if (paths.length === 0) throw new RangeError('no path lies in the published years');
  const [days, seats] = [paths.map((path) => path.days), paths.map((path) => path.seatDays)];
  return {
    starts: paths.length,
    shortest: Math.min(...days),
    longest: Math.max(...days),
    seatDays: [Math.min(...seats), Math.max(...seats)],
  };
}

/** A rule set without room, and the number that is too small for the rest. */
export interface RoomFault extends RefusalReason {
  readonly field: string;
}

/**
 * Every reason why a rule set may not come into force. On every start day, for one of many cases at once too, each
 * track's plain path ends before its long-stop; and the deliberation closes by then on the most contested one, with
 * what a side's seats add to the long-stop.
 */
export const roomFaults = (ruleSet: RuleSet, calendar: JointCalendar): readonly RoomFault[] => [
  ...(['standard', 'complex'] as const).flatMap((track) => overrunFault(ruleSet, calendar, track)),
  ...urgentFaults(ruleSet),
];

function overrunFault(ruleSet: RuleSet, calendar: JointCalendar, track: JbdTrack): readonly RoomFault[] {
  const longStop = clockRule(ruleSet, 'long-stop', track);
  const { addedDaysPerSide } = ruleSet.tracks[track];
  const { version } = ruleSet;
  const field = `tracks.${track}.clocks.long-stop.length`;
  const last = civilDay(calendar.lastPublishedYear, 12, 31);
  for (let day = civilDay(calendar.firstYear, 1, 1); day <= last; day = dayAfter(day)) {
    if (!calendar.isJointBusinessDay(day)) continue;
    const end = plainPathEnd(ruleSet, track, day, calendar, 0, 'many');
    const trigger = { kind: 'day', event: longStop.from, instant: null, date: day } as const;
    const stop = countLimit(longStop, trigger, longStop.length, ruleSet.seat, calendar).dueDate;
    if (end > stop) {
      const en =
        `Rule set ${version}: a case registered on ${day} on the ${track} track passes its ` +
        'long-stop before findings are certified.';
      const zh = `规则集 ${version}：按 ${track} 程序于 ${day} 登记的案件，将在结论核证之前超过最长期限。`;
      return [noRoom(field, 'long-stop', en, zh)];
    }
    if (yearOf(end) > calendar.lastPublishedYear) break;
    const { closes, seatDays } = pathOf('contested', ruleSet, track, day, calendar, 'many');
    if (yearOf(closes) > calendar.lastPublishedYear) continue;
    if (daysBetween(stop, closes) > Math.min(seatDays, addedDaysPerSide)) {
      const en =
        `Rule set ${version}: a case registered on ${day} on the ${track} track passes its long-stop, with what is ` +
        'added to it, where a side uses each of its rights once and on the last day.';
      const zh = `规则集 ${version}：按 ${track} 程序于 ${day} 登记的案件，一方将各项权利各用一次且均在最后一日行使时，将超过最长期限（含所加天数）。`;
      return [noRoom(field, 'I-69', en, zh)];
    }
  }
  return [];
}

/**
 * The urgent track counts calendar days and hours from registration and rolls nothing, so every start day is like the
 * other.
 */
function urgentFaults(ruleSet: RuleSet): readonly RoomFault[] {
  const hours = (...ids: readonly ClockId[]): number =>
    ids.reduce((sum, id) => sum + hoursOf(clockRule(ruleSet, id, 'urgent')), 0);
  const { version } = ruleSet;
  const faults = [
    hours('nomination', 'disclosure', 'challenge') > hours('review') &&
      noRoom(
        'tracks.urgent.clocks.review.length',
        'urgent',
        `Rule set ${version}: on the urgent track the interim text is due before the panel is composed.`,
        `规则集 ${version}：在紧急程序中，中期文本的期限早于专家组组成。`,
      ),
    hours('review', 'interim-comments') > hours('findings') &&
      noRoom(
        'tracks.urgent.clocks.findings.length',
        'urgent',
        `Rule set ${version}: on the urgent track findings are due before the time for comments is over.`,
        `规则集 ${version}：在紧急程序中，结论的期限早于评论期届满。`,
      ),
    hours('findings', 'certification') > hours('long-stop') &&
      noRoom(
        'tracks.urgent.clocks.long-stop.length',
        'long-stop',
        `Rule set ${version}: a case on the urgent track passes its long-stop before findings are certified.`,
        `规则集 ${version}：按紧急程序审理的案件，将在结论核证之前超过最长期限。`,
      ),
  ];
  return faults.filter((fault) => fault !== false);
}

const hoursOf = ({ unit, length }: ClockRule): number => (unit === 'hour' ? length : length * 24);

const noRoom = (field: string, rule: string, en: string, zh: string): RoomFault => ({
  field,
  code: 'rule-set-without-room',
  rule,
  en,
  'zh-Hans': zh,
});
