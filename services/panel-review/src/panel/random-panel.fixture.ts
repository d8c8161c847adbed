import {
  accept,
  fold,
  plusMillis,
  type CaseParties,
  type Decision,
  type Instant,
  type PartyCode,
  type PersonId,
  type Side,
} from '@parley/kernel';
import type { Track } from '@parley/procedure';
import {
  openedPanelOf,
  panelOf,
  unopened,
  type Act,
  type OpenedPanel,
  type OwnPanel,
  type PanelEvent,
  type PanelState,
} from './panel-state.rules';
import { verdictDigest } from '../challenges/challenges.rules';
import { occupantOf, seatedMembers } from '../composition/draw-seat.rules';
import type { DeliberationEvent, DeliberationState } from '../deliberation/deliberation.rules';
import type { DeliberationCommand } from '../deliberation/votes.rules';
import {
  at,
  claims,
  decider,
  drawSecrets,
  exhibit,
  opening,
  person,
  rosterOf,
  secret,
  text,
  type Said,
  deliberation,
} from './panel-story.fixture';
import { commandIn, factIn } from './told-panel.fixture';
import { learn, nothingTold, type ToldOfCase } from '../time/known-case.rules';
import { amend, extend, goingOn, isStopped, layBefore, stopOrGoOn } from './random-changes.fixture';

/** One throw of the dice: which act, by whom, and how long after the one before. */
export interface Throw {
  readonly act: number;
  readonly who: number;
  readonly minutes: number;
}

/** A panel with a random history: any command that anybody might send, most of them out of place. */
export interface RandomPanel {
  readonly now: Instant;
  readonly own: OwnPanel;
  readonly told: ToldOfCase;
  readonly panel: PanelState;
  readonly events: readonly PanelEvent[];
  /** How the panel stood before and after each event. */
  readonly steps: readonly { readonly before: PanelState; readonly after: PanelState }[];
  /** How the panel stood at first, and after each fact and each event. */
  readonly stood: readonly PanelState[];
  /** The panel after each command: what anybody could have seen. */
  readonly states: readonly OpenedPanel[];
  readonly deliberation: DeliberationState;
  readonly votes: readonly DeliberationEvent[];
}

const MINUTE = 60_000;
/** Long enough that a random history seldom runs out of names. */
export const ROSTER = 8;
const LATER_LONG_STOP = at('2025-09-08T17:00:00+02:00');
const URGENT_LONG_STOP = at('2025-03-12T17:00:00+01:00');

export function begun(parties: CaseParties, track: Track = 'standard'): RandomPanel {
  const longStop = track === 'urgent' ? { longStop: URGENT_LONG_STOP } : {};
  const open = opening({
    parties,
    track,
    ...longStop,
    rosters: { complainant: rosterOf('cn', ROSTER), respondent: rosterOf('us', ROSTER) },
  });
  const start: RandomPanel = {
    now: open.registeredAt,
    own: unopened,
    told: nothingTold,
    panel: unopened,
    events: [],
    steps: [],
    stood: [unopened],
    states: [],
    deliberation: deliberation.initial,
    votes: [],
  };
  return [open, claims, exhibit].reduce<RandomPanel>((world, said) => send(world, said), start);
}

/**
 * A throw fires the next deadline, or sends some act a little later. Deadlines fire as timers do, in the order of
 * instant and id.
 */
export function play(world: RandomPanel, dice: readonly Throw[]): RandomPanel {
  return dice.reduce((before, { act, who, minutes }) => {
    const state = opened(before);
    const next = nextDue(state);
    const now = plusMillis(before.now, minutes * MINUTE);
    // A deadline that is over fires before any act that is received after it, as with timers.
    if (next && (act === 0 || now >= next.dueAt))
      return afterExpiry(send({ ...before, now: next.dueAt > before.now ? next.dueAt : before.now }, expiry(next.id)));
    return step({ ...before, now }, act, who);
  }, world);
}

/** In a suspended or ended screening only the deadlines that were due before it stopped fire. */
const nextDue = ({ running, suspendedAt, screeningEnd }: OpenedPanel) => {
  const stop = suspendedAt ?? screeningEnd?.at;
  const due = Object.values(running).filter(({ dueAt }) => stop === undefined || dueAt < stop);
  return due.toSorted((a, b) => (a.dueAt + a.id < b.dueAt + b.id ? -1 : 1))[0];
};

