import type { PersonId, Role } from '@parley/kernel';
import { runningAfter } from '@parley/procedure';
import { seatId, type Member, type Occupancy, type Seat } from './draw-seat.rules';
import { fillableAfter } from './filling-up.rules';
import { uncalled } from './nonces.rules';
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
  } = data;
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
    seats: vacantSeats(1, seatsPerSide),
    everSeated: [],
    capacities: {},
    challenges: [],
    replacements: { complainant: 0, respondent: 0 },
    draws: [],
    convening: null,
    urgency: null,
    evidenceClosedAt: null,
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
    })),
  );

/** The panel is convened once more. */
export function frozenAnew(state: RecordedPanel, { data, occurredAt }: RostersFrozenAnew): RecordedPanel {
  const { rosters, rosterDigests, duty, vacated: vacant } = data;
  const seats = state.seats.map((seat) =>
    vacant.includes(seat.id)
      ? { ...uncalled(seat), occupancy: { stage: 'vacant' } as const, drawnInARow: 0, filledAgain: false }
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

export const disclosed = (state: RecordedPanel, { data, occurredAt }: DisclosureMade): RecordedPanel =>
  onSeat(state, data.seat, ({ occupancy }) =>
    occupancy.stage === 'awaiting-disclosure'
      ? {
          stage: 'open-to-challenge',
          member: occupancy.member,
          disclosure: { statement: data.statement, madeAt: occurredAt },
        }
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

/** A member has left the seat, and a successor is to come. */
export function left(state: RecordedPanel, seat: string): RecordedPanel {
  const after = vacated(state, seat);
  return { ...after, seats: after.seats.map((each) => (each.id === seat ? { ...each, filledAgain: true } : each)) };
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
