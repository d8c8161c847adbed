import type { PartyCode, PersonId, Side } from '@parley/kernel';
import { seatClockId, type SeatClock } from '../clock-moves';
import { seatOf } from '../composition/membership';
import { occupantOf, type Member, type Seat } from '../composition/seat';
import { commentClockId } from '../experts/expert';
import { requestClockId } from '../information/material';
import type { OpenedPanel } from '../panel-state';
import type { LateAct } from './fallback-commands';

/** Ids of the clocks that an act may answer. */
export function clocksFor(act: LateAct, state: OpenedPanel): readonly string[] {
  const of = (clock: SeatClock, seats: readonly Seat[]) =>
    seats.map(({ side, number }) => seatClockId(clock, state.parties[side], number));
  const holding = (person: PersonId) => [seatOf(state, person) ?? []].flat();
  switch (act.type) {
    case 'NominateMember':
      return of(
        'nomination',
        [...holding(act.member), ...state.seats].filter(({ side }) => side === sideOfParty(state, act.party)),
      );
    case 'MakeDisclosure':
      return of(
        'disclosure',
        state.seats.filter((seat) =>
          [occupantOf(seat), lapsedOccupant(state, seat)].some((member) => member?.personId === act.by),
        ),
      );
    case 'ChallengeMember':
      return of('challenge', holding(act.member));
    case 'SignChallengeDecision':
      return of(
        'challenge-decision',
        state.challenges.filter(({ id }) => id === act.challengeId).flatMap(({ member }) => holding(member)),
      );
    case 'ReplaceMember':
      return of('replacement', holding(act.member));
    case 'AnswerRequest':
      return state.requests
        .filter(({ id }) => id === act.requestId)
        .map(({ id, askedOf }) => requestClockId(askedOf, id));
    case 'CommentOnMaterial':
      return state.materials
        .filter(({ id, kind }) => id === act.materialId && kind === 'expert-report')
        .map(({ id }) => commentClockId(id));
    case 'CommentInterim':
      return ['interim-comments'];
    case 'CertifyFindings':
      return ['certification'];
  }
}

/** The side of a code; `undefined` for one that is no party of the case. */
export const sideOfParty = ({ parties }: OpenedPanel, party: PartyCode | null): Side | undefined =>
  party === parties.complainant ? 'complainant' : party === parties.respondent ? 'respondent' : undefined;

function lapsedOccupant({ lapsed, parties }: OpenedPanel, seat: Seat): Member | undefined {
  const occupancy = lapsed[seatClockId('disclosure', parties[seat.side], seat.number)]?.occupancy;
  return occupancy && occupantOf({ ...seat, occupancy });
}
