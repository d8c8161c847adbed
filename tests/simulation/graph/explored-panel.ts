import {
  accept,
  plusMillis,
  type Decider,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
  type Side,
} from '@parley/kernel';
import { verdictDigest } from '../../../services/panel-review/src/challenges/challenges.rules';
import { eligibleOf, occupantOf, type Seat } from '../../../services/panel-review/src/composition/draw-seat.rules';
import { clocksOfSeat, type LatePanelAct } from '../../../services/panel-review/src/late-entries/late-entries.rules';
import type { PanelCommand } from '../../../services/panel-review/src/panel/panel-commands.rules';
import {
  panelOf,
  regionStateOf,
  type OpenedPanel,
  type OwnPanel,
  type PanelEvent,
  type PanelState,
} from '../../../services/panel-review/src/panel/panel-state.rules';
import {
  enteredLate,
  caseId,
  claims,
  clocksOf,
  coHead,
  decider,
  desk,
  drawSecrets,
  opening,
  rosterOf,
  SIDES,
  text,
  type Said,
} from '../../../services/panel-review/src/panel/panel-story.fixture';
import { commandIn, factIn } from '../../../services/panel-review/src/panel/told-panel.fixture';
import { interimDigest } from '../../../services/panel-review/src/review/review.rules';
import {
  learn,
  nothingTold,
  type ToldFact,
  type ToldOfCase,
} from '../../../services/panel-review/src/time/known-case.rules';
import type { PanelMove } from '../history/panel-steps';
import { timesOf, type Due, type Explored, type Taken, type Try } from './explore';

const START = '2025-02-10T09:00:00.000Z' as Instant;
const HOUR = 3_600_000;
const LONG_STOP = '2027-07-10T15:00:00.000Z' as Instant;

const otherSide = (side: Side): Side => (side === 'complainant' ? 'respondent' : 'complainant');
const rosters = (size: number) => ({ complainant: rosterOf('cn', size), respondent: rosterOf('us', size) });
const byMember = (state: OpenedPanel, seat: Seat, by: PersonId, at: Instant) => ({
  by,
  party: state.parties[seat.side],
  receivedAt: at,
});

/** The first seat of each side that is at a stage. */
const seatsAt = ({ seats }: OpenedPanel, stage: Seat['occupancy']['stage']): readonly Seat[] =>
  SIDES.flatMap((side) => seats.filter((seat) => seat.side === side && seat.occupancy.stage === stage).slice(0, 1));

const withOccupant = <T>(seats: readonly Seat[], act: (seat: Seat, member: PersonId) => readonly T[]): readonly T[] =>
  seats.flatMap((seat) => {
    const member = occupantOf(seat)?.personId;
    return member ? act(seat, member) : [];
  });

function composition(state: OpenedPanel, at: Instant): readonly PanelCommand[] {
  const { parties, challenges } = state;
  const open = challenges.filter(({ outcome }) => outcome === null);
  return [
    ...seatsAt(state, 'vacant').flatMap(({ side }): readonly PanelCommand[] =>
      eligibleOf(state, side)
        .slice(0, 1)
        .map((member) => ({ type: 'NominateMember', ...desk(parties[side], at), member, coChair: false })),
    ),
    ...withOccupant(seatsAt(state, 'awaiting-disclosure'), (seat, member): readonly PanelCommand[] => [
      { type: 'MakeDisclosure', ...byMember(state, seat, member, at), statement: text('Nothing.') },
    ]),
    ...withOccupant(seatsAt(state, 'open-to-challenge'), (seat, member): readonly PanelCommand[] => [
      { type: 'ChallengeMember', ...desk(parties[otherSide(seat.side)], at), member, grounds: text('Counsel.') },
    ]),
    ...withOccupant(seatsAt(state, 'settled'), (seat, member): readonly PanelCommand[] => [
      { type: 'MakeDisclosure', ...byMember(state, seat, member, at), statement: text('A new tie.') },
      {
        ...{ type: 'ChallengeMember', ...desk(parties[otherSide(seat.side)], at), member, grounds: text('Counsel.') },
        cameToLight: at,
      },
    ]),
    ...withOccupant(seatsAt(state, 'open-to-replacement'), (seat, member): readonly PanelCommand[] => [
      { type: 'ReplaceMember', ...desk(parties[otherSide(seat.side)], at), member },
    ]),
    ...open.flatMap((challenge) =>
      PARTIES.flatMap((party) =>
        (['upheld', 'not-upheld'] as const).map((verdict): PanelCommand => ({
          type: 'SignChallengeDecision',
          ...coHead(party, at),
          challengeId: challenge.id,
          verdict,
          digest: verdictDigest(caseId, challenge, verdict),
        })),
      ),
    ),
    ...(['awaiting-disclosure', 'open-to-challenge', 'challenged', 'open-to-replacement', 'settled'] as const).flatMap(
      (stage) =>
        withOccupant(seatsAt(state, stage).slice(0, 1), (seat, member): readonly PanelCommand[] => [
          { type: 'RecuseMember', ...byMember(state, seat, member, at), reason: text('Illness.') },
        ]),
    ),
  ];
}

