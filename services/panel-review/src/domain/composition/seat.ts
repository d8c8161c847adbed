import type { Instant, PersonId, Side, Text } from '@parley/kernel';

/** Who was put on a seat, and how. */
export interface Member {
  readonly personId: PersonId;
  readonly chosenBy: 'nomination' | 'lot';
  /** The side wishes this member for its co-chair. */
  readonly coChair: boolean;
  readonly chosenAt: Instant;
}

/** What a member lays open after the nomination and for this case (I-08). */
export interface Disclosure {
  readonly statement: readonly Text[];
  readonly madeAt: Instant;
}

/** Where the filling of a seat stands. Only who is on a settled seat is a seated member. */
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
}

export const seatId = (side: Side, number: number): string => `${side}-${String(number)}`;

/** Who sits on a seat, settled or not. */
export const occupantOf = ({ occupancy }: Seat): Member | undefined =>
  occupancy.stage === 'vacant' ? undefined : occupancy.member;

export const isSettled = ({ occupancy }: Seat): boolean => occupancy.stage === 'settled';
