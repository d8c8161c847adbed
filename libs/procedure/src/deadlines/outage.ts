import { latest, millisOf, plusMillis, type Bilingual, type Instant, type IsoDate } from '@parley/kernel';
import { dayAfter } from '../calendars/civil-day';
import type { JointCalendar } from '../calendars/joint-calendar';
import type { RuleSet, Track } from '../rule-sets/rule-set';
import type { Deadline, RecordedTrigger } from './deadline';
import { dayEnd, seatDate } from './seat-time';

const MINUTE_MS = 60_000;

/** A time in which the secretariat's system was away. Plain data. */
export interface Outage {
  readonly from: Instant;
  readonly to: Instant;
}

/** A limit that an outage may move: when it ends, since when it runs, and what has moved it before. */
export type Limit = Pick<Deadline, 'dueAt'> &
  Partial<Pick<Deadline, 'firstDueAt' | 'changes'>> & { readonly trigger?: Pick<RecordedTrigger, 'instant'> };

/** True for a limit that ends in an outage, because nobody could act in its last moments. */
export const endsInOutage = ({ dueAt }: Limit, { from, to }: Outage): boolean => from < dueAt && dueAt <= to;

/**
 * True for a limit in whose last hour the system was away for longer than the rule set allows, and back before its end.
 * Such an outage counts once for a limit, so that many short ones put nothing off for ever.
 */
export function missesTimeBefore(limit: Limit, outage: Outage, rule: RuleSet['outage']): boolean {
  const { shortGapMinutes, hourMinutes } = rule;
  if (outage.to >= limit.dueAt) return false;
  const lastHour = plusMillis(limit.dueAt, -hourMinutes * MINUTE_MS);
  const from = latest(latest(outage.from, lastHour), limit.trigger?.instant ?? lastHour);
  return millisOf(outage.to) - millisOf(from) > shortGapMinutes * MINUTE_MS && !hasMissedTime(limit);
}

/** Whether a limit has been moved by an outage that was over before it ended. */
const hasMissedTime = ({ firstDueAt, changes = [] }: Limit): boolean =>
  changes.some((change, index) => {
    const before = changes[index - 1]?.dueAt ?? firstDueAt;
    return change.kind === 'outage' && before !== undefined && change.outage.to < before;
  });

/**
 * Ends of limits that a gap in the heartbeat makes a declared outage: after `after` and no later than `until`.
 * `undefined` for a gap that is none, whatever ends in it.
 * @param gap from the last beat before it to the first one after it
 */
export function endsThatCount(
  { from, to }: Outage,
  { gapMinutes, shortGapMinutes, hourMinutes }: RuleSet['outage'],
): { readonly after: Instant; readonly until: Instant } | undefined {
  const [length, short] = [millisOf(to) - millisOf(from), shortGapMinutes * MINUTE_MS];
  if (length <= short) return undefined;
  return {
    after: length > gapMinutes * MINUTE_MS ? from : plusMillis(from, short),
    until: plusMillis(to, hourMinutes * MINUTE_MS - short - 1),
  };
}

/**
 * The new end of a limit after an outage, the same for both sides (I-61): that of the next joint business day after it.
 * On the urgent track, which counts days and hours as they come, it is later by the outage's own length.
 */
function endAfterOutage(
  dueAt: Instant,
  { from, to }: Outage,
  track: Track,
  seat: RuleSet['seat'],
  calendar: JointCalendar,
): { readonly dueDate: IsoDate; readonly dueAt: Instant } {
  if (track === 'urgent') {
    const later = plusMillis(dueAt, millisOf(to) - millisOf(from));
    return { dueDate: seatDate(later, seat), dueAt: later };
  }
  const dueDate = calendar.nextJointBusinessDay(dayAfter(seatDate(to, seat)));
  return { dueDate, dueAt: dayEnd(dueDate, seat) };
}

/** A limit after an outage: moved, or left where it was if that is later. None becomes earlier (I-61). */
export interface MovedByOutage {
  readonly dueDate: IsoDate;
  readonly dueAt: Instant;
  readonly arithmetic: Bilingual;
}

/**
 * Moves a limit for an outage in which it ended, or in the hour after which it ends, and explains the new end.
 * @param track of the limit
 */
export function moveByOutage(
  limit: Limit & { readonly arithmetic: Bilingual },
  outage: Outage,
  track: Track,
  seat: RuleSet['seat'],
  calendar: JointCalendar,
): MovedByOutage {
  const { dueAt, arithmetic } = limit;
  const moved = endAfterOutage(dueAt, outage, track, seat, calendar);
  const times = { en: `${outage.from} to ${outage.to}`, 'zh-Hans': `${outage.from} 至 ${outage.to}` };
  const why = endsInOutage(limit, outage)
    ? {
        en: `It ended in an outage of the system, ${times.en}`,
        'zh-Hans': `其届满时刻处于系统中断期间（${times['zh-Hans']}）`,
      }
    : {
        en: `In the hour before its end the system was away, ${times.en}`,
        'zh-Hans': `其届满前一小时内系统中断（${times['zh-Hans']}）`,
      };
  const end =
    track === 'urgent'
      ? { en: `it ends later by the same length, ${moved.dueAt}`, 'zh-Hans': `顺延同等时长，至 ${moved.dueAt} 届满` }
      : {
          en: `it ends with the next joint business day after it, ${moved.dueDate}`,
          'zh-Hans': `于其后下一共同工作日 ${moved.dueDate} 终了时届满`,
        };
  return {
    dueDate: moved.dueDate,
    dueAt: latest(dueAt, moved.dueAt),
    arithmetic: {
      en: `${arithmetic.en} ${why.en}, so ${end.en}.`,
      'zh-Hans': `${arithmetic['zh-Hans']}${why['zh-Hans']}，因此${end['zh-Hans']}。`,
    },
  };
}
