import type { Instant, IsoDate } from '@parley/kernel';
import type { JointCalendar } from '../calendars/joint-calendar';
import type { ClockId } from '../rule-sets/clock-rule';
import type { RuleSet, Track } from '../rule-sets/rule-set';
import { ruleSetOf } from '../rule-sets/rule-set-of';
import { arrivalDay } from './arrival-day';
import type { Deadline } from './deadline';
import { deadline } from './set-deadline';

/** What happened, by the type of its event, and when. */
export interface Happening {
  readonly event: string;
  readonly at: Instant;
  /** `expiry` when a default did it: then the day of the expiry is the trigger day. `act` when left out. */
  readonly kind?: 'act' | 'expiry';
}

/** A deadline under an id that is unique in its case: `reply`, `disclosure:US:2`. */
export type RunningDeadline = Deadline & { readonly id: string };

/** The clocks of one version of the rule set, for deciders: they start them and do not know how time is counted. */
export interface Clocks {
  readonly ruleSet: RuleSet;
  /** Starts a clock; its id is the clock's own unless another is given. */
  start(clock: ClockId, happening: Happening, id?: string): RunningDeadline;
  /** The joint business day on which an act arrives. */
  arrivalDay(receivedAt: Instant): IsoDate;
}

export type ClocksOf = (ruleSetVersion: string) => Clocks;

/** The clocks of every version, counted on one joint calendar. */
export const clocksOn =
  (calendar: JointCalendar, track: Track = 'standard'): ClocksOf =>
  (version) => {
    const ruleSet = ruleSetOf(version);
    return {
      ruleSet,
      start: (clock, { event, at, kind = 'act' }, id = clock) => ({
        ...deadline({ ruleSet, clock, track, calendar, trigger: { kind, event, at } }),
        id,
      }),
      arrivalDay: (receivedAt) => arrivalDay(receivedAt, ruleSet.seat, calendar),
    };
  };
