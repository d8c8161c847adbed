import {
  accept,
  plusMillis,
  type Decider,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
} from '@parley/kernel';
import { drawByLot, drawCommitment, type DrawRecord } from '@parley/procedure';

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

/** A crisis calls for a team. */
export interface DrawCrisisTeam {
  readonly type: 'DrawCrisisTeam';
  readonly hotlineId: string;
  /** The case; the hotline's own id where there is none. */
  readonly subject: string;
  readonly sides: readonly [DutyOf, DutyOf];
  readonly membersPerSide: number;
  /** For so many hours a team serves in every crisis. */
  readonly servesHours: number;
  readonly at: Instant;
  /** The secret of each place: 64 lower-case hexadecimal characters. */
  readonly drawSecrets: Readonly<Record<string, string>>;
}

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

/** The teams of all crises, the first one first. */
export type CrisisTeamBook = readonly CrisisTeam[];

/**
 * One team serves every crisis of its time, so that no side wears the duty rosters out by calling. It is drawn by the
 * draw that fills the seats of panels: place `asking-1`, `asking-2` …, `asked-1` … of each side, from its roster, among
 * those on duty; no draw depends on the name of a country (I-07). The secret is one of this hotline request alone, laid
 * open with the draws. Where nobody could be drawn the next call draws anew.
 */
export const crisisTeamDecider: Decider<DrawCrisisTeam, CrisisTeamBook, CrisisTeamDrawn | CrisisTeamServes> = {
  initial: [],
  decide(command, book) {
    const { hotlineId, subject, at, servesHours } = command;
    const teams = book.filter(({ members }) => members.length > 0);
    if (teams.some((team) => team.hotlineId === hotlineId)) return accept();
    const about = { occurredAt: at, rule: 'hotline', tier: 'PARTIES' } as const;
    // Calls are heard in any order: a team that was drawn shortly behind this one serves in it as well.
    const length = servesHours * 3_600_000;
    const serving = teams.find(({ drawnAt, servesUntil }) => at < servesUntil && drawnAt < plusMillis(at, length));
    if (serving) {
      const { members, draws, drawnAt, drawnFor, servesUntil } = serving;
      return accept({
        ...about,
        type: 'CrisisTeamServes',
        data: { hotlineId, subject, members, draws, drawnAt, drawnFor, servesUntil },
      });
    }
    const { members, draws } = drawTeam(command);
    return accept({
      ...about,
      type: 'CrisisTeamDrawn',
      data: { hotlineId, subject, members, draws, servesUntil: plusMillis(at, length) },
    });
  },
  evolve: (book, event) => (isOfTeams(event.type) ? [...book, teamOf(event)] : book),
};

/** An event of a later day leaves the teams as they are. */
const isOfTeams = (type: string): boolean => type === 'CrisisTeamDrawn' || type === 'CrisisTeamServes';

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

function drawTeam({ sides, membersPerSide, drawSecrets }: DrawCrisisTeam): Pick<CrisisTeam, 'members' | 'draws'> {
  const [asking, asked] = sides;
  const size = Math.min(membersPerSide, asking.onDuty.length, asked.onDuty.length);
  const drawn = [drawSide('asking', asking, size, drawSecrets), drawSide('asked', asked, size, drawSecrets)];
  const members = sides.flatMap(({ party }, index) =>
    (drawn[index] ?? []).map(({ drawn: person }) => ({ personId: person as PersonId, party })),
  );
  return { members, draws: drawn.flat() };
}

function drawSide(
  place: 'asking' | 'asked',
  { roster, onDuty }: DutyOf,
  size: number,
  secrets: DrawCrisisTeam['drawSecrets'],
): readonly DrawRecord[] {
  const draws: DrawRecord[] = [];
  for (let n = 1; n <= size; n++) {
    const left = onDuty.filter((person) => !draws.some(({ drawn }) => drawn === person));
    const seat = `${place}-${String(n)}`;
    const secret = secrets[seat] ?? null;
    const commitment = secret === null ? null : drawCommitment(secret);
    const draw = drawByLot({ seat, draw: 1, commitment, secret, nonces: [], roster, eligible: left });
    if (draw) draws.push(draw);
  }
  return draws;
}
