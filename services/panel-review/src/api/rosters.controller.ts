import { Body, Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import type { PersonId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import { Act, atRevision, Received, Refuses, respond, type Answer, type ReceivedAct } from '@parley/http';
import { RosterDesk } from '../application/roster-desk';
import { refusals } from '../domain/refusals';
import { RosterGate } from './roster-gate';
import { RosterMemberRequest } from './roster.request';
import { RosterShown, showRoster } from './roster.response';

const KEEPING = { as: ['desk'], rule: 'S6' } as const;

@ApiTags('Rosters')
@ApiParam({ name: 'party', description: 'Code of the side whose roster it is.', example: 'US' })
@Controller('v1/rosters/:party/members')
export class RostersController {
  constructor(
    @Inject(RosterDesk) private readonly desk: RosterDesk,
    @Inject(RosterGate) private readonly gate: RosterGate,
  ) {}

  @Get()
  @Roles('desk', 'registry', 'panel', 'cohead', 'auditor')
  @ApiOperation({
    summary: 'Read a side’s roster',
    description:
      'Both sides read both rosters. A panel works with the roster as it stood at the registration of its case.',
  })
  @ApiOkResponse({ type: RosterShown })
  @Refuses(accessRefusals.notFound)
  async read(@Param('party') party: string): Promise<Answer<RosterShown>> {
    const code = this.gate.codeOf(party);
    const { book, revision } = await this.desk.read(code);
    return atRevision(showRoster(code, book), revision);
  }

  @Act({
    post: '',
    status: 201,
    ...KEEPING,
    refuses: [
      refusals.notOwnRoster,
      refusals.ownName,
      refusals.rosterFull,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
      accessRefusals.twoCapacities,
    ],
  })
  @ApiOperation({
    summary: 'List a member',
    description: 'By the desk of that side. Listing a person again changes the particulars.',
  })
  @ApiCreatedResponse({ type: RosterShown })
  async list(
    @Param('party') party: string,
    @Body() body: RosterMemberRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<RosterShown>> {
    const roster = this.gate.codeOf(party);
    const { act, context } = this.gate.admit(received);
    const member = {
      personId: body.personId as PersonId,
      expertise: [...body.expertise],
      languages: [...body.languages],
    };
    return respond(
      await this.desk.act({ type: 'ListMember', ...act, roster, member }, context),
      ({ state }) => showRoster(roster, state),
      {
        location: () => `/v1/rosters/${roster}/members`,
      },
    );
  }

  @Act({
    delete: ':personId',
    ...KEEPING,
    refuses: [
      refusals.notOwnRoster,
      refusals.notOnRoster,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
      accessRefusals.twoCapacities,
    ],
  })
  @ApiParam({ name: 'personId', description: 'Pseudonym of the person.', example: 'us-panel-1' })
  @ApiOperation({
    summary: 'Remove a member',
    description: 'By the desk of that side. Panels that froze the roster before keep the person.',
  })
  @ApiOkResponse({ type: RosterShown })
  async remove(
    @Param('party') party: string,
    @Param('personId') personId: string,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<RosterShown>> {
    const roster = this.gate.codeOf(party);
    const { act, context } = this.gate.admit(received);
    const outcome = await this.desk.act(
      { type: 'RemoveMember', ...act, roster, personId: personId as PersonId },
      context,
    );
    return respond(outcome, ({ state }) => showRoster(roster, state));
  }
}
