import type { IsoDate } from '@parley/kernel';
import type { JointCalendar } from '../calendars/joint-calendar';
import type { ClockId } from '../rule-sets/clock-rule';
import { clockRule, type RuleSet, type Track } from '../rule-sets/rule-set';
import { countLimit } from '../deadlines/count-limit';

/** The panel is made up once, and a seat of it filled again after each replacement. */
const PANEL: readonly ClockId[] = ['nomination', 'disclosure', 'challenge'];
const REPLACEMENT: readonly ClockId[] = ['successor-nomination', 'disclosure', 'successor-challenge'];
const EXCHANGE: readonly ClockId[] = ['reply', 'consultations'];
const FROM_REVIEW: readonly ClockId[] = ['review', 'interim-comments', 'findings', 'certification'];

/**
 * The day on which findings are certified when every clock runs to its end: the reply lapses, consultations fail, and
 * beside them the panel is nominated, discloses and is not challenged; the review runs from the later of the two.
 * @param replacements rounds in which a member is replaced as the time for challenges ends: nominated, disclosed and
 *   open to challenge once more
 */
export function plainPathEnd(
  ruleSet: RuleSet,
  track: Track,
  registered: IsoDate,
  calendar: JointCalendar,
  replacements = 0,
): IsoDate {
  const run = (from: IsoDate, clocks: readonly ClockId[]): IsoDate =>
    clocks.reduce((day, id) => {
      const rule = clockRule(ruleSet, id, track);
      const trigger = { kind: 'day', event: rule.from, instant: null, date: day } as const;
      return countLimit(rule, trigger, rule.length, ruleSet.seat, calendar).dueDate;
    }, from);
  const composed = run(registered, [...PANEL, ...Array.from({ length: replacements }, () => REPLACEMENT).flat()]);
  const consulted = run(registered, EXCHANGE);
  return run(composed > consulted ? composed : consulted, FROM_REVIEW);
}
