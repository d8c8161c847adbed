import {
  accept,
  canonicalJson,
  otherSide,
  type Decision,
  type DomainEvent,
  type Instant,
  type IsoDate,
  type Side,
} from '@parley/kernel';
import {
  dayAfter,
  dayEnd,
  seatDate,
  standsStill,
  type Clocks,
  type ClocksOf,
  type Happening,
  type MovesClocks,
  type RunningDeadline,
  type SeatTime,
} from '@parley/procedure';
import { evolveOpened } from '../panel/common-refusals.rules';
import type { OpenedPanel, OpenedPanelEvent, PanelEvent, RecordedPanel } from '../panel/panel-state.rules';
import { SEAT_CLOCKS, isSeatClock, seatClockId } from '../time/time.rules';
import { isSettled, type Seat } from './draw-seat.rules';

/** How much the seats of a panel that is not whole add to the long-stop, and on whose account (I-69). */
export type SeatTimeCounted = DomainEvent<'SeatTimeCounted', MovesClocks & SeatTime>;

/** A time in which a seat was not settled, and somebody could still come onto it. */
export interface OpenTime {
  readonly seat: string;
  readonly from: Instant;
  /** `null` while it goes on. */
  readonly to: Instant | null;
  /** Whose account it is on: a side's, or that of whoever the outcome of a challenge says. */
  readonly on: Side | { readonly challenge: string };
}

/** Members are called for the first time, in the times of the track and of the rules by which their clocks run. */
export type FirstCall = Happening & Pick<RunningDeadline, 'track' | 'ruleSet'>;

/** What is kept of the time of seats. */
export interface SeatTimes {
  readonly openTimes: readonly OpenTime[];
  /** What started the first nominations of seats, the registration first. */
  readonly firstCalls: readonly FirstCall[];
  /** As it was counted last. */
  readonly seatTime: SeatTime;
}

export const noSeatTime: SeatTime = { days: 0, accounts: [] };

const SIDES: readonly Side[] = ['complainant', 'respondent'];

/**
 * What an event opens and ends of the time of seats, or how it counts it. The days of S9 that a whole panel gets again
 * are added to it.
 */
export function openTimesAfter(before: RecordedPanel, after: RecordedPanel, event: OpenedPanelEvent): RecordedPanel {
  const at = event.occurredAt;
  const ended: OpenTime[] = [];
  const changed = after.seats.flatMap((seat) => {
    const was = before.openTimes.find((time) => time.seat === seat.id && time.to === null);
    const on = accountOf(seat, after);
    if (sameAccount(was?.on, on)) return [];
    if (was) ended.push({ ...was, to: at });
    return on === undefined ? [] : [{ seat: seat.id, from: at, to: null, on }];
  });
  const kept = before.openTimes.map((time) => ended.find(({ seat }) => time.to === null && time.seat === seat) ?? time);
  const late = event.type === 'ParityRestored' ? event.data.opens.find(({ id }) => id === 'findings') : undefined;
  const given = late
    ? kept.filter(({ to }) => to === at).map(({ on }) => ({ seat: 'findings', from: at, to: late.dueAt, on }))
    : [];
  const openTimes = ended.length + changed.length + given.length === 0 ? kept : [...kept, ...changed, ...given];
  const { days, accounts } = event.type === 'SeatTimeCounted' ? event.data : before.seatTime;
  const firstCalls = [...before.firstCalls, ...firstCallIn(event)];
  return { ...after, openTimes, firstCalls, seatTime: { days, accounts } };
}

const FIRST_CALLS: readonly PanelEvent['type'][] = ['TrackTaken', 'RostersFrozenAnew'];

const firstCallIn = ({ type, occurredAt: at, data }: OpenedPanelEvent): readonly FirstCall[] =>
  FIRST_CALLS.includes(type) ? firstCall(data.opens, { event: type, at }) : [];

/** The call for first nominations among clocks that a happening opened; none when no seat is new. */
export const firstCall = (opens: readonly RunningDeadline[], happening: Happening): readonly FirstCall[] =>
  opens
    .filter(({ clock }) => clock === 'nomination')
    .slice(0, 1)
    .map(({ track, ruleSet }) => ({ ...happening, track, ruleSet }));

/** The account of a seat's time; none where it is settled, or stays empty and nobody waits for it. */
function accountOf(seat: Seat, { challenges, parties, running }: RecordedPanel): OpenTime['on'] | undefined {
  const { occupancy, side, number, filledFor } = seat;
  const awaited = SEAT_CLOCKS.some((clock) => running[seatClockId(clock, parties[side], number)] !== undefined);
  if (isSettled(seat) || !awaited) return undefined;
  if (occupancy.stage === 'open-to-replacement') return otherSide(side);
  const challenge = challenges.find(
    ({ seat: of, outcome }) => occupancy.stage === 'challenged' && of === seat.id && outcome === null,
  );
  return challenge ? { challenge: challenge.id } : filledFor;
}

const sameAccount = (one: OpenTime['on'] | undefined, other: OpenTime['on'] | undefined): boolean =>
  one === other || (typeof one === 'object' && typeof other === 'object' && one.challenge === other.challenge);

/**
 * The days that seats add in all. A seat that is open now is counted to the end of the clock that runs for it, so that
 * the long-stop does not come meanwhile.
 */
