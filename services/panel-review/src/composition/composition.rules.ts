import type { PersonId, Role } from '@parley/kernel';
import { runningAfter } from '@parley/procedure';
import { seatId, type Member, type Occupancy, type Seat } from './draw-seat.rules';
import type { OpenedPanel } from '../panel/panel-state.rules';
import type {
  DisclosureMade,
  MemberDrawn,
  MemberNominated,
  PanelConvened,
  PanelOpened,
  ParityRestored,
  RostersFrozenAnew,
} from './composition-events.rules';
import type { Roster } from '../roster/roster.rules';

const SIDES = ['complainant', 'respondent'] as const;

export function opened({ data }: PanelOpened, exhibits: readonly string[]): OpenedPanel {
  const {
    caseId,
    parties,
    ruleSetVersion,
    registeredAt,
    registeredBy = 'act',
    longStop,
    track = 'standard',
    rosters,
    rosterDigests,
    drawCommitment,
    seatsPerSide,
  } = data;
  return {
    status: 'opened',
    caseId,
    parties,
    ruleSetVersion,
    formerRules: [],
    registeredAt,
    registeredBy,
    track,
    longStop,
    rosters,
    duty: data.duty ?? { complainant: namesOf(rosters.complainant), respondent: namesOf(rosters.respondent) },
    rosterDigests,
    drawCommitment,
    drawRound: 1,
    claims: [],
    formerClaims: [],
    withdrawnClaims: [],
    amendments: [],
    replacedBy: [],
    exhibits,
    consultationsEndedAt: null,
    seats: vacantSeats(1, seatsPerSide),
    everSeated: [],
    capacities: {},
    challenges: [],
    replacements: { complainant: 0, respondent: 0 },
    draws: [],
    convening: null,
    urgency: null,
    requests: [],
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
    suspendedAt: null,
    screeningEnd: null,
  };
}

const namesOf = (roster: Roster): readonly PersonId[] => roster.map(({ personId }) => personId);

/** Seats of both sides, the complainant’s first, from one number to another. */
export const vacantSeats = (from: number, to: number): readonly Seat[] =>
  SIDES.flatMap((side) =>
    Array.from({ length: Math.max(to - from + 1, 0) }, (_, index) => ({
      id: seatId(side, from + index),
      side,
      number: from + index,
      occupancy: { stage: 'vacant' } as const,
    })),
  );

/** Before its findings were under way the panel is convened once more; after that it is made whole again. */
export function frozenAnew(state: OpenedPanel, { data }: RostersFrozenAnew): OpenedPanel {
  const { rosters, rosterDigests, duty, drawCommitment, round: drawRound, vacated: vacant, stage } = data;
  const seats = state.seats.map((seat) =>
    vacant.includes(seat.id) ? { ...seat, occupancy: { stage: 'vacant' } as const } : seat,
  );
  const after = { ...state, rosters, rosterDigests, duty, drawCommitment, drawRound, seats };
  return stage === 'deciding'
    ? { ...after, stage: { name: stage, votingEndedAt: null } }
    : { ...after, stage: { name: stage }, convening: null };
}

/** Changes who or what is on one seat. */
export const onSeat = (state: OpenedPanel, id: string, change: (seat: Seat) => Occupancy): OpenedPanel => ({
  ...state,
  seats: state.seats.map((seat) => (seat.id === id ? { ...seat, occupancy: change(seat) } : seat)),
});

export const nominated = (state: OpenedPanel, { data, occurredAt }: MemberNominated): OpenedPanel =>
  seatTaken(withCapacity(state, data.by, 'desk'), data.seat, {
    personId: data.member,
    chosenBy: 'nomination',
    coChair: data.coChair,
    chosenAt: occurredAt,
  });

export const drawn = (state: OpenedPanel, { data, occurredAt }: MemberDrawn): OpenedPanel =>
  seatTaken({ ...state, draws: [...state.draws, data.draw] }, data.seat, {
    personId: data.member,
    chosenBy: 'lot',
    coChair: false,
    chosenAt: occurredAt,
  });

const seatTaken = (state: OpenedPanel, seat: string, member: Member): OpenedPanel =>
  onSeat({ ...state, everSeated: [...state.everSeated, member.personId] }, seat, () => ({
    stage: 'awaiting-disclosure',
    member,
  }));

export const disclosed = (state: OpenedPanel, { data, occurredAt }: DisclosureMade): OpenedPanel =>
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
  state: OpenedPanel,
  seat: string,
  stage: Exclude<Occupancy['stage'], 'vacant' | 'awaiting-disclosure'>,
): OpenedPanel =>
  onSeat(state, seat, ({ occupancy }) => ('disclosure' in occupancy ? { ...occupancy, stage } : occupancy));

export const vacated = (state: OpenedPanel, seat: string): OpenedPanel =>
  onSeat(state, seat, () => ({ stage: 'vacant' }));

export const whole = (state: OpenedPanel, { data, occurredAt }: PanelConvened | ParityRestored): OpenedPanel => {
  const coChairs = data.members.filter(({ coChair }) => coChair).map(({ member }) => member);
  return {
    ...state,
    convening: { at: state.convening?.at ?? occurredAt, wholeSince: occurredAt, by: data.by, coChairs },
  };
};

/** The first capacity in which somebody acted in a case is the one that stays (I-05). */
export const withCapacity = (state: OpenedPanel, person: PersonId, role: Role): OpenedPanel => ({
  ...state,
  capacities: { [person]: role, ...state.capacities },
});
