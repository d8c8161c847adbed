import type { Bilingual, Instant, IsoDate, PartyCode, Refused, ReasonsOf } from '@parley/kernel';
import type { JointCalendar } from '../calendars/joint-calendar';
import type { ClockId } from '../rule-sets/clock-rule';
import { owedBy, type Awaits, type ClockOfSide } from '../rule-sets/owed-by';
import type { RuleSet, Track } from '../rule-sets/rule-set';
import { ruleSetInEffect, ruleSetInForce, ruleSetOf, standingRuleSets } from '../rule-sets/rule-set-of';
import { arrivalDay } from './arrival-day';
import { changeDeadline } from './change-deadline';
import { daysBack, type DaysBack } from './days-back';
import type { Deadline, LeastEnd, SeatTime, Trigger } from './deadline';
import { extendDeadline } from './extend-deadline';
import { endsInOutage, missesTimeBefore, moveByOutage, type MovedByOutage, type Outage } from './outage';
import { recountDeadline } from './recount-deadline';
import { deadline } from './set-deadline';
import { standStill, type StandStill } from './stand-still';

/** What happened, by the type of its event, and when. */
export interface Happening {
  readonly event: string;
  readonly at: Instant;
  /** `expiry` when a default did it: then the day of the expiry is the trigger day. `act` when left out. */
  readonly kind?: 'act' | 'expiry';
}

/** A deadline under an id that is unique in its case: `reply`, `disclosure:US:2`. */
export type RunningDeadline = Deadline & {
  readonly id: string;
  /** Whose act it awaits; left out where its clock says it. */
  readonly awaits?: Awaits;
};

/**
 * The id of a deadline: that of its clock where none is given. A clock that awaits one party needs an id and that
 * party.
 */
type Named<Clock extends ClockId> = Clock extends ClockOfSide ? [id: string, party: PartyCode] : [id?: string];

/** The clocks of one version of the rule set, for deciders, which start them without knowing how time is counted. */
export interface Clocks {
  /** The version under which clocks are started. */
  readonly ruleSet: RuleSet;
  /** Every version that the co-heads adopted, oldest first: those that a case may go on under. */
  readonly versions: readonly string[];
  /**
   * The version under which a clock was started: it keeps that one, whatever the case adopts afterwards (I-20, I-21).
   */
  rulesOf(running: Pick<Deadline, 'ruleSet'>): RuleSet;
  /** Starts a clock, under an id, and for a party where it awaits one party. */
  start<Clock extends ClockId>(clock: Clock, happening: Happening, ...named: Named<Clock>): RunningDeadline;
  /** Starts a running clock anew from a later instant, with its whole length. */
  restart(running: RunningDeadline, at: Instant): RunningDeadline;
  /** Starts a clock whose trigger is an agreed day. */
  startOn<Clock extends ClockId>(
    clock: Clock,
    day: { readonly event: string; readonly date: IsoDate },
    ...named: Named<Clock>
  ): RunningDeadline;
  /**
   * I-20: extends a running clock before it expires, within the maximum of its track. The rule's `extension.by` says
   * whose consent this needs; the caller establishes it.
   * @param by whole number above 0, in the deadline's unit
   */
  extend(
    running: RunningDeadline,
    by: number,
    made: { readonly at: Instant; readonly reason: Bilingual },
  ): RunningDeadline | Refused<ReasonsOf<typeof extendDeadline>>;
  /**
   * A running clock whose extension was repudiated (I-67). It ends as if it had not been extended, but no sooner than
   * the least end.
   * @param by how much of its unit is taken back
   */
  takeBack(
    running: RunningDeadline,
    by: number,
    least: LeastEnd,
    made: { readonly at: Instant; readonly reason: Bilingual },
  ): RunningDeadline;
  /** A running long-stop with the time that seats add to it in all, never earlier (I-69). */
  addSeatTime(
    running: RunningDeadline,
    time: SeatTime,
    made: { readonly at: Instant; readonly reason: Bilingual },
  ): RunningDeadline;
  /** The time in which clocks did not run, from an instant to the happening that set them going again. */
  standStill(from: Instant, resumed: Pick<Happening, 'at' | 'kind'>): StandStill;
  /**
   * I-61: a running clock as it ends after an outage; `undefined` where it neither ended in it nor ends in the hour
   * after one that was long enough for that.
   */
  moveByOutage(
    running: RunningDeadline,
    outage: Outage,
    made: { readonly at: Instant; readonly reason: Bilingual },
  ): RunningDeadline | undefined;
  /**
   * I-21, I-22: a running clock, counted on calendars that were announced since. `undefined` where it ends as before
   * and is no more certain than before; so it is for every limit that counts no working days.
   * @param announcedAt a limit that had ended by then is not counted anew
   */
  recount(running: RunningDeadline, announcedAt: Instant): RunningDeadline | undefined;
  /** The end after an outage of a limit that nobody counted and that ended in it. */
  endAfterOutage(limit: { readonly dueAt: Instant; readonly arithmetic: Bilingual }, outage: Outage): MovedByOutage;
  /** A clock that stood still, as it goes on with the time that was left of it. */
  resume(
    running: RunningDeadline,
    still: StandStill,
    made: { readonly at: Instant; readonly reason: Bilingual },
  ): RunningDeadline;
  /**
   * A running clock as another track has it, never earlier; `undefined` where that track has no such clock.
   * @param restart what the clock runs from there; from the same trigger when left out
   */
  changeTrack(
    running: RunningDeadline,
    track: Track,
    made: { readonly at: Instant; readonly reason: Bilingual },
    restart?: Happening,
  ): RunningDeadline | undefined;
  /** The joint business day on which an act arrives. */
  arrivalDay(receivedAt: Instant): IsoDate;
  /** The day of a happening, and the joint business day so many before it. */
  daysBack(happening: Pick<Happening, 'at' | 'kind'>, days: number): DaysBack;
  /** The same clocks as another track has them. */
  onTrack(track: Track): Clocks;
}

