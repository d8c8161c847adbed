import type { IsoDate } from '@parley/kernel';
import { daysBetween } from '../calendars/civil-day';
import type { JointCalendar } from '../calendars/joint-calendar';
import type { ClockId } from '../rule-sets/clock-rule';
import { clockRule, type RuleSet, type Track } from '../rule-sets/rule-set';
import { countLimit } from '../deadlines/count-limit';

/** The panel is made up once, and a seat of it filled again after each replacement. */
const PANEL: readonly ClockId[] = ['nomination', 'disclosure', 'challenge'];
const REPLACEMENT: readonly ClockId[] = ['successor-nomination', 'disclosure', 'successor-challenge'];
/** A challenge on its last day fails; the member is replaced on the last day, and the successor challenged on his. */
const CONTESTED: readonly ClockId[] = [
  'challenge-decision',
  'challenge',
  ...REPLACEMENT,
  'successor-challenge-decision',
];
/** A member leaves on the last day of S9; the successor is drawn at once and challenged on the last day. */
const LEFT_IN_S9: readonly ClockId[] = [
  'disclosure',
  'successor-challenge',
  'successor-challenge-decision',
  'late-findings',
];
const EXCHANGE: Readonly<Record<Cases, readonly ClockId[]>> = {
  one: ['reply', 'consultations'],
  many: ['reply-among-many', 'consultations'],
};
const TO_CLOSE: readonly ClockId[] = ['review', 'interim-comments', 'findings'];

/** Whether a side registers one case, or so many at once that each reply has more time. */
export type Cases = 'one' | 'many';

/** A way from the registration to the close of the deliberation on which every clock runs to its end. */
export interface Path {
  /** The day on which the deliberation closes. */
  readonly closes: IsoDate;
  /** Calendar days in which a seat keeps the panel from being whole: beyond the plain time of S6, and in S9. */
  readonly seatDays: number;
}

/** Ends of clocks that run one after the other, each to its end. */
const running =
  (ruleSet: RuleSet, track: Track, calendar: JointCalendar) =>
  (from: IsoDate, clocks: readonly ClockId[]): IsoDate =>
    clocks.reduce((day, id) => {
      const rule = clockRule(ruleSet, id, track);
      const trigger = { kind: 'day', event: rule.from, instant: null, date: day } as const;
      return countLimit(rule, trigger, rule.length, ruleSet.seat, calendar).dueDate;
    }, from);

/**
 * The plain path: the reply lapses, consultations fail, and beside them the panel is nominated, discloses and is not
 * challenged; the review runs from the later of the two. On the contested one every right that delays the panel is used
 * once, and on its last day: a challenge, the peremptory replacement, a challenge of the successor, and one member who
 * leaves on the last day of S9.
 */
export function pathOf(
  kind: 'plain' | 'contested',
  ruleSet: RuleSet,
  track: Track,
  registered: IsoDate,
  calendar: JointCalendar,
  cases: Cases = 'one',
): Path {
  const run = running(ruleSet, track, calendar);
  const plain = run(registered, PANEL);
  const consulted = run(registered, EXCHANGE[cases]);
  const close = (composed: IsoDate): IsoDate => run(composed > consulted ? composed : consulted, TO_CLOSE);
  if (kind === 'plain') return { closes: close(plain), seatDays: 0 };
  const composed = run(plain, CONTESTED);
  const left = close(composed);
  const closes = run(left, LEFT_IN_S9);
  return { closes, seatDays: daysBetween(plain, composed) + daysBetween(left, closes) };
}

/**
 * The day on which findings are certified when every clock runs to its end on the plain path.
 * @param replacements rounds in which a member is replaced as the time for challenges ends: nominated, disclosed and
 *   open to challenge once more
 */
export function plainPathEnd(
  ruleSet: RuleSet,
  track: Track,
  registered: IsoDate,
  calendar: JointCalendar,
  replacements = 0,
  cases: Cases = 'one',
): IsoDate {
  const run = running(ruleSet, track, calendar);
  const composed = run(registered, [...PANEL, ...Array.from({ length: replacements }, () => REPLACEMENT).flat()]);
  const consulted = run(registered, EXCHANGE[cases]);
  return run(composed > consulted ? composed : consulted, [...TO_CLOSE, 'certification']);
}
