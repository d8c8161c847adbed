import { Shown } from '@parley/http';
import type { CrisisTeam } from '../domain/crisis-team/crisis-team';
import { DrawShown } from './draws.response';

export class CrisisTeamMemberShown {
  @Shown({ meaning: 'Pseudonym of the person.', kind: 'person' })
  readonly personId: string;

  @Shown({ meaning: 'Code of the side from whose duty roster the person was drawn.', example: 'US', kind: 'party' })
  readonly party: string;
}

export class CrisisTeamShown {
  @Shown({ meaning: 'When it was drawn (UTC).', format: 'date-time' })
  readonly drawnAt: string;

  @Shown({
    meaning: 'Its members, equal in number from both sides; none when a side had nobody on its roster.',
    type: () => CrisisTeamMemberShown,
    list: true,
  })
  readonly members: readonly CrisisTeamMemberShown[];

  @Shown({
    meaning: 'The draws in their order. The seat is the code of the side and the place.',
    type: () => DrawShown,
    list: true,
  })
  readonly draws: readonly DrawShown[];
}

export const showCrisisTeam = ({ drawnAt, members, draws }: CrisisTeam): CrisisTeamShown => ({
  drawnAt,
  members,
  draws,
});
