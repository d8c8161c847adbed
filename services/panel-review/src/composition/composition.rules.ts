import type { Instant, PersonId, Role, Side } from '@parley/kernel';
import { runningAfter } from '@parley/procedure';
import { isSettled, seatId, type Member, type Occupancy, type Seat } from './draw-seat.rules';
import { fillableAfter } from './filling-up.rules';
import { uncalled } from './nonces.rules';
import { firstCall, noSeatTime } from './seat-time.rules';
import { noLateClaims } from '../claims/claim-evidence.rules';
import type { RecordedPanel } from '../panel/panel-state.rules';
import type {
  DisclosureMade,
  MemberDrawn,
  MemberNominated,
  PanelConvened,
  PanelOpened,
  ParityRestored,
  RostersFrozenAnew,
} from './composition-events.rules';
import { noTerms } from '../terms/terms.rules';

const SIDES = ['complainant', 'respondent'] as const;

export function opened({ data }: PanelOpened): RecordedPanel {
  const {
    caseId,
    parties,
    filedAt,
    registeredAt,
    registeredBy,
    track,
    rosters,
    duty,
    rosterDigests,
    drawCommitments,
    seatsPerSide,
    opens,
  } = data;
  const seats = vacantSeats(1, seatsPerSide);
  return {
    status: 'opened',
    caseId,
    parties,
    registeredAt,
    registeredBy,
    track,
    rosters,
    frozenAt: filedAt,
    fillableUntil: fillableAfter({ parties, fillableUntil: { complainant: filedAt, respondent: filedAt } }, data),
    duty,
    rosterDigests,
    drawCommitments,
    seats,
    openTimes: seats.map(({ id: seat, side: on }) => ({ seat, from: registeredAt, to: null, on })),
    firstCalls: firstCall(opens, { event: 'CaseRegistered', at: registeredAt, kind: registeredBy }),
    seatTime: noSeatTime,
    everSeated: [],
    capacities: {},
    challenges: [],
    replacements: { complainant: 0, respondent: 0 },
    draws: [],
    convening: null,
    urgency: null,
    evidenceClosedAt: null,
    ...noLateClaims,
    ...noTerms,
    requests: [],
    jointProposals: [],
    thirdParties: [],
    expertLists: [],
    takenExperts: [],
    materials: [],
    extensions: [],
    delays: [],
    meeting: null,
    interim: null,
    comments: [],
    stage: { name: 'composing' },
    running: runningAfter({}, data),
    lapsed: {},
    lateEntries: [],
    standing: [],
  };
}

/** Seats of both sides, the complainant’s first, from one number to another. */
export const vacantSeats = (from: number, to: number): readonly Seat[] =>
  SIDES.flatMap((side) =>
    Array.from({ length: Math.max(to - from + 1, 0) }, (_, index) => ({
      id: seatId(side, from + index),
      side,
      number: from + index,
      occupancy: { stage: 'vacant' } as const,
      drawnInARow: 0,
      filledAgain: false,
      nonces: {},
      called: null,
      filledFor: side,
    })),
  );

/** The panel is convened once more. */
export function frozenAnew(state: RecordedPanel, { data, occurredAt }: RostersFrozenAnew): RecordedPanel {
  const { rosters, rosterDigests, duty, vacated: vacant } = data;
  const seats = state.seats.map((seat) =>
    vacant.includes(seat.id)
      ? {
          ...uncalled(seat),
          occupancy: { stage: 'vacant' } as const,
          drawnInARow: 0,
          filledAgain: false,
          filledFor: seat.side,
        }
      : seat,
  );
  const after = { ...state, frozenAt: occurredAt, rosters, rosterDigests, duty, seats };
  return { ...after, stage: { name: 'composing' }, convening: null };
}

/** Changes who or what is on one seat. */
export const onSeat = (state: RecordedPanel, id: string, change: (seat: Seat) => Occupancy): RecordedPanel => ({
  ...state,
  seats: state.seats.map((seat) => (seat.id === id ? seatWith(seat, change(seat)) : seat)),
});

/** Whoever was nominated or seated ends a row of draws. */
const seatWith = (seat: Seat, occupancy: Occupancy): Seat => ({
  ...(occupancy.stage === 'vacant' ? seat : uncalled(seat)),
  occupancy,
  drawnInARow:
    occupancy.stage === 'settled' || ('member' in occupancy && occupancy.member.chosenBy === 'nomination')
      ? 0
      : seat.drawnInARow,
});

