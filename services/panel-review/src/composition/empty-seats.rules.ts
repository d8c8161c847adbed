import type { Instant, PartyCode, Side } from '@parley/kernel';
import { fullRoster, type Clocks, type Happening, type RunningDeadline } from '@parley/procedure';
import { isPast, type OpenedPanel } from '../panel/panel-state.rules';
import { endsInDraw, SEAT_CLOCKS, seatClockId, type SeatClock } from '../time/time.rules';
import type { PanelImpossible, SeatLeftEmpty } from './composition-events.rules';
import { eligibleOf, isSettled, type Seat } from './draw-seat.rules';
import { isUsedUp } from './seat-time.rules';

/** A seat that cannot be filled, and why. */
export interface Unfillable {
  readonly seat: Seat;
  readonly why: 'lacking' | 'unseated';
}

/** Before the interim text a panel that cannot be had ends the screening at once (S6). */
export const BEFORE_INTERIM: readonly OpenedPanel['stage']['name'][] = ['composing', 'composed', 'reviewing'];

/**
 * Why a vacant seat cannot be filled: its side has no eligible name left, or before the interim text has had as many
 * drawn in a row for it as the rules allow, and none was seated.
 */
export function unfillable(state: OpenedPanel, seat: Seat, { ruleSet }: Clocks): Unfillable | undefined {
  if (BEFORE_INTERIM.includes(state.stage.name) && seat.drawnInARow >= ruleSet.panel.drawsInARowPerSeat)
    return { seat, why: 'unseated' };
  return eligibleOf(state, seat.side).length === 0 ? { seat, why: 'lacking' } : undefined;
}

/**
 * The time to fill a seat whose member has left: its side names a successor, but from the interim text on one is drawn
 * at once, and so when the side has used up what its seats may add to the long-stop (S6). As long as the first
 * nominations of a side are due later than that, its roster can be filled up until then, so a successor has the time of
 * a first nomination.
 * @param on the side on whose account the seat is filled
 */
export function successionClock(
  state: OpenedPanel,
  { side, number }: Seat,
  happening: Happening,
  clocks: Clocks,
  on: Side = side,
): RunningDeadline {
  const { stage, parties, fillableUntil } = state;
  const party = parties[side];
  const id = seatClockId('nomination', party, number);
  if (!BEFORE_INTERIM.includes(stage.name) || isUsedUp(state, on, clocks))
    return clocks.start('successor-draw', happening, id);
  const successor = clocks.start('successor-nomination', happening, id, party);
  return successor.dueAt < fillableUntil[side] ? clocks.start('nomination', happening, id, party) : successor;
}

/**
 * What follows at once when a seat has come free: nothing as long as its side has a name left for it, or may still fill
 * a short roster up. From the interim text on its side has the time of a nomination all the same.
 */
export function whenVacated(
  state: OpenedPanel,
  seatId: string,
  at: Instant,
  clocks: Clocks,
): readonly PanelImpossible[] {
  const seat = state.seats.find(({ id }) => id === seatId);
  const none = seat && BEFORE_INTERIM.includes(state.stage.name) ? unfillable(state, seat, clocks) : undefined;
  if (!none) return [];
  const { side } = none.seat;
  const members = state.names?.[side].members ?? state.rosters[side];
  const fillable = at < state.fillableUntil[side] && members.length < fullRoster(clocks.ruleSet).members;
  return none.why === 'lacking' && fillable ? [] : [panelImpossible(state, [none], at)];
}

/**
 * A vacant seat cannot be filled. Before the interim text there is no panel then; from there on the seat stays empty,
 * and the findings are made all the same (I-68).
 */
export function notFilled(
  state: OpenedPanel,
  none: readonly Unfillable[],
  at: Instant,
): readonly (PanelImpossible | SeatLeftEmpty)[] {
  if (none.length === 0) return [];
  if (BEFORE_INTERIM.includes(state.stage.name)) return [panelImpossible(state, none, at)];
  return none.map(({ seat: { id: seat, side, number } }) => {
    const party = state.parties[side];
    const clocks = (['nomination', 'nonces'] as const).map((clock) => seatClockId(clock, party, number));
    const closes = clocks.filter((clock) => state.running[clock] !== undefined);
    const data = { seat, side, party, opens: [], closes };
    return { type: 'SeatLeftEmpty', occurredAt: at, rule: 'I-68', tier: 'PUBLIC', data };
  });
}

/** There is no panel: the record names every side that lacks a name at this instant, the complainant first. */
function panelImpossible(state: OpenedPanel, none: readonly Unfillable[], at: Instant): PanelImpossible {
  const sidesOf = (why: Unfillable['why']): readonly PartyCode[] =>
    (['complainant', 'respondent'] as const)
      .filter((side) => none.some((each) => each.why === why && each.seat.side === side))
      .map((side) => state.parties[side]);
  return {
    type: 'PanelImpossible',
    occurredAt: at,
    rule: 'S6',
    tier: 'PUBLIC',
    data: {
      seats: none.map(({ seat }) => seat.id),
      lacking: sidesOf('lacking'),
      unseated: sidesOf('unseated'),
      opens: [],
      closes: Object.keys(state.running),
    },
  };
}

/** True when a seat stays empty and no other is still to be settled: the clock of none runs any more. */
export const staysIncomplete = (state: OpenedPanel): boolean =>
  !state.seats.every(isSettled) && !state.seats.some((seat) => clockOf(seat, state));

/**
 * True while a seat is still to be settled at an instant: a clock of it runs, and where that has ended its side has a
 * name left to be drawn, whether or not its end was decided already (I-19).
 */
export const awaitsMember = (state: OpenedPanel, at: Instant): boolean =>
  state.seats.some((seat) => {
    const clock = clockOf(seat, state);
    if (clock === undefined) return false;
    const toBeDrawn = endsInDraw(clock) && isPast(state, seatClockId(clock, state.parties[seat.side], seat.number), at);
    return !toBeDrawn || eligibleOf(state, seat.side).length > 0;
  });

/** The clock that runs until a seat is settled; `undefined` for a settled seat, and for one that stays empty. */
const clockOf = (seat: Seat, { running, parties }: OpenedPanel): SeatClock | undefined =>
  isSettled(seat)
    ? undefined
    : SEAT_CLOCKS.find((clock) => running[seatClockId(clock, parties[seat.side], seat.number)] !== undefined);

/** Codes of the sides of which a seat is not settled, the complainant's first. */
export const incompleteSides = ({ seats, parties }: OpenedPanel): readonly PartyCode[] =>
  (['complainant', 'respondent'] as const)
    .filter((side) => seats.some((seat) => seat.side === side && !isSettled(seat)))
    .map((side) => parties[side]);