/** Nobody does anything any more: deadlines fire until none is left, or the long-stop comes first. */
export function leftAlone(world: RandomPanel): RandomPanel {
  let now = send(goingOn(world), { told: 'consultations-ended', at: world.now });
  for (let next = nextDue(opened(now)); next && next.dueAt < opened(now).longStop; next = nextDue(opened(now))) {
    const after = afterExpiry(send({ ...now, now: next.dueAt }, expiry(next.id)));
    if (after.events.length === now.events.length) throw new Error(`${next.id} is over, and would fire for ever`);
    now = after;
  }
  return now;
}

const expiry = (deadlineId: string): Said => ({ type: 'ExpireDeadline', deadlineId, drawSecrets });

/** Does what the process managers do: closes the deliberation when its time is over, and carries over its result. */
function afterExpiry(world: RandomPanel): RandomPanel {
  const state = opened(world);
  if (state.stage.name !== 'deciding' || state.stage.votingEndedAt === null) return world;
  return carry(
    deliberate(world, {
      type: 'CloseDeliberation',
      at: state.stage.votingEndedAt,
      by: state.longStopReachedAt === state.stage.votingEndedAt ? 'long-stop' : 'time',
      seated: seatedMembers(state),
      seats: state.seats.length,
    }),
  );
}

function carry(world: RandomPanel): RandomPanel {
  const { urgency, draft, agreedAt, closed, ...sayings } = world.deliberation;
  const { votes, objectionVotes, reasons, statements } = sayings;
  const said = urgency ? send(world, { type: 'RecordUrgency', ...urgency }) : world;
  const issued = draft && agreedAt !== null ? send(said, { type: 'RecordInterim', at: agreedAt, ...draft }) : said;
  return closed
    ? send(issued, { type: 'RecordFindings', salt: secret, ...closed, votes, objectionVotes, reasons, statements })
    : issued;
}

function step(world: RandomPanel, act: number, who: number): RandomPanel {
  const state = opened(world);
  const side: Side = who % 2 === 0 ? 'complainant' : 'respondent';
  const desk = as(world, side, 'desk');
  const coHead = as(world, side, 'cohead');
  const occupant = occupants(state)[who % state.seats.length] ?? person('nobody');
  const member: Act = { by: occupant, party: null, receivedAt: world.now };
  const rostered = state.rosters[side][who]?.personId ?? person('nobody');
  const pending = state.challenges.find(({ outcome }) => outcome === null) ?? state.challenges[0];
  if (isStopped(world) && act > 15) return stopOrGoOn(world, who);
  switch (act) {
    case 1:
    case 2:
      return send(world, { type: 'NominateMember', ...desk, member: rostered, coChair: who > 4 });
    case 3:
    case 4:
    case 19:
    case 20:
      return send(world, {
        type: 'MakeDisclosure',
        ...member,
        by: who > 5 ? occupant : (awaited(state)[who % 2] ?? occupant),
        statement: text('Nothing.'),
      });
    case 5:
      return send(world, {
        ...{ type: 'ChallengeMember', ...desk, member: occupant, grounds: text('Grounds.') },
        ...(who > 4 ? { cameToLight: world.now } : {}),
      });
    case 6: {
      if (!pending) return world;
      const verdict = who > 3 ? 'upheld' : 'not-upheld';
      const signer = who === 7 ? { ...coHead, by: pending.member } : coHead;
      return send(world, {
        type: 'SignChallengeDecision',
        ...signer,
        challengeId: pending.id,
        verdict,
        digest: verdictDigest(state.caseId, pending, verdict),
      });
    }
    case 7:
      return send(world, { type: 'ReplaceMember', ...desk, member: occupant });
    case 8:
      return who === 0 ? send(world, { type: 'RecuseMember', ...member, reason: [] }) : world;
    case 9:
      return send(world, { told: 'consultations-ended', at: world.now });
    case 10:
      if (world.deliberation.draft && who < 7) return world;
      return deliberate(world, {
        type: 'DraftInterim',
        ...member,
        panel: state,
        text: text('Draft.'),
        exhibits: ['CHN-1'],
      });
    case 11:
    case 17:
    case 18:
    case 23:
    case 29:
    case 30: {
      const { draft } = world.deliberation;
      const chair = who < 6 ? state.convening?.coChairs[who % 2] : undefined;
      return draft
        ? carry(
            deliberate(world, {
              type: 'SignInterim',
              ...member,
              panel: state,
              by: chair ?? occupant,
              digest: draft.digest,
            }),
          )
        : world;
    }
    case 12:
      return who % 2 === 0
        ? send(world, { type: 'CommentInterim', ...desk, comment: text('Comment.') })
        : send(world, { type: 'FinishCommenting', ...desk });
    case 13:
    case 14:
      return deliberate(world, {
        type: 'CastVote',
        ...member,
        panel: state,
        claimId: who > 3 ? 'C1' : 'C2',
        on: who % 3 === 0 ? 'not-substantiated' : 'substantiated',
        attributed: false,
      });
    case 15:
      return carry(deliberate(world, { type: 'AskClosing', ...member, panel: state }));
    case 21:
      return carry(
        deliberate(world, {
          type: 'GiveUrgencyView',
          ...member,
          panel: state,
          verdict: who % 4 < 3 ? 'refused' : 'confirmed',
        }),
      );
    case 22:
      return send(world, {
        told: 'track',
        track: who > 0 ? 'complex' : 'standard',
        longStop: LATER_LONG_STOP,
        at: world.now,
      });
    case 24:
      return stopOrGoOn(world, who);
    case 25:
      return amend(world, who);
    case 31:
      return extend(world, who);
    case 26:
    case 27:
    case 28:
      return layBefore(world, act, who);
    default: {
      const digest = state.stage.name === 'certifying' ? state.stage.decision.digest : undefined;
      return digest ? send(world, { type: 'CertifyFindings', ...coHead, digest }) : world;
    }
  }
}

