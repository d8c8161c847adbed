import {
  accept,
  plusMillis,
  type Decider,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
  type Sha256,
} from '@parley/kernel';
import {
  canBeCommitted,
  drawByLot,
  drawCommitment,
  rosterDigest,
  type DrawNonce,
  type DrawRecord,
} from '@parley/procedure';

export interface CrisisTeamMember {
  readonly personId: PersonId;
  /** From whose duty roster the person was drawn. */
  readonly party: PartyCode;
}

/** One side of a draw: who is on its roster, and who of them is on duty. */
export interface DutyOf {
  readonly party: PartyCode;
  readonly roster: readonly PersonId[];
  readonly onDuty: readonly PersonId[];
}

/** A request of the crisis grade came in: the secrets of its draws are committed to, and its rosters freeze (I-72). */
export interface OpenCrisisDraws {
  readonly type: 'OpenCrisisDraws';
  readonly hotlineId: string;
  /** The case; the hotline's own id where there is none. */
  readonly subject: string;
  readonly sides: readonly [DutyOf, DutyOf];
  /** SHA-256 of the secret of each place. */
  readonly commitments: Readonly<Record<string, Sha256>>;
  readonly at: Instant;
}

/** A crisis calls for a team. */
export interface DrawCrisisTeam {
  readonly type: 'DrawCrisisTeam';
  readonly hotlineId: string;
  readonly subject: string;
  /** As the rosters stood at the call. */
  readonly sides: readonly [DutyOf, DutyOf];
  readonly membersPerSide: number;
  /** For so many hours a team serves in every crisis. */
  readonly servesHours: number;
  readonly at: Instant;
  readonly nonces: readonly DrawNonce[];
  /** The secret of each place: 64 lower-case hexadecimal characters; `null` while the draw is not due. */
  readonly drawSecrets: Readonly<Record<string, string>> | null;
}

export type CrisisTeamCommand = OpenCrisisDraws | DrawCrisisTeam;

export type CrisisDrawsOpened = DomainEvent<
  'CrisisDrawsOpened',
  {
    readonly hotlineId: string;
    readonly subject: string;
    readonly commitments: Readonly<Record<string, Sha256>>;
    readonly sides: Readonly<Record<'asking' | 'asked', DutyOf>>;
    readonly rosterDigests: Readonly<Record<'asking' | 'asked', Sha256>>;
  }
>;

/** Equal numbers of both sides; nobody when a side has nobody who can be drawn. */
export type CrisisTeamDrawn = DomainEvent<
  'CrisisTeamDrawn',
  {
    readonly hotlineId: string;
    readonly subject: string;
    readonly members: readonly CrisisTeamMember[];
    readonly draws: readonly DrawRecord[];
    /** From here on another crisis has another team. */
    readonly servesUntil: Instant;
  }
>;
/** A team that serves already serves in one more crisis. */
export type CrisisTeamServes = DomainEvent<
  'CrisisTeamServes',
  CrisisTeamDrawn['data'] & {
    readonly drawnAt: Instant;
    /** The request for which it was drawn. */
    readonly drawnFor: string;
  }
>;

/** The team of a crisis. */
export interface CrisisTeam {
  readonly hotlineId: string;
  readonly members: readonly CrisisTeamMember[];
  readonly draws: readonly DrawRecord[];
  readonly drawnAt: Instant;
  readonly drawnFor: string;
  readonly servesUntil: Instant;
}

export interface CrisisTeamBook {
  /** What was published before the draws of each crisis, by the id of its request. */
  readonly opened: Readonly<Record<string, CrisisDrawsOpened['data']>>;
  /** The teams of all crises, the first one first. */
  readonly teams: readonly CrisisTeam[];
}

type CrisisTeamEvent = CrisisDrawsOpened | CrisisTeamDrawn | CrisisTeamServes;

/**
 * One team serves every crisis of its time, so that no side wears the duty rosters out by calling. It is drawn by the
 * draw that fills the seats of panels: place `asking-1`, `asking-2` …, `asked-1` … of each side, from its roster, among
 * those on duty; no draw depends on the name of a country (I-07). The secrets are those of this hotline request alone,
 * and are laid open with the draws, behind the nonces. Where nobody could be drawn the next call draws anew.
 */
