import { ApiSchema } from '@nestjs/swagger';
import { Shown } from '@parley/http';
import { DrawShown } from '../composition/draws.response';
import type { CrisisTeamBook } from './crisis-team.rules';

@ApiSchema({ description: 'A member of a crisis team.' })
export class CrisisTeamMemberShown {
  @Shown({ meaning: 'Pseudonym of the person.', kind: 'person' })
  readonly personId: string;

  @Shown({ meaning: 'Code of the side from whose duty roster the person was drawn.', example: 'US', kind: 'party' })
  readonly party: string;
}

@ApiSchema({ description: 'The committed secret of a place in a crisis team.' })
export class CommittedPlaceShown {
  @Shown({ meaning: 'Place of the team.', example: 'asking-1', kind: 'word' })
  readonly seat: string;

  @Shown({ meaning: 'SHA-256 of the secret of its draw.', kind: 'digest' })
  readonly commitment: string;

  @Shown({
    meaning: 'SHA-256 of the canonical JSON of the side’s sorted roster, frozen at the request.',
    kind: 'digest',
  })
  readonly rosterDigest: string;
}

@ApiSchema({ description: 'How a crisis team was drawn.' })
export class CrisisTeamShown {
  @Shown({
    meaning: 'SHA-256 of the secret of each place, published when the request came in; empty where none were.',
    type: () => CommittedPlaceShown,
    list: true,
  })
  readonly commitments: readonly CommittedPlaceShown[];

  @Shown({ meaning: 'When it was drawn (UTC); `null` while it is not.', format: 'date-time', nullable: true })
  readonly drawnAt: string | null;

  @Shown({
    meaning: 'Its members, equal in number from both sides; none when a side had nobody on its roster.',
    type: () => CrisisTeamMemberShown,
    list: true,
  })
  readonly members: readonly CrisisTeamMemberShown[];

  @Shown({
    meaning: 'The draws in their order. The seat is the role of the side and the number of the place.',
    type: () => DrawShown,
    list: true,
  })
  readonly draws: readonly DrawShown[];

  @Shown({
    meaning: 'Id of the hotline request for which it was drawn; `null` before.',
    format: 'uuid',
    nullable: true,
  })
  readonly drawnFor: string | null;

  @Shown({
    meaning: 'Until when it serves in every crisis that calls for a team (UTC); `null` before it is drawn.',
    format: 'date-time',
    nullable: true,
  })
  readonly servesUntil: string | null;
}

/** The team of a request, and what was published before the draws that made it; nothing for a request without both. */
export function showCrisisTeam({ opened, teams }: CrisisTeamBook, hotlineId: string): CrisisTeamShown | undefined {
  const team = teams.findLast((each) => each.hotlineId === hotlineId);
  const published = opened[team?.drawnFor ?? hotlineId];
  if (!team && !published) return undefined;
  return {
    commitments: Object.entries(published?.commitments ?? {}).map(([seat, commitment]) => {
      const rosterDigest = published?.rosterDigests[seat.startsWith('asking') ? 'asking' : 'asked'] ?? '';
      return { seat, commitment, rosterDigest };
    }),
    drawnAt: team?.drawnAt ?? null,
    drawnFor: team?.drawnFor ?? null,
    servesUntil: team?.servesUntil ?? null,
    members: team?.members ?? [],
    draws: team?.draws ?? [],
  };
}
