import type { DomainEvent, Instant, PartyCode, PersonId } from '@parley/kernel';
import type { DrawRecord } from '@parley/procedure';

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

/** Nobody acknowledged a request of the crisis grade in time. */
export interface DrawCrisisTeam {
  readonly type: 'DrawCrisisTeam';
  readonly hotlineId: string;
  /** The case; the hotline's own id where there is none. */
  readonly subject: string;
  readonly sides: readonly [DutyOf, DutyOf];
  readonly membersPerSide: number;
  readonly at: Instant;
  /** 64 lower-case hexadecimal characters. */
  readonly drawSecret: string;
}

/** Equal numbers of both sides; nobody when a side has nobody who can be drawn. */
export type CrisisTeamDrawn = DomainEvent<
  'CrisisTeamDrawn',
  {
    readonly hotlineId: string;
    readonly subject: string;
    readonly members: readonly CrisisTeamMember[];
    readonly draws: readonly DrawRecord[];
  }
>;

export interface CrisisTeam {
  readonly subject: string;
  readonly members: readonly CrisisTeamMember[];
  readonly draws: readonly DrawRecord[];
  readonly drawnAt: Instant;
}
