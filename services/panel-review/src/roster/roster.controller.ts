import { Body, Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { Public, Roles } from '@parley/auth';
import { Act, atRevision, Logged, Received, Refuses, respond, type Answer, type ReceivedAct } from '@parley/http';
import type { PersonId } from '@parley/kernel';
import { refusals } from '../panel/refusals.rules';
import { Rosters } from '../panel/repositories';
import { acceptPlace, takeAcceptanceBack } from './acceptance.rules';
import { RosterMemberRequest } from './roster.request';
import { RosterCountsShown, RosterGate, RosterShown } from './roster.response';
import { listMember, removeMember, rosterBar } from './roster.rules';

const seen = [accessRefusals.notFound, accessRefusals.notYourRole, accessRefusals.twoCapacities] as const;

/** A listing counts from the listed person's own acceptance, until it is taken back. */
@ApiTags('Rosters')
@ApiParam({ name: 'party', description: 'Code of the side whose roster it is.', example: 'US' })
@Controller('v1/rosters/:party/acceptances')
export class AcceptancesController {
  constructor(
    @Inject(Rosters) private readonly rosters: Rosters,
    @Inject(RosterGate) private readonly gate: RosterGate,
  ) {}

  @Act({
    post: '',
    as: ['panel'],
    rule: 'I-66',
    decides: [rosterBar, acceptPlace],
    refuses: [refusals.notOwnRoster, refusals.notListed, refusals.onOtherRoster, ...seen],
  })
  @ApiOperation({
    summary: 'Accept one’s place on a roster',
    description:
      'By the person who is listed. From then on the name counts for what is filed; nobody stands on both rosters, ' +
      'and the first acceptance stands.',
  })
  @ApiOkResponse({ type: RosterShown })
  acceptRosterPlace(
    @Param('party') party: string,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<RosterShown>> {
    return this.say('AcceptPlace', party, received);
  }

  @Act({
    post: 'withdrawals',
    as: ['panel'],
    rule: 'I-66',
    decides: [rosterBar, takeAcceptanceBack],
    refuses: [refusals.notOwnRoster, refusals.notAccepted, ...seen],
  })
  @ApiOperation({
    summary: 'Take one’s acceptance back',
    description:
      'By the person who accepted. In cases under way too the name is passed over from then on, where somebody is ' +
      'nominated or drawn; who is on a panel stays there.',
  })
  @ApiOkResponse({ type: RosterShown })
  withdrawRosterAcceptance(
    @Param('party') party: string,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<RosterShown>> {
    return this.say('TakeAcceptanceBack', party, received);
  }

  private async say(
    type: 'AcceptPlace' | 'TakeAcceptanceBack',
    party: string,
    received: ReceivedAct,
  ): Promise<Answer<RosterShown>> {
    const roster = this.gate.codeOf(party);
    const { act, context } = this.gate.admit(received);
    const outcome = await this.rosters.act('both', { type, ...act, roster }, context);
    return respond(outcome, ({ state }) => this.gate.show(roster, state));
  }
}

/** How many names each side has: a short roster is a public fact (I-66). */
@ApiTags('Rosters')
@Controller('v1/rosters')
export class RosterCountsController {
  constructor(
    @Inject(Rosters) private readonly rosters: Rosters,
    @Inject(RosterGate) private readonly gate: RosterGate,
  ) {}

  @Get()
  @Public()
  @ApiOperation({
    summary: 'Read how many names each roster has',
    description: 'For everybody. A roster with fewer names than it should have is short.',
  })
  @ApiOkResponse({ type: RosterCountsShown })
  async countRosters(): Promise<Answer<RosterCountsShown>> {
    const { state, revision } = await this.rosters.read('both');
    return atRevision(this.gate.counts(state), revision);
  }
}

const KEEPING = { as: ['desk'], rule: 'S6' } as const;

@ApiTags('Rosters')
@ApiParam({ name: 'party', description: 'Code of the side whose roster it is.', example: 'US' })
@Controller('v1/rosters/:party/members')
export class RostersController {
  constructor(
    @Inject(Rosters) private readonly rosters: Rosters,
    @Inject(RosterGate) private readonly gate: RosterGate,
  ) {}

  @Get()
  @Roles('desk', 'registry', 'panel', 'cohead', 'auditor')
  @Logged({ subject: 'roster of :party', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'Read a side’s roster',
    description:
      'Both sides read both rosters: who is listed, who accepted and who took that back, and when. A case keeps the ' +
      'names that counted at its filing; a short roster can be filled up until its nominations are due.',
  })
  @ApiOkResponse({ type: RosterShown })
  @Refuses(accessRefusals.notFound)
  async readRoster(@Param('party') party: string): Promise<Answer<RosterShown>> {
    const code = this.gate.codeOf(party);
    const { state: register, revision } = await this.rosters.read('both');
    return atRevision(this.gate.show(code, register), revision);
  }

  @Act({
    post: '',
    status: 201,
    ...KEEPING,
    decides: [rosterBar, listMember],
    refuses: [refusals.notOwnRoster, refusals.ownName, refusals.onOtherRoster, refusals.rosterFull, ...seen],
  })
  @ApiOperation({
    summary: 'List a member',
    description:
      'By the desk of that side. The listing counts from the person’s own acceptance. Listing a person again changes ' +
      'the particulars.',
  })
  @ApiCreatedResponse({ type: RosterShown })
  async addRosterMember(
    @Param('party') party: string,
    @Body() body: RosterMemberRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<RosterShown>> {
    const roster = this.gate.codeOf(party);
    const { act, context } = this.gate.admit(received);
    const member = {
      personId: body.personId,
      expertise: [...body.expertise],
      languages: [...body.languages],
    };
    return respond(
      await this.rosters.act('both', { type: 'ListMember', ...act, roster, member }, context),
      ({ state }) => this.gate.show(roster, state),
      {
        location: () => `/v1/rosters/${roster}/members`,
      },
    );
  }

  @Act({
    delete: ':personId',
    ...KEEPING,
    decides: [rosterBar, removeMember],
    refuses: [refusals.notOwnRoster, refusals.notOnRoster, ...seen],
  })
  @ApiParam({ name: 'personId', description: 'Pseudonym of the person.', example: 'us-panel-1', type: String })
  @ApiOperation({
    summary: 'Remove a member',
    description: 'By the desk of that side. Cases that were filed before keep the name.',
  })
  @ApiOkResponse({ type: RosterShown })
  async removeRosterMember(
    @Param('party') party: string,
    @Param('personId') personId: PersonId,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<RosterShown>> {
    const roster = this.gate.codeOf(party);
    const { act, context } = this.gate.admit(received);
    const outcome = await this.rosters.act('both', { type: 'RemoveMember', ...act, roster, personId }, context);
    return respond(outcome, ({ state }) => this.gate.show(roster, state));
  }
}
