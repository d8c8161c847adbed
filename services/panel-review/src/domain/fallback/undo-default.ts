import type { OpenedPanel } from '../panel-state';
import { requestClockId, type InformationRequest } from '../information/material';
import { occupantOf, type Occupancy, type Seat } from '../composition/seat';
import { seatOfClock, type LapsedPanelClock } from './lapsed-panel-clocks';

/** The panel as it would stand had a default not happened; `undefined` where what came later bars that. */
export function withoutDefault(state: OpenedPanel, clock: LapsedPanelClock): OpenedPanel | undefined {
  const undone = undoDefault(state, clock);
  if (!undone) return undefined;
  const others = Object.entries(undone.running).filter(
    ([, running]) => clock.clock !== 'nomination' || running.clock !== 'nomination',
  );
  return { ...undone, running: { ...Object.fromEntries(others), [clock.id]: clock } };
}

function undoDefault(state: OpenedPanel, clock: LapsedPanelClock): OpenedPanel | undefined {
  const { stage } = state;
  if (clock.id === 'interim-comments')
    return state.interim ? { ...state, stage: { name: 'interim-comments' } } : undefined;
  if (clock.id === 'certification')
    return stage.name === 'issued' ? { ...state, stage: { name: 'certifying', decision: stage.decision } } : undefined;
  if (clock.clock === 'information-request')
    return { ...state, requests: state.requests.map((request) => awaitedAgain(request, clock)) };
  if (clock.clock === 'expert-comments') return findingsMade(state) ? undefined : state;
  const seat = seatOfClock(state, clock.id);
  return seat && clock.occupancy && !findingsMade(state)
    ? onSeatAgain(neverDrawn(state, seat, clock), seat, clock.occupancy)
    : undefined;
}

/** A request that was answered since stays answered. */
const awaitedAgain = (request: InformationRequest, { id }: LapsedPanelClock): InformationRequest =>
  requestClockId(request.askedOf, request.id) === id && request.outcome === 'not-given'
    ? { ...request, outcome: 'awaited' }
    : request;

/**
 * Who was drawn for a seat because of a silence has not been on the panel, had the silence been none. Who was
 * challenged since has been: what came or will come of that stands, and no challenge is lost by naming the same person
 * again (I-09).
 */
function neverDrawn(state: OpenedPanel, { id }: Seat, { draws: before = 0 }: LapsedPanelClock): OpenedPanel {
  const challenged = state.challenges.map(({ member }) => member);
  const drawn = state.draws.slice(before).flatMap((draw) => (draw.seat === id ? draw.drawn : []));
  return {
    ...state,
    everSeated: state.everSeated.filter((person) => challenged.includes(person) || !drawn.includes(person)),
  };
}

/** Who decided cannot be exchanged any more. */
const findingsMade = ({ stage }: OpenedPanel): boolean =>
  stage.name === 'certifying' || stage.name === 'issued' || (stage.name === 'deciding' && stage.votingEndedAt !== null);

/**
 * A seat as it was when its time ran out. A challenge, or what was not decided of one, is about the member who is still
 * there.
 */
export function onSeatAgain(state: OpenedPanel, seat: Seat, was: Occupancy): OpenedPanel | undefined {
  const member = occupantOf({ ...seat, occupancy: was })?.personId;
  const about = was.stage === 'open-to-challenge' || was.stage === 'challenged' || was.stage === 'open-to-replacement';
  if (about && occupantOf(seat)?.personId !== member) return undefined;
  const challenges = state.challenges.map((challenge) =>
    was.stage === 'challenged' && challenge.member === member && challenge.outcome?.by === 'default'
      ? { ...challenge, outcome: null }
      : challenge,
  );
  return {
    ...state,
    challenges,
    seats: state.seats.map((each) => (each.id === seat.id ? { ...each, occupancy: was } : each)),
  };
}
