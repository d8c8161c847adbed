import { Body, Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import type { IsoDate, PersonId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import { Act, atRevision, Received, Refuses, respond, type Answer, type ReceivedAct } from '@parley/http';
import { RosterDesk } from '../application/roster-desk';
import { refusals } from '../domain/refusals';
import { AvailabilityRequest, DutyRosterRequest } from './duty.request';
import { DutyRostersShown, showDutyRosters } from './duty.response';
import { RosterGate } from './roster-gate';
import { RosterShown, showRoster } from './roster.response';

/** Who serves this month in urgent matters, and how much time the members of a roster have. */
@ApiTags('Rosters')
@ApiParam({ name: 'party', description: 'Code of the side whose roster it is.', example: 'US' })
@Controller('v1/rosters/:party')
export class DutyController {
  constructor(
    @Inject(RosterDesk) private readonly desk: RosterDesk,
    @Inject(RosterGate) private readonly gate: RosterGate,
  ) {}

  @Get('duty-rosters')
  @Roles('desk', 'registry', 'panel', 'cohead', 'auditor')
  @ApiOperation({
    summary: 'Read a side’s duty rosters',
    description:
      'By month, the first one first, as they were filed. In a month for which nothing was filed the ' +
      'whole roster is on duty.',
  })
  @ApiOkResponse({ type: DutyRostersShown })
  @Refuses(accessRefusals.notFound)
  async duty(@Param('party') party: string): Promise<Answer<DutyRostersShown>> {
    const code = this.gate.codeOf(party);
    const { book, revision } = await this.desk.read(code);
    return atRevision(showDutyRosters(code, book), revision);
  }

  @Act({
    post: 'duty-rosters',
    as: ['desk'],
    rule: 'S6',
    refuses: [
      refusals.notOwnRoster,
      refusals.dutyMonthPast,
      refusals.dutyMonthTooFar,
      refusals.notOnRosterOfDuty,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
      accessRefusals.twoCapacities,
    ],
  })
  @ApiOperation({
    summary: 'File the duty roster of a month',
    description:
      'By the desk of that side: who of its roster serves in urgent matters. Filed again it takes the ' +
      'place of the former; panels that were opened before keep theirs.',
  })
  @ApiOkResponse({ type: DutyRostersShown })
  async file(
    @Param('party') party: string,
    @Body() { month, members }: DutyRosterRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DutyRostersShown>> {
    const roster = this.gate.codeOf(party);
    const { act, context } = this.gate.admit(received);
    const outcome = await this.desk.act(
      { type: 'FileDutyRoster', ...act, roster, month, members: members.map((member) => member as PersonId) },
      context,
    );
    return respond(outcome, ({ state }) => showDutyRosters(roster, state));
  }

  @Act({
    post: 'statements',
    as: ['panel'],
    rule: 'S6',
    refuses: [
      refusals.notOwnRoster,
      refusals.notListed,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
      accessRefusals.twoCapacities,
    ],
  })
  @ApiOperation({
    summary: 'State one’s availability and caseload',
    description:
      'By a member of that side’s roster, for oneself. It informs who nominates, and takes nobody out of a draw.',
  })
  @ApiOkResponse({ type: RosterShown })
  async state(
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
      until: (until ?? null) as IsoDate | null,
      caseload,
    } as const;
    return respond(await this.desk.act(command, context), ({ state }) => showRoster(roster, state));
  }
}
