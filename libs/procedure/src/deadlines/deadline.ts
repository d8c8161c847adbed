import type { Bilingual, Instant, IsoDate, PartyCode } from '@parley/kernel';
import type { ClockId, ClockRule, ClockUnit } from '../rule-sets/clock-rule';
import type { Track } from '../rule-sets/rule-set';
import type { DefaultId } from '../rule-sets/silence';
import type { Outage } from './outage';
import type { StandStill } from './stand-still';

/**
 * What starts a clock.
 * `act`: somebody did something, received at an instant; its day is the day on which it arrives.
 * `expiry`: a default; its day is the day of the expiry itself, although that instant is the end of the day.
 * `day`: only the day is known, as when somebody asks what a deadline would be.
 */
export type Trigger =
  | { readonly kind: 'act' | 'expiry'; readonly event: string; readonly at: Instant }
  | { readonly kind: 'day'; readonly event: string; readonly date: IsoDate };

/** The trigger as it is kept in a deadline. */
export interface RecordedTrigger {
  readonly kind: Trigger['kind'];
  /** Type of the event that started the clock. */
  readonly event: string;
  readonly instant: Instant | null;
  /** The trigger day: not counted itself. */
  readonly date: IsoDate;
}

/** Weekdays that were left out because they are off for a party; weekends between them are not listed. */
export interface ClosedDays {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Names of the calendars on which they are off. */
  readonly calendars: readonly string[];
}

/** The count, step by step, for machines. */
export interface CountSteps {
  /** First day that was looked at. `null` when hours are counted. */
  readonly countedFrom: IsoDate | null;
  /** How many days or hours were counted. */
  readonly counted: number;
  /** Saturdays and Sundays that were left out. */
  readonly weekendDays: number;
  readonly closed: readonly ClosedDays[];
  /** Where a calendar-day limit ended before it was rolled to the next joint business day. */
  readonly rolledFrom: IsoDate | null;
  /** Times in which the clock did not run; left out where there were none. */
  readonly stoodStill?: readonly StandStill[];
}

/** The track of a deadline and what started it there. */
export interface OnTrack {
  readonly track: Track;
  readonly trigger: RecordedTrigger;
}

/**
 * Why a running deadline changes: a calendar was announced; it was extended by so much of its unit; the screening stood
 * still; it ended in an outage; the case went on under another track, from the same trigger or a later one; a side
 * repudiated its consent to an extension; or seats kept the panel from being whole.
 */
export type DeadlineCause =
  | { readonly kind: 'calendar' }
  | { readonly kind: 'extension'; readonly by: number }
  | { readonly kind: 'standstill'; readonly standStill: StandStill }
  | { readonly kind: 'outage'; readonly outage: Outage }
  | { readonly kind: 'track'; readonly from: OnTrack; readonly to: OnTrack }
  /** An extension by so much is undone; the limit ends no sooner than `least` (I-67). */
  | { readonly kind: 'repudiation'; readonly by: number; readonly least: LeastEnd }
  /** The time that seats add in all, in the place of what they had added before (I-69). */
  | ({ readonly kind: 'seats' } & SeatTime);

/** Calendar days in which the panel was not whole, and on whose account. A day that both sides owe counts once. */
export interface SeatTime {
  readonly days: number;
  /** Sides that owe a day, the complainant's first. */
  readonly accounts: readonly { readonly party: PartyCode; readonly days: number }[];
}

/** The soonest end that is left to a limit. */
export interface LeastEnd {
  readonly dueDate: IsoDate;
  readonly dueAt: Instant;
}

/** A change of a running deadline; none but a repudiation makes it earlier (I-20, I-21). */
export type DeadlineChange = {
  /** When the change was made. */
  readonly at: Instant;
  readonly reason: Bilingual;
  /** Versions of the calendars on which it was counted anew. */
  readonly calendarVersion: string;
  readonly dueDate: IsoDate;
  readonly dueAt: Instant;
} & DeadlineCause;

/** A deadline that explains itself (I-16, I-64). Plain data: it stands in events as it is. */
export interface Deadline {
  readonly clock: ClockId;
  readonly stage: string;
  readonly rule: string;
  readonly ruleSet: string;
  readonly track: Track;
  readonly trigger: RecordedTrigger;
  readonly unit: ClockUnit;
  /** In `unit`, without extensions. */
  readonly length: number;
  /** `back` where it ends before its trigger day. */
  readonly counted?: 'back';
  readonly roll: ClockRule['roll'];
  /** What happens by itself when it ends. */
  readonly onSilence: DefaultId;
  readonly zone: string;
  /** As it was first set. */
  readonly firstDate: IsoDate;
  readonly firstDueAt: Instant;
  readonly firstCalendarVersion: string;
  /** Its last day, at the seat. */
  readonly dueDate: IsoDate;
  /** The instant at which it ends. An act received then or later is too late. */
  readonly dueAt: Instant;
  /** Versions of both parties' calendars on which it is counted now. */
  readonly calendarVersion: string;
  /** I-22: true when it depends on a year that is not published yet. */
  readonly provisional: boolean;
  readonly changes: readonly DeadlineChange[];
  readonly arithmetic: Bilingual & { readonly steps: CountSteps };
}