export const crisisTeamDecider: Decider<CrisisTeamCommand, CrisisTeamBook, CrisisTeamEvent> = {
  initial: { opened: {}, teams: [] },
  decide(command, book) {
    const { hotlineId, at } = command;
    if (command.type === 'OpenCrisisDraws') return book.opened[hotlineId] ? accept() : accept(openDraws(command));
    const teams = book.teams.filter(({ members }) => members.length > 0);
    if (teams.some((team) => team.hotlineId === hotlineId)) return accept();
    const { subject, servesHours, drawSecrets } = command;
    const about = { occurredAt: at, rule: 'hotline', tier: 'PARTIES' } as const;
    // Calls are heard in any order: a team that was drawn shortly behind this one serves in it as well.
    const length = servesHours * 3_600_000;
    const serving = teams.find(({ drawnAt, servesUntil }) => at < servesUntil && drawnAt < plusMillis(at, length));
    if (serving) {
      const { members, draws, drawnAt, drawnFor, servesUntil } = serving;
      return accept<CrisisTeamEvent>({
        ...about,
        type: 'CrisisTeamServes',
        data: { hotlineId, subject, members, draws, drawnAt, drawnFor, servesUntil },
      });
    }
    if (drawSecrets === null) return accept();
    const { members, draws } = drawTeam(command, drawSecrets, book.opened[hotlineId]);
    return accept<CrisisTeamEvent>({
      ...about,
      type: 'CrisisTeamDrawn',
      data: { hotlineId, subject, members, draws, servesUntil: plusMillis(at, length) },
    });
  },
  evolve(book, event) {
    switch (event.type) {
      case 'CrisisDrawsOpened':
        return { ...book, opened: { ...book.opened, [event.data.hotlineId]: event.data } };
      case 'CrisisTeamDrawn':
      case 'CrisisTeamServes':
        return { ...book, teams: [...book.teams, teamOf(event)] };
      default:
        return unknownEvent(event, book);
    }
  },
};

/** An event of a later day leaves the teams as they are. */
const unknownEvent = (_event: never, book: CrisisTeamBook): CrisisTeamBook => book;

function openDraws({
  hotlineId,
  subject,
  sides: [asking, asked],
  commitments,
  at,
}: OpenCrisisDraws): CrisisDrawsOpened {
  return {
    type: 'CrisisDrawsOpened',
    occurredAt: at,
    rule: 'I-72',
    tier: 'PARTIES',
    data: {
      ...{ hotlineId, subject, commitments },
      sides: { asking, asked },
      rosterDigests: { asking: rosterDigest(asking.roster), asked: rosterDigest(asked.roster) },
    },
  };
}

function teamOf({ data, occurredAt }: CrisisTeamDrawn | CrisisTeamServes): CrisisTeam {
  const { hotlineId, members, draws, servesUntil } = data;
  const [drawnAt, drawnFor] = 'drawnFor' in data ? [data.drawnAt, data.drawnFor] : [occurredAt, hotlineId];
  return { hotlineId, members, draws, drawnAt, drawnFor, servesUntil };
}

/** The places of a team that are drawn: those of the side that asks, and those of the side that is asked. */
export const placesOf = (membersPerSide: number): readonly string[] =>
  (['asking', 'asked'] as const).flatMap((side) =>
    Array.from({ length: membersPerSide }, (_, index) => `${side}-${String(index + 1)}`),
  );

/**
 * Who was on duty at the request, without those who have taken back their acceptance since. Fewer than a side's part of
 * a team can be filled up to that number until the team is called for.
 */
function frozen(then: DutyOf | undefined, now: DutyOf, least: number): DutyOf {
  if (!then) return now;
  const left = then.onDuty.filter((person) => now.roster.includes(person));
  const more = now.onDuty.filter((person) => !left.includes(person)).slice(0, Math.max(least - left.length, 0));
  const added = more.filter((person) => !then.roster.includes(person));
  return { party: then.party, roster: [...then.roster, ...added], onDuty: [...left, ...more] };
}

function drawTeam(
  { sides, membersPerSide, nonces }: DrawCrisisTeam,
  secrets: Readonly<Record<string, string>>,
  opened: CrisisDrawsOpened['data'] | undefined,
): Pick<CrisisTeam, 'members' | 'draws'> {
  const asking = frozen(opened?.sides.asking, sides[0], membersPerSide);
  const asked = frozen(opened?.sides.asked, sides[1], membersPerSide);
  const size = Math.min(membersPerSide, asking.onDuty.length, asked.onDuty.length);
  const drawSide = (place: 'asking' | 'asked', { roster, onDuty }: DutyOf): readonly DrawRecord[] => {
    const draws: DrawRecord[] = [];
    for (let n = 1; n <= size; n++) {
      const eligible = onDuty.filter((person) => !draws.some(({ drawn }) => drawn === person));
      const seat = `${place}-${String(n)}`;
      const commitment = opened?.commitments[seat] ?? null;
      const kept = secrets[seat] ?? '';
      const secret = canBeCommitted(kept) && drawCommitment(kept) === commitment ? kept : null;
      const draw = drawByLot({ seat, draw: 1, commitment, secret, nonces, roster, eligible });
      if (draw) draws.push(draw);
    }
    return draws;
  };
  const [ofAsking, ofAsked] = [drawSide('asking', asking), drawSide('asked', asked)];
  const membersOf = (party: PartyCode, draws: readonly DrawRecord[]): readonly CrisisTeamMember[] =>
    draws.map(({ drawn }) => ({ personId: drawn as PersonId, party }));
  return {
    members: [...membersOf(asking.party, ofAsking), ...membersOf(asked.party, ofAsked)],
    draws: [...ofAsking, ...ofAsked],
  };
}