function countSeatTime(state: OpenedPanel, clocks: Clocks, clocksOf: ClocksOf): SeatTime {
  const { addedDaysPerSide } = clocks.ruleSet.tracks[state.track];
  const plain = state.firstCalls.map((call) => plainTime(call, state, clocksOf(call.ruleSet)));
  const owed = SIDES.map((side) => ({
    party: state.parties[side],
    days: daysOf(side, plain, state, clocks).slice(0, addedDaysPerSide),
  }));
  const accounts = owed.filter(({ days }) => days.length > 0).map(({ party, days }) => ({ party, days: days.length }));
  return { days: new Set(owed.flatMap(({ days }) => days)).size, accounts };
}

/** True when the seats of a side have added all that they may. */
export const isUsedUp = (state: OpenedPanel, side: Side, clocks: Clocks): boolean => {
  const { addedDaysPerSide } = clocks.ruleSet.tracks[state.track];
  return state.seatTime.accounts.some(({ party, days }) => party === state.parties[side] && days >= addedDaysPerSide);
};

/** A time of which a seat owes no day. */
interface PlainTime {
  readonly first: IsoDate;
  readonly last: IsoDate;
}

/** Days on the account of a side, oldest first, each once. */
function daysOf(side: Side, plain: readonly PlainTime[], state: OpenedPanel, clocks: Clocks): readonly IsoDate[] {
  const days = state.openTimes
    .filter(({ on }) => sideOfAccount(on, state) === side)
    .flatMap(({ seat: of, from, to }) => daysIn(from, to ?? endOfClock(of, state) ?? from, clocks));
  return [...new Set(days)]
    .filter((day) => !plain.some(({ first, last }) => first <= day && day <= last))
    .filter((day) => !standsStill(day, state.stoodStill))
    .toSorted();
}

/**
 * The days of a time, with that on which it begins unless that one has ended: a seat that comes free on the day of the
 * long-stop itself is still waited for when its first clock ends.
 */
function daysIn(from: Instant, to: Instant, { ruleSet: { seat } }: Clocks): readonly IsoDate[] {
  const [first, last] = [seatDate(from, seat), seatDate(to, seat)];
  const days: IsoDate[] = [];
  if (from === to) return days;
  for (let day = from < dayEnd(first, seat) ? first : dayAfter(first); day <= last; day = dayAfter(day)) days.push(day);
  return days;
}

/** A challenge that fails is on the account of who made it, also as long as nobody has upheld it. */
function sideOfAccount(on: OpenTime['on'], { challenges, seats }: OpenedPanel): Side | undefined {
  if (typeof on === 'string') return on;
  const challenge = challenges.find(({ id }) => id === on.challenge);
  if (challenge?.outcome?.verdict !== 'upheld') return challenge?.by;
  return seats.find(({ id }) => id === challenge.seat)?.side;
}

const NO_REASON = { en: '', 'zh-Hans': '' };

/** The plain time of S6 after a first call: nominations, disclosures, challenges. */
function plainTime(
  { track, ruleSet: _, ...call }: FirstCall,
  { parties, stoodStill }: OpenedPanel,
  clocks: Clocks,
): PlainTime {
  const then = (deadline: RunningDeadline): Happening => ({ event: call.event, at: lasting(deadline), kind: 'expiry' });
  const of = clocks.onTrack(track);
  const lasting = (deadline: RunningDeadline): Instant =>
    stoodStill.reduce((gone, { by: _by, ...still }) => {
      const began = gone.trigger.instant !== null && gone.trigger.instant >= still.to;
      return began || gone.dueAt < still.from ? gone : of.resume(gone, still, { at: still.to, reason: NO_REASON });
    }, deadline).dueAt;
  const named = of.start('nomination', call, 'nomination', parties.complainant);
  const disclosed = of.start('disclosure', then(named));
  const last = lasting(of.start('challenge', then(disclosed), 'challenge', parties.complainant));
  return { first: seatDate(call.at, of.ruleSet.seat), last: seatDate(last, of.ruleSet.seat) };
}

function endOfClock(id: string, { seats, parties, running }: OpenedPanel): Instant | undefined {
  const seat = seats.find((each) => each.id === id);
  return (
    seat &&
    SEAT_CLOCKS.flatMap((clock) => running[seatClockId(clock, parties[seat.side], seat.number)]?.dueAt ?? []).at(0)
  );
}

/**
 * Adds to a decision what it changes of the time of seats, as long as the panel has not decided.
 * @param clocksOf the clocks of each version, since plain time is of the version by which seats were called for
 */
export function seatTimeCounted(
  decision: Decision<PanelEvent>,
  state: OpenedPanel,
  clocks: Clocks,
  clocksOf: ClocksOf,
): Decision<PanelEvent> {
  if (decision.kind === 'refused') return decision;
  const last = decision.events.findLast(({ data }) => [...data.opens.map(({ id }) => id), ...data.closes].some(ofSeat));
  if (!last) return decision;
  const after = decision.events.reduce(
    (now, event) => (event.type === 'PanelOpened' ? now : evolveOpened(now, event)),
    state,
  );
  if (DECIDED.includes(after.stage.name)) return decision;
  const counted = countSeatTime(after, clocks, clocksOf);
  if (canonicalJson(counted) === canonicalJson(after.seatTime)) return decision;
  return accept<PanelEvent>(...decision.events, {
    type: 'SeatTimeCounted',
    occurredAt: last.occurredAt,
    rule: 'I-69',
    tier: 'PUBLIC',
    data: { ...counted, opens: [], closes: [] },
  });
}

const DECIDED: readonly OpenedPanel['stage']['name'][] = ['certifying', 'issued', 'impossible'];

const ofSeat = (id: string): boolean => id === 'findings' || SEAT_CLOCKS.some((clock) => isSeatClock(id, clock));
