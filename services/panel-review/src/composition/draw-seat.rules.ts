import type { Instant, PersonId, Sha256, Side, Text } from '@parley/kernel';
import { hasParity, type SeatedMember } from '@parley/procedure';
import type { OpenedPanel } from '../panel/panel-state.rules';
import { seatClockId } from '../time/time.rules';
import type { ConvenedMember, MemberRemoved, WhyDrawn } from './composition-events.rules';

/**
 * The members of a side's frozen roster who may take a seat. Excluded are persons on both rosters, in another capacity,
 * or on the panel before. On the urgent track those on duty serve. When none of them is left, the rest of the roster
 * serves, so that a short duty roster ends no screening.
 */
export function eligibleOf(
  { rosters, duty, names, track, everSeated, capacities }: OpenedPanel,
  side: Side,
): readonly PersonId[] {
  const standing = (names?.[side].members ?? rosters[side]).map(({ personId }) => personId);
  const eligible = rosters[side]
    .map(({ personId }) => personId)
    .filter(
      (person) =>
        standing.includes(person) && !everSeated.includes(person) && (capacities[person] ?? 'panel') === 'panel',
    );
  const serving = track === 'urgent' ? eligible.filter((person) => duty[side].includes(person)) : [];
  return serving.length > 0 ? serving : eligible;
}

/** Who is on a seat and has not disclosed in time is off it; nothing where nobody is on it. */
export function removeSilent(state: OpenedPanel, seat: Seat, expiry: Instant): readonly MemberRemoved[] {
  const { side, number, id } = seat;
  const { [side]: party } = state.parties;
  const member = occupantOf(seat)?.personId;
  if (member === undefined) return [];
  const closes = [seatClockId('disclosure', party, number)];
  const data = { seat: id, side, party, member, opens: [], closes };
  return [{ type: 'MemberRemoved', occurredAt: expiry, rule: 'S6', tier: 'PUBLIC', data }];
}

/** The seat of a person, settled or not. */
export const seatOf = ({ seats }: OpenedPanel, person: PersonId): Seat | undefined =>
  seats.find((seat) => occupantOf(seat)?.personId === person);

/** True where nobody of the other side is on the panel yet, so that no act can be against one. */
export const facesNobody = ({ seats }: OpenedPanel, side: Side): boolean =>
  seats.every((seat) => seat.side === side || occupantOf(seat) === undefined);

/** Everybody nominated or drawn who is still on the panel. */
export const nominatedMembers = ({ seats }: OpenedPanel): readonly PersonId[] =>
  seats.flatMap((seat) => occupantOf(seat)?.personId ?? []);

/** Members who have disclosed and are neither challenged nor open to a challenge any more (I-08, I-09). */
export const seatedMembers = ({ seats }: OpenedPanel): readonly SeatedMember[] =>
  seats.filter(isSettled).flatMap((seat) => {
    const member = occupantOf(seat);
    return member ? [{ member: member.personId, nominatedBy: seat.side }] : [];
  });

/** True while the panel that was convened has all its members (I-02). */
export const isWhole = (state: OpenedPanel): boolean =>
  state.convening !== null && state.seats.every(isSettled) && hasParity(seatedMembers(state));

/**
 * A side's co-chair: the present one, else the member whom the side chose for it, else the first of its seats (I-03).
 */
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

/** A person on a seat, and how the person came there. */
export interface Member {
  readonly personId: PersonId;
  readonly chosenBy: 'nomination' | 'lot';
  /** The side wishes this member for its co-chair. */
  readonly coChair: boolean;
  readonly chosenAt: Instant;
}

/** What a member lays open after the nomination and for this case (I-08). */
export interface Disclosure {
  /** With what was disclosed later. */
  readonly statement: readonly Text[];
  readonly madeAt: Instant;
  /** When the last time to challenge on it ended, used or not; `null` until then. */
  readonly challengeableUntil: Instant | null;
}

/** Where the filling of a seat stands. Only a person on a settled seat is a seated member. */
export type Occupancy =
  | { readonly stage: 'vacant' }
  | { readonly stage: 'awaiting-disclosure'; readonly member: Member }
  | {
      /**
       * `open-to-replacement`: the challenge did not remove the member, and the other side has its peremptory
       * replacement left.
       */
      readonly stage: 'open-to-challenge' | 'challenged' | 'open-to-replacement' | 'settled';
      readonly member: Member;
      readonly disclosure: Disclosure;
    };

export interface Seat {
  /** `complainant-1`, `respondent-2` … */
  readonly id: string;
  readonly side: Side;
  /** 1, 2 … on its side. */
  readonly number: number;
  readonly occupancy: Occupancy;
  /** How many were drawn for it since somebody was nominated for it or seated on it. */
  readonly drawnInARow: number;
  /** A member of it left, was replaced or was removed by a challenge: its clocks are those of a successor (S6). */
  readonly filledAgain: boolean;
  /** What desks have added to its next draw. */
  readonly nonces: Readonly<Partial<Record<Side, CommittedNonce>>>;
  /** Why it is drawn, while nonces are awaited before that; `null` otherwise. */
  readonly called: WhyDrawn | null;
  /** On whose account it is filled: the side's own, or after a peremptory replacement the other's (I-69). */
  readonly filledFor: Side;
}

/** A nonce to which a desk has committed itself; the nonce itself once it is laid open (I-72). */
export interface CommittedNonce {
  readonly commitment: Sha256;
  readonly nonce: string | null;
}

export const seatId = (side: Side, number: number): string => `${side}-${String(number)}`;

/** The person on a seat, settled or not. */
export const occupantOf = ({ occupancy }: Seat): Member | undefined =>
  occupancy.stage === 'vacant' ? undefined : occupancy.member;

export const isSettled = ({ occupancy }: Seat): boolean => occupancy.stage === 'settled';
