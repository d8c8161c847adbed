import type { DomainEvent, PartyCode, PersonId, Side } from '@parley/kernel';
import {
  lapsedAfter,
  lateEntriesAfter,
  type LapsedClocks,
  type LateEntryEvent,
  type MovesClocks,
  type RunningDeadline,
  type SetAside,
} from '@parley/procedure';
import { withCapacity } from '../composition/composition.rules';
import { seatOf, type Occupancy, type Seat } from '../composition/draw-seat.rules';
import { uncalled } from '../composition/nonces.rules';
import { commentClockId } from '../experts/experts.rules';
import { requestClockId, type InformationRequest } from '../information/information.rules';
import type {
  AnswerRequest,
  ChallengeMember,
  CommentInterim,
  CommentOnMaterial,
  FileThirdPartyNote,
  NominateMember,
  ReplaceMember,
  ServeReport,
} from '../panel/panel-commands.rules';
import type { OpenedPanel, OpenedPanelEvent, RecordedPanel } from '../panel/panel-state.rules';
import { isSeatClock, SEAT_CLOCKS, seatClockId, type SeatClock } from '../time/time.rules';

/** What of the panel's procedure may have come by another channel, paper for others with it. */
export type LatePanelAct =
  | NominateMember
  | ChallengeMember
  | ReplaceMember
  | AnswerRequest
  | CommentOnMaterial
  | CommentInterim
  | ServeReport
  | FileThirdPartyNote;

/**
 * An act that had come in time was entered when its default was already on record. What the default brought about is
 * set aside, and later steps that do not contradict the act stand (I-19).
 */
export type DefaultSetAside = DomainEvent<
  'DefaultSetAside',
  MovesClocks &
    SetAside & {
      /** The member who sat only because of the default and has left the seat; `null` when there was none. */
      readonly removed: { readonly member: PersonId; readonly party: PartyCode } | null;
    }
>;

export type PanelEntryEvent = LateEntryEvent<LatePanelAct> | DefaultSetAside;

/** Who enters acts in that office in this case, and who confirms or refuses is one of its registry (I-05). */
export function lateEntryNoted(state: RecordedPanel, event: LateEntryEvent<LatePanelAct>): RecordedPanel {
  const { by, office } = event.data;
  const noted = { ...state, lateEntries: lateEntriesAfter(state.lateEntries, event) };
  const entered = withCapacity(noted, by, office);
  return answeredBy(event).reduce((then, officer) => withCapacity(then, officer, 'registry'), entered);
}

const answeredBy = (event: LateEntryEvent<LatePanelAct>): readonly PersonId[] => {
  if (event.type === 'LateEntryRefused') return [event.data.refusedBy];
  return event.type === 'LateEntryCounted' && event.data.because.kind === 'confirmed' ? [event.data.because.by] : [];
};

/**
 * Puts a seat back as it was before the default. Clocks without a seat change nothing: an answer, a comment and a
 * certification are only added to what there is.
 */
export function setAside(state: RecordedPanel, { data: { deadline } }: DefaultSetAside): RecordedPanel {
  const was = state.lapsed[deadline]?.occupancy;
  const seat = seatOfClock(state, deadline);
  if (!was || !seat) return state;
  const lapsed = Object.fromEntries(Object.entries(state.lapsed).filter(([id]) => id !== deadline));
  return { ...(onSeatAgain(state, seat, was) ?? state), lapsed };
}

/** Ids of the clocks that an act may answer. */
export function clocksFor(act: LatePanelAct, state: OpenedPanel): readonly string[] {
  const of = (clock: SeatClock, seats: readonly Seat[]) =>
    seats.map(({ side, number }) => seatClockId(clock, state.parties[side], number));
  const holding = (person: PersonId) => [seatOf(state, person) ?? []].flat();
  switch (act.type) {
    case 'NominateMember':
      return of(
        'nomination',
        [...holding(act.member), ...state.seats].filter(({ side }) => side === sideOfParty(state, act.party)),
      );
    case 'ChallengeMember':
      return of('challenge', holding(act.member));
    case 'ReplaceMember':
      return of('replacement', holding(act.member));
    case 'AnswerRequest':
      return state.requests.filter(({ id }) => id === act.requestId).map(requestClockId);
    case 'CommentOnMaterial':
      return state.materials
        .filter(({ id, kind }) => id === act.materialId && kind === 'expert-report')
        .map(({ id }) => commentClockId(id));
    case 'CommentInterim':
      return ['interim-comments'];
    case 'ServeReport':
    case 'FileThirdPartyNote':
      return [];
  }
}

/** The side of a party's code; `undefined` for a code of no party of the case. */
export const sideOfParty = ({ parties }: OpenedPanel, party: PartyCode | null): Side | undefined =>
  party === parties.complainant ? 'complainant' : party === parties.respondent ? 'respondent' : undefined;

/**
 * A clock of the panel that ended by default. A seat's clock comes with the seat's occupancy then and the number of
 * draws before.
 */
export type LapsedPanelClock = RunningDeadline & { readonly occupancy?: Occupancy; readonly draws?: number };

