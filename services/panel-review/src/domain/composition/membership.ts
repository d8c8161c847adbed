import type { PersonId, Side } from '@parley/kernel';
import { hasParity, type SeatedMember } from '@parley/procedure';
import type { OpenedPanel } from '../panel-state';
import type { ConvenedMember } from './composition-events';
import { isSettled, occupantOf, type Seat } from './seat';

/** The seat on which somebody is, settled or not. */
export const seatOf = ({ seats }: OpenedPanel, person: PersonId): Seat | undefined =>
  seats.find((seat) => occupantOf(seat)?.personId === person);

/** Everybody nominated or drawn who is still on the panel. */
export const nominatedMembers = ({ seats }: OpenedPanel): readonly PersonId[] =>
  seats.flatMap((seat) => occupantOf(seat)?.personId ?? []);

/** Who has disclosed, and is not open to a challenge or challenged any more (I-08, I-09). */
export const seatedMembers = ({ seats }: OpenedPanel): readonly SeatedMember[] =>
  seats.filter(isSettled).flatMap((seat) => {
    const member = occupantOf(seat);
    return member ? [{ member: member.personId, nominatedBy: seat.side }] : [];
  });

/** True while the panel that was convened has all its members (I-02). */
export const isWhole = (state: OpenedPanel): boolean =>
  state.convening !== null && state.seats.every(isSettled) && hasParity(seatedMembers(state));

/** A side's co-chair: who is one already, else whom the side chose for it, else the first of its seats (I-03). */
function coChairOf(state: OpenedPanel, side: Side): PersonId | undefined {
  const members = state.seats.filter((seat) => seat.side === side).flatMap((seat) => occupantOf(seat) ?? []);
  const present = members.find(({ personId }) => state.convening?.coChairs.includes(personId));
  return (present ?? members.find(({ coChair }) => coChair) ?? members[0])?.personId;
}

/** The members as they are convened, co-chairs marked. */
export function convenedMembers(state: OpenedPanel): readonly ConvenedMember[] {
  const chairs = [coChairOf(state, 'complainant'), coChairOf(state, 'respondent')];
  return state.seats.flatMap((seat) => {
    const member = occupantOf(seat);
    return member
      ? [
          {
            member: member.personId,
            side: seat.side,
            party: state.parties[seat.side],
            coChair: chairs.includes(member.personId),
            chosenBy: member.chosenBy,
          },
        ]
      : [];
  });
}
