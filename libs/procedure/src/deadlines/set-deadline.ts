import { refuse, type IsoDate, type Refused } from '@parley/kernel';
import type { JointCalendar } from '../calendars/joint-calendar';
import { UnknownYearError, assertKnownYear } from '../calendars/unknown-year';
import { arrivalDay } from './arrival-day';
import { countLimit } from './count-limit';
import type { Deadline, RecordedTrigger, Trigger } from './deadline';
import { explainCount } from './explain-count';
import { seatDate } from './seat-time';
import type { ClockId, ClockRule } from '../rule-sets/clock-rule';
import { clockRule, type RuleSet, type Track } from '../rule-sets/rule-set';

/** What a deadline is counted from. */
export interface DeadlineRequest {
  readonly ruleSet: RuleSet;
  readonly clock: ClockId;
  /** `standard` unless said otherwise. */
  readonly track?: Track;
  readonly trigger: Trigger;
  readonly calendar: JointCalendar;
}

/**
 * A clock that does not roll starts on the day of the act at the seat; any other on the joint business day of arrival.
 */
function triggerDay(trigger: Trigger, rule: ClockRule, seat: RuleSet['seat'], calendar: JointCalendar): IsoDate {
  if (trigger.kind === 'day') return trigger.date;
  const arrives = trigger.kind === 'act' && rule.roll !== 'none';
  return arrives ? arrivalDay(trigger.at, seat, calendar) : seatDate(trigger.at, seat);
}

/**
 * Sets a deadline. The trigger day is not counted, the last day is; it ends at the day's end of the seat.
 * @throws {RangeError} when the track has no such clock, or hours are to be counted from a day without an instant
 * @throws {UnknownYearError} when it lies outside the years that the calendars can count
 */
export function deadline({ ruleSet, clock, track = 'standard', trigger, calendar }: DeadlineRequest): Deadline {
  const rule = clockRule(ruleSet, clock, track);
  if (trigger.kind === 'day') assertKnownYear(trigger.date, calendar);
  const recorded: RecordedTrigger = {
    kind: trigger.kind,
    event: trigger.event,
    instant: trigger.kind === 'day' ? null : trigger.at,
    date: triggerDay(trigger, rule, ruleSet.seat, calendar),
  };
  const count = countLimit(rule, recorded, rule.length, ruleSet.seat, calendar);
  return {
    clock,
    stage: rule.stage,
    rule: rule.rule,
    ruleSet: ruleSet.version,
    track,
    trigger: recorded,
    unit: rule.unit,
    length: rule.length,
    ...(rule.counted === undefined ? {} : { counted: rule.counted }),
    roll: rule.roll,
    onSilence: rule.onSilence,
    zone: ruleSet.seat.zone,
    firstDate: count.dueDate,
    firstDueAt: count.dueAt,
    firstCalendarVersion: calendar.version,
    dueDate: count.dueDate,
    dueAt: count.dueAt,
    calendarVersion: calendar.version,
    provisional: count.provisional,
    changes: [],
    arithmetic: { ...explainCount(rule, recorded, count, ruleSet.seat, calendar), steps: count.steps },
  };
}

/** What a deadline would be. Anybody may ask about any day, so a year that the calendars do not know is refused. */
export function wouldBeDue(request: DeadlineRequest, path?: string): Deadline | Refused {
  try {
    return deadline(request);
  } catch (error) {
    if (error instanceof UnknownYearError) return refuse(error.reason, path);
    throw error;
  }
}

/** The later of two triggers, for a clock that runs from the later of two events, as the review does (S7). */
export const laterTrigger = <T extends Pick<RecordedTrigger, 'date' | 'instant'>>(one: T, other: T): T =>
  other.date > one.date || (other.date === one.date && (other.instant ?? '') > (one.instant ?? '')) ? other : one;
