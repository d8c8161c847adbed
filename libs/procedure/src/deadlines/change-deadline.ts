import type { Bilingual, Instant } from '@parley/kernel';
import type { JointCalendar } from '../calendars/joint-calendar';
import { clockRule, type RuleSet } from '../rule-sets/rule-set';
import { countLimit, type Count } from './count-limit';
import type { Deadline, DeadlineCause, LeastEnd } from './deadline';
import { explainCount, explainKept, explainLeast } from './explain-count';
import { moveByOutage } from './outage';
import { dayEnd } from './seat-time';
import type { StandStill } from './stand-still';

/** Total of the extensions that stand, in the deadline's unit. */
export const extendedBy = ({ changes }: Pick<Deadline, 'changes'>): number =>
  changes.reduce((sum, change) => sum + lengthOf(change), 0);

/** By how much of its unit a change makes a limit longer. */
function lengthOf(change: DeadlineCause): number {
  if (change.kind === 'extension') return change.by;
  return change.kind === 'repudiation' ? -change.by : 0;
}

/** Days that seats have added to a limit: the last change of that kind counts them all. */
const addedBySeats = ({ changes }: Deadline, cause: DeadlineCause): number =>
  [...changes, cause].reduce((days, change) => (change.kind === 'seats' ? change.days : days), 0);

/** The times in which a deadline's clock did not run. */
const stillOf = ({ changes }: Deadline): readonly StandStill[] =>
  changes.flatMap((change) => (change.kind === 'standstill' ? [change.standStill] : []));

/**
 * Counts a running deadline anew from its trigger day and keeps the later end: no change makes it earlier (I-21), but
 * for a repudiation, which undoes an extension and leaves the least time that it names (I-67). A
 * change of track brings that track's own length. It does not ask whether the change is allowed (`extendDeadline` and
 * `recountDeadline` do).
 */
export function changeDeadline<Running extends Deadline>(
  running: Running,
  cause: DeadlineCause,
  made: { readonly at: Instant; readonly reason: Bilingual },
  ruleSet: RuleSet,
  calendar: JointCalendar,
): Running {
  if (cause.kind === 'outage') return afterOutage(running, cause, made, ruleSet, calendar);
  const { track, trigger } = cause.kind === 'track' ? cause.to : running;
  const { unit, roll, length: own } = cause.kind === 'track' ? clockRule(ruleSet, running.clock, track) : running;
  const length = own + extendedBy(running) + lengthOf(cause) + addedBySeats(running, cause);
  const still = cause.kind === 'standstill' ? [...stillOf(running), cause.standStill] : stillOf(running);
  const { clock: id, counted: direction } = running;
  const rule = { id, unit, roll, ...(direction === undefined ? {} : { counted: direction }) };
  const count = countLimit(rule, trigger, length, ruleSet.seat, calendar, still);
  const least = cause.kind === 'repudiation' ? cause.least : running;
  const kept = count.dueAt < least.dueAt;
  const { dueDate, dueAt, provisional } = kept ? keptEnd(least, count, cause, ruleSet.seat, calendar) : count;
  const counted = explainCount(rule, trigger, count, ruleSet.seat, calendar);
  const whyKept = () =>
    cause.kind === 'repudiation' ? explainLeast(counted, dueAt) : explainKept(counted, dueAt, dueAt === running.dueAt);
  const explained = kept ? whyKept() : counted;
  return {
    ...running,
    track,
    trigger,
    unit,
    roll,
    length: own,
    dueDate,
    dueAt,
    calendarVersion: calendar.version,
    provisional,
    changes: [...running.changes, { ...cause, ...made, calendarVersion: calendar.version, dueDate, dueAt }],
    arithmetic: { ...explained, steps: count.steps },
  };
}

/**
 * The end of a limit that a new count would make end earlier (I-21). It stays. Where an announced calendar makes that
 * very day a day off, it moves to the next joint business day.
 */
function keptEnd(
  { dueDate, dueAt }: LeastEnd,
  { provisional }: Count,
  cause: DeadlineCause,
  seat: RuleSet['seat'],
  calendar: JointCalendar,
): Pick<Count, 'dueDate' | 'dueAt' | 'provisional'> {
  if (cause.kind !== 'calendar') return { dueDate, dueAt, provisional };
  const next = calendar.nextJointBusinessDay(dueDate);
  return {
    dueDate: next,
    dueAt: next === dueDate ? dueAt : dayEnd(next, seat),
    provisional: calendar.isProvisional(next),
  };
}

/** Only the end moves (I-61); nothing is counted anew. */
function afterOutage<Running extends Deadline>(
  running: Running,
  cause: Extract<DeadlineCause, { kind: 'outage' }>,
  made: { readonly at: Instant; readonly reason: Bilingual },
  { seat }: RuleSet,
  calendar: JointCalendar,
): Running {
  const { dueDate, dueAt, arithmetic } = moveByOutage(running, cause.outage, running.track, seat, calendar);
  return {
    ...running,
    dueDate,
    dueAt,
    changes: [...running.changes, { ...cause, ...made, calendarVersion: calendar.version, dueDate, dueAt }],
    arithmetic: { ...arithmetic, steps: running.arithmetic.steps },
  };
}