const PARTIES: readonly PartyCode[] = ['CN' as PartyCode, 'US' as PartyCode];

function findings({ stage }: OpenedPanel, at: Instant): readonly PanelCommand[] {
  const words = text('So far.');
  return [
    { type: 'RecordInterim', at, text: words, exhibits: [], digest: interimDigest(caseId, words, []) },
    closedAsOf(at),
    ...('decision' in stage
      ? PARTIES.map((party): PanelCommand => ({
          type: 'CertifyFindings',
          ...coHead(party, at),
          digest: stage.decision.digest,
        }))
      : []),
    ...(stage.name === 'issued'
      ? PARTIES.map((party): PanelCommand => ({
          type: 'MarkPassages',
          ...desk(party, at),
          passages: ['So far.'],
          givesAway: 'grievance',
          reason: 'personal-data',
        }))
      : []),
  ];
}

const closedAsOf = (closedAt: Instant): PanelCommand => ({
  type: 'RecordFindings',
  salt: 'aa',
  closedAt,
  closedBy: 'time',
  seats: 4,
  seated: [],
  votes: [],
  objectionVotes: [],
  reasons: [],
  statements: [],
});

/** The deliberation had closed in the moment before the panel was stopped, and the panel hears of it after. */
function closedBefore({ suspendedAt, screeningEnd }: OpenedPanel): readonly PanelCommand[] {
  const stopped = suspendedAt ?? screeningEnd?.at;
  return stopped === undefined ? [] : [closedAsOf(plusMillis(stopped, -1))];
}

/** Acts that came by another channel an hour before the end of their time, and are entered now. */
function provedLate(state: OpenedPanel, receivedAt: Instant): readonly PanelCommand[] {
  return Object.values(state.lapsed).flatMap(({ dueAt }) => {
    const cameAt = plusMillis(dueAt, -HOUR);
    const challenges = state.challenges.map((challenge) => ({ ...challenge, outcome: null }));
    const before: OpenedPanel = {
      ...state,
      challenges,
      seats: state.seats.map((seat) => ({ ...seat, occupancy: occupancyThen(state, seat, dueAt) })),
    };
    return composition(before, cameAt).flatMap((act): readonly PanelCommand[] =>
      isLateAct(act) ? [enteredLate({ ...act, receivedAt: cameAt }, receivedAt)] : [],
    );
  });
}

/** The occupancy of a seat before a default at an instant. */
const occupancyThen = ({ lapsed, parties }: OpenedPanel, seat: Seat, dueAt: Instant): Seat['occupancy'] =>
  clocksOfSeat({ parties }, seat).flatMap((id) =>
    lapsed[id]?.dueAt === dueAt ? (lapsed[id].occupancy ?? []) : [],
  )[0] ?? seat.occupancy;

const isLateAct = (
  act: PanelCommand,
): act is Exclude<LatePanelAct, { type: 'CommentInterim' | 'AnswerRequest' | 'CommentOnMaterial' }> =>
  act.type === 'NominateMember' || act.type === 'ChallengeMember' || act.type === 'ReplaceMember';

/** Rosters with other names, as they stand when a screening is reopened. */
const FROZEN_ANEW = {
  rosters: { complainant: rosterOf('cn-new', 4), respondent: rosterOf('us-new', 4) },
  duty: { complainant: [], respondent: [] },
};

/** What the intake tells, and what the panel itself decides on the urgency. */
function told({ suspendedAt, screeningEnd, stage, track }: OpenedPanel, at: Instant): readonly Said[] {
  const clocks = clocksOf('2026-1');
  const since = suspendedAt ?? screeningEnd?.at;
  const goingOn = since ? { longStop: LONG_STOP, still: clocks.standStill(since, { at }), at } : undefined;
  return [
    { told: 'consultations-ended', at },
    { type: 'RecordUrgency', verdict: 'refused', at },
    { told: 'suspended', at },
    { told: 'screening-ended', outcome: 'lapsed', at },
    { told: 'lapse-set-aside', at },
    ...(stage.name === 'interim-comments' ? [{ told: 'long-stop-reached', at } as const] : []),
    ...(track === 'standard' && (stage.name === 'composed' || stage.name === 'reviewing')
      ? [{ told: 'track', track: 'complex', longStop: null, at } as const]
      : []),
    ...(goingOn
      ? ([
          { told: 'resumed', ...goingOn },
          { told: 'reopened', ...goingOn },
          { told: 'reopened', ...goingOn, anew: FROZEN_ANEW },
        ] satisfies Said[])
      : []),
  ];
}

/** A panel as it was recorded, with what it was told. */
interface Standing {
  readonly own: OwnPanel;
  readonly told: ToldOfCase;
}

type FactHeard = DomainEvent<'FactHeard', ToldFact>;

const standing = ({ own, told: view }: Standing): PanelState => panelOf(own, view);

