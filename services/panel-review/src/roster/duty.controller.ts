import { Body, Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { Roles } from '@parley/auth';
import {
  Act,
  atRevision,
  Logged,
  ProblemError,
  Received,
  Refuses,
  respond,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import { refuse } from '@parley/kernel';
import { refusals } from '../panel/refusals.rules';
import { CrisisTeams, Rosters } from '../panel/repositories';
import { stateAvailability } from './availability.rules';
import { CrisisTeamShown, showCrisisTeam } from './crisis-team.response';
import { fileDutyRoster } from './duty.rules';
import { bookOf } from './register.rules';
import { AvailabilityRequest, DutyRosterRequest } from './roster.request';
import { DutyRostersShown, RosterGate, RosterShown, showDutyRosters } from './roster.response';
import { rosterBar } from './roster.rules';

const seen = [accessRefusals.notFound, accessRefusals.notYourRole, accessRefusals.twoCapacities] as const;

/** Crisis teams, with the draws that made them. */
@ApiTags('Rosters')
@Controller('v1/crisis-teams')
export class CrisisTeamsController {
  constructor(@Inject(CrisisTeams) private readonly teams: CrisisTeams) {}

  @Get(':hotlineId')
  @Roles('desk', 'registry', 'cohead', 'auditor')
  @Logged({ subject: 'crisis-team :hotlineId', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'Read how a crisis team was drawn',
    description:
      'By the id of the hotline request: who was drawn from both duty rosters in equal numbers, for this crisis or ' +
      'for one in the 72 hours before it, with all that is needed to repeat the draws, as those of a panel are. What ' +
      'was published when the request came in is shown from then on.',
  })
  @ApiOkResponse({ type: CrisisTeamShown })
  @Refuses(accessRefusals.notFound)
  async readCrisisTeam(@UuidParam('hotlineId') hotlineId: string): Promise<Answer<CrisisTeamShown>> {
    const { state, revision } = await this.teams.read('register');
    const shown = showCrisisTeam(state, hotlineId);
    if (!shown) throw ProblemError.refused(refuse(accessRefusals.notFound));
    return atRevision(shown, revision);
  }
}

/** Who serves this month in urgent matters, and how much time the members of a roster have. */
@ApiTags('Rosters')
@ApiParam({ name: 'party', description: 'Code of the side whose roster it is.', example: 'US' })
@Controller('v1/rosters/:party')
export class DutyController {
  constructor(
    @Inject(Rosters) private readonly rosters: Rosters,
    @Inject(RosterGate) private readonly gate: RosterGate,
  ) {}

  @Get('duty-rosters')
  @Roles('desk', 'registry', 'panel', 'cohead', 'auditor')
  @Logged({ subject: 'duty-roster of :party', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'Read a side’s duty rosters',
    description:
      'By month, the first one first, as they were filed. In a month for which nothing was filed the ' +
      'whole roster is on duty.',
  })
  @ApiOkResponse({ type: DutyRostersShown })
  @Refuses(accessRefusals.notFound)
  async readDutyRosters(@Param('party') party: string): Promise<Answer<DutyRostersShown>> {
    const code = this.gate.codeOf(party);
    const { state: register, revision } = await this.rosters.read('both');
    return atRevision(showDutyRosters(code, bookOf(register, code)), revision);
  }

  @Act({
    post: 'duty-rosters',
    as: ['desk'],
    rule: 'S6',
    decides: [rosterBar, fileDutyRoster],
    refuses: [
      refusals.notOwnRoster,
      refusals.dutyMonthPast,
      refusals.dutyMonthTooFar,
      refusals.notOnRosterOfDuty,
      ...seen,
    ],
  })
  @ApiOperation({
    summary: 'File the duty roster of a month',
    description:
      'By the desk of that side: who of its roster serves in urgent matters. Filed again it takes the ' +
      'place of the former; cases that were filed before keep theirs.',
  })
  @ApiOkResponse({ type: DutyRostersShown })
  async fileDutyRoster(
    @Param('party') party: string,
    @Body() { month, members }: DutyRosterRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DutyRostersShown>> {
    const roster = this.gate.codeOf(party);
    const { act, context } = this.gate.admit(received);
    const outcome = await this.rosters.act('both', { type: 'FileDutyRoster', ...act, roster, month, members }, context);
    return respond(outcome, ({ state }) => showDutyRosters(roster, bookOf(state, roster)));
  }

  @Act({
    post: 'statements',
    as: ['panel'],
    rule: 'S6',
    decides: [rosterBar, stateAvailability],
    refuses: [refusals.notOwnRoster, refusals.notListed, ...seen],
  })
  @ApiOperation({
    summary: 'State one’s availability and caseload',
    description:
      'By a member of that side’s roster, for oneself. It informs who nominates, and takes nobody out of a draw.',
  })
  @ApiOkResponse({ type: RosterShown })
  async stateAvailability(
    @Param('party') party: string,
    @Body() body: AvailabilityRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<RosterShown>> {
    const roster = this.gate.codeOf(party);
    const { act, context } = this.gate.admit(received);
    const { availability, until, caseload } = body;
    const command = {
      type: 'StateAvailability',
      ...act,
      roster,
      availability,
      until: until ?? null,
      caseload,
    } as const;
    return respond(await this.rosters.act('both', command, context), ({ state }) => this.gate.show(roster, state));
  }
}
