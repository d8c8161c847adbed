import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { refuse } from '@parley/kernel';
import { Roles } from '@parley/auth';
import { atRevision, ProblemError, Refuses, UuidParam, type Answer } from '@parley/http';
import { CrisisTeamDesk } from '../application/crisis-team-desk';
import { CrisisTeamShown, showCrisisTeam } from './crisis-team.response';

/** Crisis teams, with the draws that made them. */
@ApiTags('Rosters')
@Controller('v1/crisis-teams')
export class CrisisTeamsController {
  constructor(@Inject(CrisisTeamDesk) private readonly desk: CrisisTeamDesk) {}

  @Get(':hotlineId')
  @Roles('desk', 'registry', 'cohead', 'auditor')
  @ApiOperation({
    summary: 'Read how a crisis team was drawn',
    description:
      'By the id of the hotline request: who was drawn from both duty rosters in equal numbers, with all ' +
      'that is needed to repeat the draws.',
  })
  @ApiOkResponse({ type: CrisisTeamShown })
  @Refuses(accessRefusals.notFound)
  async read(@UuidParam('hotlineId') hotlineId: string): Promise<Answer<CrisisTeamShown>> {
    const { state, revision } = await this.desk.read(hotlineId);
    if (!state) throw ProblemError.refused(refuse(accessRefusals.notFound));
    return atRevision(showCrisisTeam(state), revision);
  }
}