/** A panel together with what it is told. A fact moves it just as its own events do. */
const standingDecider: Decider<Said, Standing, PanelEvent | FactHeard> = {
  initial: { own: decider.initial, told: nothingTold },
  evolve: (before, event) =>
    event.type === 'FactHeard'
      ? { ...before, told: learn(before.told, event.data) }
      : { ...before, own: decider.evolve(before.own, event) },
  decide(said, { own, told: before }) {
    const [fact, command] = [factIn(said), commandIn(said)];
    const known = fact ? learn(before, fact) : before;
    const decision = command ? decider.decide({ command, told: known }, own) : accept<PanelEvent>();
    if (decision.kind === 'refused' || !fact) return decision;
    const heard: FactHeard = { type: 'FactHeard', occurredAt: START, rule: 'S6', tier: 'PUBLIC', data: fact };
    return accept<PanelEvent | FactHeard>(heard, ...decision.events);
  },
};

/** A step as the regions show it. */
export const panelMoveOf = ({ event, before, after }: Taken<Standing, PanelEvent | FactHeard>): PanelMove => ({
  before: standing(before),
  after: standing(after),
  event: event.type === 'FactHeard' ? event.data : event,
});

const each = (commands: readonly Said[], at: Instant | undefined): readonly Try<Said>[] =>
  at === undefined ? [] : commands.map((command) => ({ command, at }));

/** An opened panel with its claims, or the tries that make one. */
const begun = (state: PanelState, now: Instant): OpenedPanel | readonly Try<Said>[] => {
  if (state.status === 'unopened')
    return each(
      (['standard', 'urgent'] as const).map((track) => opening({ rosters: rosters(3), longStop: LONG_STOP, track })),
      now,
    );
  return state.claims.length === 0 ? each([claims], now) : state;
};

function expiries({ running }: OpenedPanel, next: Due | undefined): readonly Try<Said>[] {
  const due = Object.values(running).filter(({ dueAt }) => dueAt === next?.dueAt);
  return each(
    due.map(({ id }): PanelCommand => ({
      type: 'ExpireDeadline',
      deadlineId: id,
      drawSecrets,
    })),
    next?.dueAt,
  );
}

const stagesOf = ({ seats }: OpenedPanel): readonly string[] =>
  [...new Set(seats.map(({ occupancy }) => occupancy.stage))].toSorted();
/** Verdicts that were signed on the newest challenge, decided or not. */
const signaturesOf = ({ challenges }: OpenedPanel): readonly string[] =>
  [...new Set(challenges.at(-1)?.signatures.map(({ verdict }) => verdict))].toSorted();
const namesLeft = (state: OpenedPanel): boolean => SIDES.every((side) => eligibleOf(state, side).length > 0);

/** Panel and seats, S6 to S9. */
export const exploredPanel: Explored<Said, Standing, PanelEvent | FactHeard> = {
  decider: standingDecider,
  start: START,
  tries(before, now) {
    const state = begun(standing(before), now);
    if (!('seats' in state)) return state;
    const { next, soon, blink } = timesOf(Object.values(state.running), now);
    return [
      ...each(soon ? [...composition(state, soon), ...findings(state, soon), ...told(state, soon)] : [], soon),
      ...each(blink ? told(state, blink) : [], blink),
      ...each(closedBefore(state), now),
      ...expiries(state, next),
    ];
  },
  likeness(before) {
    const state = standing(before);
    if (state.status === 'unopened') return state.status;
    const { stage, track, consultationsEndedAt, suspendedAt, screeningEnd, running, claims: held } = state;
    const stopped = suspendedAt ?? screeningEnd?.at;
    const late = stopped !== undefined && Object.values(running).some(({ dueAt }) => dueAt < stopped);
    const heard = stage.name === 'composed' && consultationsEndedAt !== null;
    return JSON.stringify([
      regionStateOf(state),
      stage.name,
      track,
      screeningEnd !== null,
      late,
      held.length,
      stagesOf(state),
      stage.name === 'composing' && signaturesOf(state),
      heard,
      ...(['terms', 'evidence', 'evidence-answer'] as const).map((clock) => clock in running),
      namesLeft(state),
    ]);
  },
};

/** The same while the panel is composed, with acts that came by another channel and are entered late (I-19). */
export const exploredLateComposition: Explored<Said, Standing, PanelEvent | FactHeard> = {
  decider: standingDecider,
  start: START,
  tries(before, now) {
    const state = begun(standing(before), now);
    if (!('seats' in state)) return state;
    if (state.stage.name !== 'composing') return [];
    const { next, soon } = timesOf(Object.values(state.running), now);
    return [
      ...each(soon ? [...composition(state, soon), ...provedLate(state, soon)] : [], soon),
      ...expiries(state, next),
    ];
  },
  likeness(before) {
    const state = standing(before);
    if (state.status === 'unopened') return state.status;
    const lapsed = Object.values(state.lapsed).toSorted((one, other) => (one.dueAt < other.dueAt ? 1 : -1))[0]?.clock;
    return JSON.stringify([
      state.stage.name,
      state.track,
      state.claims.length,
      stagesOf(state),
      signaturesOf(state),
      lapsed,
      namesLeft(state),
    ]);
  },
};