export type LapsedPanelClocks = LapsedClocks<LapsedPanelClock>;

/** The seat for which a clock runs; none for a clock of the whole panel. */
export const seatOfClock = ({ seats, parties }: Pick<OpenedPanel, 'seats' | 'parties'>, id: string): Seat | undefined =>
  seats.find((seat) => clocksOfSeat({ parties }, seat).includes(id));

/** Ids of the clocks that may run for a seat. */
export const clocksOfSeat = ({ parties }: Pick<OpenedPanel, 'parties'>, { side, number }: Seat): readonly string[] =>
  SEAT_CLOCKS.map((clock) => seatClockId(clock, parties[side], number));

/** What is kept of clocks that ended unheard, after an event. */
export function lapsedPanelClocks(before: RecordedPanel, event: OpenedPanelEvent): LapsedPanelClocks {
  const { occurredAt: at, data } = event;
  const { closes, opens: opened } = movesOf(data);
  // Who is drawn in the place of one who did not disclose is there by the very default that a late disclosure undoes.
  const opens = event.type === 'MemberDrawn' && event.data.because === 'no-disclosure' ? [] : opened;
  const ended = closes.flatMap((id) => {
    const clock = before.running[id];
    if (!clock) return [];
    const seat = seatOfClock(before, id);
    return [[id, seat ? { ...clock, occupancy: seat.occupancy, draws: before.draws.length } : clock] as const];
  });
  return lapsedAfter<LapsedPanelClock>(before.lapsed, Object.fromEntries(ended), { opens, closes, at });
}

/** An event of a later version may say nothing of clocks. */
const movesOf = ({ opens = [], closes = [] }: Partial<MovesClocks>): MovesClocks => ({ opens, closes });

/** The panel as it would stand without a default; `undefined` where later steps rule that out. */
export function withoutDefault(state: OpenedPanel, clock: LapsedPanelClock): OpenedPanel | undefined {
  const undone = undoDefault(state, clock);
  if (!undone) return undefined;
  const others = Object.entries(undone.running).filter(
    ([id]) => !isNominationClock(clock.id) || !isNominationClock(id),
  );
  return { ...undone, running: { ...Object.fromEntries(others), [clock.id]: clock } };
}

const isNominationClock = (id: string): boolean => isSeatClock(id, 'nomination');

function undoDefault(state: OpenedPanel, clock: LapsedPanelClock): OpenedPanel | undefined {
  if (clock.id === 'interim-comments')
    return state.interim ? { ...state, stage: { name: 'interim-comments' } } : undefined;
  if (state.requests.some((request) => requestClockId(request) === clock.id))
    return { ...state, requests: state.requests.map((request) => awaitedAgain(request, clock)) };
  if (clock.clock === 'expert-comments') return findingsMade(state) ? undefined : state;
  const seat = seatOfClock(state, clock.id);
  return seat && clock.occupancy && !findingsMade(state)
    ? onSeatAgain(neverDrawn(state, seat, clock), seat, clock.occupancy)
    : undefined;
}

/** A request that has been answered since stays answered. */
const awaitedAgain = (request: InformationRequest, { id }: LapsedPanelClock): InformationRequest =>
  requestClockId(request) === id && request.outcome === 'not-given' ? { ...request, outcome: 'awaited' } : request;

/**
 * Takes the members who were drawn for a seat because of a silence off the list of those who were ever on the panel:
 * without the silence they would not have been drawn. Members who were challenged since stay on the list. The challenge
 * and its outcome stand, and naming the same person again loses no challenge (I-09).
 */
function neverDrawn(state: OpenedPanel, { id }: Seat, { draws: before = 0 }: LapsedPanelClock): OpenedPanel {
  const challenged = state.challenges.map(({ member }) => member);
  const drawn = state.draws.slice(before).flatMap((draw) => (draw.seat === id ? draw.drawn : []));
  return {
    ...state,
    everSeated: state.everSeated.filter((person) => challenged.includes(person) || !drawn.includes(person)),
  };
}

/** Once the panel has decided, its members cannot be exchanged any more. */
const findingsMade = ({ stage }: OpenedPanel): boolean =>
  stage.name === 'certifying' || stage.name === 'issued' || (stage.name === 'deciding' && stage.votingEndedAt !== null);

/**
 * A seat as it was when its time ran out. A challenge or a replacement is about the member who is still there, and of
 * whom nothing has been disclosed or challenged since.
 */
function onSeatAgain<Panel extends RecordedPanel>(state: Panel, seat: Seat, was: Occupancy): Panel | undefined {
  const { occupancy: now } = seat;
  const about = was.stage === 'open-to-challenge' || was.stage === 'open-to-replacement';
  if (about && (now.stage !== 'settled' || now.member.personId !== was.member.personId)) return undefined;
  const again = { ...uncalled(seat), occupancy: about && now.stage === 'settled' ? { ...now, stage: was.stage } : was };
  return { ...state, seats: state.seats.map((each) => (each.id === seat.id ? again : each)) };
}