export const nominated = (state: RecordedPanel, { data, occurredAt }: MemberNominated): RecordedPanel =>
  seatTaken(withCapacity(state, data.by, 'desk'), data.seat, {
    personId: data.member,
    chosenBy: 'nomination',
    coChair: data.coChair,
    chosenAt: occurredAt,
  });

export function drawn(state: RecordedPanel, { data, occurredAt }: MemberDrawn): RecordedPanel {
  const { seat: id, draw, commitment } = data;
  const seats = state.seats.map((seat) => (seat.id === id ? { ...seat, drawnInARow: seat.drawnInARow + 1 } : seat));
  const published = [...(state.drawCommitments[id] ?? []), commitment];
  const drawCommitments = { ...state.drawCommitments, [id]: published };
  return seatTaken({ ...state, seats, drawCommitments, draws: [...state.draws, draw] }, id, {
    personId: data.member,
    chosenBy: 'lot',
    coChair: false,
    chosenAt: occurredAt,
  });
}

const seatTaken = (state: RecordedPanel, seat: string, member: Member): RecordedPanel =>
  onSeat({ ...state, everSeated: [...state.everSeated, member.personId] }, seat, () => ({
    stage: 'awaiting-disclosure',
    member,
  }));

/**
 * A member has disclosed, for the first time or later. What follows from a later disclosure is on the account of the
 * member's own side (I-69).
 */
export function disclosed(state: RecordedPanel, { data, occurredAt: madeAt }: DisclosureMade): RecordedPanel {
  const { seat: id, statement, opens } = data;
  const after = onSeat(withCapacity(state, data.member, 'panel'), id, ({ occupancy }) => {
    if (occupancy.stage === 'vacant') return occupancy;
    const before = 'disclosure' in occupancy ? occupancy.disclosure : null;
    return {
      stage: opens.length > 0 || before === null ? 'open-to-challenge' : occupancy.stage,
      member: occupancy.member,
      disclosure: {
        challengeableUntil: null,
        ...before,
        statement: [...(before?.statement ?? []), ...statement],
        madeAt,
      },
    };
  });
  const reopened = state.seats.some((seat) => seat.id === id && isSettled(seat)) && opens.length > 0;
  return reopened
    ? { ...after, seats: after.seats.map((seat) => (seat.id === id ? { ...seat, filledFor: seat.side } : seat)) }
    : after;
}

/** The time to challenge a member has ended. */
export const challengeableUntil = (state: RecordedPanel, seat: string, at: Instant): RecordedPanel =>
  onSeat(state, seat, ({ occupancy }) =>
    'disclosure' in occupancy
      ? { ...occupancy, disclosure: { ...occupancy.disclosure, challengeableUntil: at } }
      : occupancy,
  );

/** Moves a seat whose member has disclosed to another stage. */
export const seatAt = (
  state: RecordedPanel,
  seat: string,
  stage: Exclude<Occupancy['stage'], 'vacant' | 'awaiting-disclosure'>,
): RecordedPanel =>
  onSeat(state, seat, ({ occupancy }) => ('disclosure' in occupancy ? { ...occupancy, stage } : occupancy));

export const vacated = (state: RecordedPanel, seat: string): RecordedPanel =>
  onSeat(state, seat, () => ({ stage: 'vacant' }));

/**
 * A member has left the seat, and a successor is to come.
 * @param on the side on whose account it is filled again; its own when left out
 */
export function left(state: RecordedPanel, seat: string, on?: Side): RecordedPanel {
  const after = vacated(state, seat);
  const again = (each: Seat): Seat => ({ ...each, filledAgain: true, filledFor: on ?? each.side });
  return { ...after, seats: after.seats.map((each) => (each.id === seat ? again(each) : each)) };
}

export const whole = (state: RecordedPanel, { data, occurredAt }: PanelConvened | ParityRestored): RecordedPanel => {
  const coChairs = data.members.filter(({ coChair }) => coChair).map(({ member }) => member);
  return {
    ...state,
    convening: { at: state.convening?.at ?? occurredAt, wholeSince: occurredAt, by: data.by, coChairs },
  };
};

/** The first capacity in which somebody acted in a case is the one that stays (I-05). */
export const withCapacity = (state: RecordedPanel, person: PersonId, role: Role): RecordedPanel => ({
  ...state,
  capacities: { [person]: role, ...state.capacities },
});