/** The clocks of each version. */
export interface ClocksOf {
  (ruleSetVersion: string): Clocks;
  /** The clocks of the version by which whatever belongs to no case goes at an instant. */
  at(instant: Instant): Clocks;
  /** The clocks of the version under which cases are filed at an instant; none before one is adopted (I-71). */
  inEffect(instant: Instant): Clocks | undefined;
  /** Every version that there is, oldest first. */
  ruleSets(): readonly RuleSet[];
}

/**
 * The clocks of every version, counted on the joint calendar.
 * @param calendar or a function, where one may be announced meanwhile; it is asked each time for the one in force
 * @param known the versions that there are, oldest first, or a function, where one may be adopted meanwhile; those of
 *   this release, as if they had always been in effect, when left out
 */
export function clocksOn(
  calendar: JointCalendar | (() => JointCalendar),
  track: Track = 'standard',
  known: readonly RuleSet[] | (() => readonly RuleSet[]) = standingRuleSets,
): ClocksOf {
  const versions = typeof known === 'function' ? known : () => known;
  const counted = typeof calendar === 'function' ? calendar : () => calendar;
  return Object.assign((version: string) => clocksOf(ruleSetOf(version, versions()), counted(), track, versions()), {
    at: (instant: Instant) => clocksOf(ruleSetInForce(instant, versions()), counted(), track, versions()),
    inEffect: (instant: Instant) => {
      const ruleSet = ruleSetInEffect(instant, versions());
      return ruleSet && clocksOf(ruleSet, counted(), track, versions());
    },
    ruleSets: versions,
  });
}

const namesOf = (clock: ClockId, id: string = clock, party?: PartyCode): Pick<RunningDeadline, 'id' | 'awaits'> => ({
  id,
  ...(party === undefined ? {} : { awaits: `${owedBy(clock) === 'registry-of-side' ? 'registry' : 'party'}:${party}` }),
});

const triggerOf = ({ event, at, kind = 'act' }: Happening): Trigger => ({ kind, event, at });

const clocksOf = (ruleSet: RuleSet, calendar: JointCalendar, track: Track, known: readonly RuleSet[]): Clocks => ({
  ruleSet,
  versions: known.flatMap(({ version, inForceFrom }) => (inForceFrom === undefined ? [] : [version])),
  rulesOf: (running) => ruleSetOf(running.ruleSet, known),
  start: (clock, { event, at, kind = 'act' }, ...named) => ({
    ...deadline({ ruleSet, clock, track, calendar, trigger: { kind, event, at } }),
    ...namesOf(clock, ...named),
  }),
  restart: ({ id, clock, awaits, trigger: { event } }, at) => ({
    ...deadline({ ruleSet, clock, track, calendar, trigger: { kind: 'act', event, at } }),
    id,
    ...(awaits === undefined ? {} : { awaits }),
  }),
  startOn: (clock, { event, date }, ...named) => ({
    ...deadline({ ruleSet, clock, track, calendar, trigger: { kind: 'day', event, date } }),
    ...namesOf(clock, ...named),
  }),
  extend: (running, by, made) => extendDeadline(running, by, made, ruleSetOf(running.ruleSet, known), calendar),
  takeBack: (running, by, least, made) =>
    changeDeadline(
      running,
      { kind: 'repudiation', by, least: { dueDate: least.dueDate, dueAt: least.dueAt } },
      made,
      ruleSetOf(running.ruleSet, known),
      calendar,
    ),
  addSeatTime: (running, { days, accounts }, made) =>
    changeDeadline(running, { kind: 'seats', days, accounts }, made, ruleSetOf(running.ruleSet, known), calendar),
  moveByOutage(running, outage, made) {
    const rules = ruleSetOf(running.ruleSet, known);
    return endsInOutage(running, outage) || missesTimeBefore(running, outage, rules.outage)
      ? changeDeadline(running, { kind: 'outage', outage }, made, rules, calendar)
      : undefined;
  },
  recount(running, announcedAt) {
    const recounted = recountDeadline(running, ruleSetOf(running.ruleSet, known), calendar, announcedAt);
    return recounted.dueAt === running.dueAt && recounted.provisional === running.provisional ? undefined : recounted;
  },
  endAfterOutage: (limit, outage) => moveByOutage(limit, outage, track, ruleSet.seat, calendar),
  standStill: (from, resumed) => standStill(from, resumed, ruleSet.seat, calendar),
  resume: (running, still, made) =>
    changeDeadline(
      running,
      { kind: 'standstill', standStill: still },
      made,
      ruleSetOf(running.ruleSet, known),
      calendar,
    ),
  changeTrack(running, to, made, restart) {
    const own = ruleSetOf(running.ruleSet, known);
    if (own.tracks[to].clocks[running.clock] === undefined) return undefined;
    const trigger = restart
      ? deadline({ ruleSet: own, clock: running.clock, track: to, calendar, trigger: triggerOf(restart) }).trigger
      : running.trigger;
    const cause = {
      kind: 'track',
      from: { track: running.track, trigger: running.trigger },
      to: { track: to, trigger },
    } as const;
    return changeDeadline(running, cause, made, own, calendar);
  },
  arrivalDay: (receivedAt) => arrivalDay(receivedAt, ruleSet.seat, calendar),
  daysBack: (happening, days) => daysBack(happening, days, ruleSet.seat, calendar),
  onTrack: (other) => clocksOf(ruleSet, calendar, other, known),
});