/** Officials by their side's role, so that a swap of the countries leaves the persons in place. */
export const as = ({ now, panel }: RandomPanel, side: Side, role: string): Act => ({
  by: person(`${side}-${role}`),
  party: partyOf(panel, side),
  receivedAt: now,
});

const partyOf = (panel: PanelState, side: Side): PartyCode | null =>
  panel.status === 'opened' ? panel.parties[side] : null;

/** The members who still have to disclose. */
const awaited = ({ seats }: OpenedPanel): readonly PersonId[] =>
  seats.flatMap(({ occupancy }) => (occupancy.stage === 'awaiting-disclosure' ? occupancy.member.personId : []));

const occupants = ({ seats }: OpenedPanel): readonly (PersonId | undefined)[] =>
  seats.map((seat) => occupantOf(seat)?.personId);

export const opened = ({ panel }: RandomPanel): OpenedPanel => openedPanelOf(panel);

export function send(world: RandomPanel, said: Said): RandomPanel {
  const [fact, command] = [factIn(said), commandIn(said)];
  const told = fact ? learn(world.told, fact) : world.told;
  const decision: Decision<PanelEvent> = command ? decider.decide({ command, told }, world.own) : accept();
  const events = decision.kind === 'accepted' ? decision.events : [];
  const owns = events.reduce<readonly OwnPanel[]>(
    (before, event) => [...before, decider.evolve(before.at(-1) ?? world.own, event)],
    [world.own],
  );
  const stood = owns.map((own) => panelOf(own, told));
  const panel = stood.at(-1) ?? world.panel;
  return {
    ...world,
    own: owns.at(-1) ?? world.own,
    told,
    panel,
    states: panel.status === 'opened' ? [...world.states, panel] : world.states,
    events: [...world.events, ...events],
    steps: [...world.steps, ...stood.slice(1).map((after, index) => ({ before: stood[index] ?? unopened, after }))],
    stood: [...world.stood, ...stood],
  };
}

export function deliberate(world: RandomPanel, command: DeliberationCommand): RandomPanel {
  const decision = deliberation.decide(command, world.deliberation);
  const events = decision.kind === 'accepted' ? decision.events : [];
  return {
    ...world,
    deliberation: events.reduce(deliberation.evolve, world.deliberation),
    votes: [...world.votes, ...events],
  };
}

/** The panel from the events before an instant and from all that was told. */
export const panelThen = ({ events, told }: RandomPanel, at: string): PanelState =>
  panelOf(
    fold(
      decider,
      events.filter(({ occurredAt }) => occurredAt < at),
    ),
    told,
  );

/**
 * The same thing with the codes of the two countries swapped; persons and roles stay as they are. The arithmetic of a
 * deadline is left out, since both parties' calendars count in either case. Digests are left out, since the contents
 * that they are over are compared.
 */
export function mirrored(value: unknown, { complainant, respondent }: CaseParties): unknown {
  const swapped = (code: string): string =>
    code === complainant ? respondent : code === respondent ? complainant : code;
  if (typeof value === 'string') return value.split(':').map(swapped).join(':');
  if (Array.isArray(value)) return value.map((each: unknown) => mirrored(each, { complainant, respondent }));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      key === 'arithmetic' || key === 'digest' ? [] : [[key, mirrored(each, { complainant, respondent })] as const],
    ),
  );
}
