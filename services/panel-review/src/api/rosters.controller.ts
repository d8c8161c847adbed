import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { mayActOutsideCases, refusals as accessRefusals } from '@parley/access';
import type { CommandContext } from '@parley/event-store';
import { refuse, type Party, type PartyCode, type PersonId } from '@parley/kernel';
import { Act, atRevision, commandContextOf, ProblemError, Received, Refuses, respond, Roles, type Answer, type ReceivedAct } from '@parley/platform';
import { RosterDesk } from '../application/roster-desk';
import type { Act as PersonAct } from '../domain/acts';
import { refusals } from '../domain/refusals';
import type { Roster } from '../domain/roster/roster';
import { RosterMemberRequest } from './roster.request';
import { RosterShown } from './roster.response';
import { PARTIES, RULE_SET } from './tokens';

const KEEPING = { as: ['desk'], rule: 'S6' } as const;

@ApiTags('Rosters')
@ApiParam({ name: 'party', description: 'Code of the side whose roster it is.', example: 'US' })
@Controller('v1/rosters/:party/members')
export class RostersController {
  constructor(
    @Inject(RosterDesk) private readonly desk: RosterDesk,
    @Inject(PARTIES) private readonly parties: readonly [Party, Party],
    @Inject(RULE_SET) private readonly ruleSetVersion: string,
  ) {}

  @Get()
  @Roles('desk', 'registry', 'panel', 'cohead', 'auditor')
  @ApiOperation({ summary: 'Read a side’s roster', description: 'Both sides read both rosters. A panel works with the roster as it stood at the registration of its case.' })
  @ApiOkResponse({ type: RosterShown })
  @Refuses(accessRefusals.notFound)
  async read(@Param('party') party: string): Promise<Answer<RosterShown>> {
    const code = this.codeOf(party);
    const { roster, revision } = await this.desk.read(code);
    return atRevision(show(code, roster), revision);
  }

  @Post()
  @Act(KEEPING)
  @ApiOperation({ summary: 'List a member', description: 'By the desk of that side. Listing a person again changes the particulars.' })
  @ApiCreatedResponse({ type: RosterShown })
  @Refuses(refusals.notOwnRoster, refusals.ownName, accessRefusals.notFound, accessRefusals.notYourRole, accessRefusals.twoCapacities)
  async list(@Param('party') party: string, @Body() body: RosterMemberRequest, @Received() received: ReceivedAct): Promise<Answer<RosterShown>> {
    const roster = this.codeOf(party);
    const { act, context } = this.admit(received);
    const member = { personId: body.personId as PersonId, expertise: [...body.expertise], languages: [...body.languages] };
    return respond(await this.desk.act({ type: 'ListMember', ...act, roster, member }, context), ({ state }) => show(roster, state), {
      location: () => `/v1/rosters/${roster}/members`,
    });
  }

  @Delete(':personId')
  @HttpCode(200)
  @Act(KEEPING)
  @ApiParam({ name: 'personId', description: 'Pseudonym of the person.', example: 'us-panel-1' })
  @ApiOperation({ summary: 'Remove a member', description: 'By the desk of that side. Panels that froze the roster before keep the person.' })
  @ApiOkResponse({ type: RosterShown })
  @Refuses(refusals.notOwnRoster, refusals.notOnRoster, accessRefusals.notFound, accessRefusals.notYourRole, accessRefusals.twoCapacities)
  async remove(@Param('party') party: string, @Param('personId') personId: string, @Received({ body: 'none' }) received: ReceivedAct): Promise<Answer<RosterShown>> {
    const roster = this.codeOf(party);
    const { act, context } = this.admit(received);
    const outcome = await this.desk.act({ type: 'RemoveMember', ...act, roster, personId: personId as PersonId }, context);
    return respond(outcome, ({ state }) => show(roster, state));
  }

  private admit(received: ReceivedAct): { readonly act: PersonAct; readonly context: CommandContext } {
    const may = mayActOutsideCases(KEEPING, received.caller);
    if (may.kind === 'refused') throw ProblemError.refused(may);
    const { personId: by, party } = received.caller;
    return { act: { by, party, receivedAt: received.receivedAt }, context: commandContextOf(received, may.actor, this.ruleSetVersion) };
  }

  /** @throws ProblemError 404 for a code that is none of the two parties' */
  private codeOf(party: string): PartyCode {
    const found = this.parties.find(({ code }) => code === party);
    if (!found) throw ProblemError.refused(refuse(accessRefusals.notFound));
    return found.code;
  }
}

const show = (party: PartyCode, roster: Roster): RosterShown => ({ party, members: roster });
