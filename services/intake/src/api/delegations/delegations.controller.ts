import { Body, Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { mayActOutsideCases, refusals as accessRefusals } from '@parley/access';
import { derivedUuid } from '@parley/event-store';
import { parseInstant, refuse, type Party, type PartyCode, type PersonId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  Act,
  atRevision,
  ProblemError,
  Received,
  Refuses,
  respond,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import { PartyDesk } from '../../application/party-desk';
import { delegationRefusals as refusals } from '../../domain/delegations/delegation-refusals';
import { admittedAct, type AdmittedAct } from '../act-of';
import { PARTIES } from '../tokens';
import { DelegationRequest } from './delegations.request';
import { RegisterShown, showRegister } from './delegations.response';

const KEEPING = { as: ['desk'], rule: 'credentials' } as const;
const kept = [
  refusals.notOwnRegister,
  refusals.notTheHead,
  refusals.unknownDelegation,
  refusals.endedAlready,
  refusals.lastHead,
] as const;
const seen = [accessRefusals.notFound, accessRefusals.notYourRole, accessRefusals.twoCapacities] as const;

/** Who speaks for a party: recorded with date and authority, replaced, ended. */
@ApiTags('Delegations')
@ApiParam({ name: 'party', description: 'Code of the party.', example: 'US' })
@Controller('v1/parties/:party/delegations')
export class DelegationsController {
  constructor(
    @Inject(PartyDesk) private readonly desk: PartyDesk,
    @Inject(PARTIES) private readonly parties: readonly [Party, Party],
  ) {}

  @Get()
  @Roles({ rule: 'credentials' }, 'desk', 'registry', 'cohead', 'auditor')
  @ApiOperation({
    summary: 'See who speaks for a party',
    description: 'Both sides read both registers, what is over included.',
  })
  @ApiOkResponse({ type: RegisterShown })
  @Refuses(accessRefusals.notFound)
  async read(@Param('party') party: string): Promise<Answer<RegisterShown>> {
    const code = this.codeOf(party);
    const { state, revision } = await this.desk.read(code);
    return atRevision(showRegister(code, state), revision);
  }

  @Act({
    post: '',
    status: 201,
    ...KEEPING,
    refuses: [refusals.delegatedAlready, refusals.backdated, refusals.registerFull, ...kept, ...seen],
  })
  @ApiOperation({
    summary: 'Record a delegation',
    description:
      'By who heads the desk; by any of its officers as long as no head is on record. A person of whom ' +
      'none is recorded acts on the token alone; one whose delegations are over acts no more.',
  })
  @ApiCreatedResponse({ type: RegisterShown })
  async record(
    @Param('party') party: string,
    @Body() body: DelegationRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<RegisterShown>> {
    const register = this.codeOf(party);
    const { act, context } = this.admit(received);
    const from = body.from === undefined ? undefined : parseInstant(body.from);
    const delegationId = derivedUuid('delegation', context.commandId);
    const command = {
      type: 'RecordDelegation',
      ...act,
      register,
      delegationId,
      personId: body.personId as PersonId,
      scope: body.scope,
      authority: body.authority,
      ...(from === undefined ? {} : { from }),
      ...(body.replaces === undefined ? {} : { replaces: body.replaces }),
    } as const;
    return respond(await this.desk.act(command, context), ({ state }) => showRegister(register, state), {
      location: () => `/v1/parties/${register}/delegations`,
    });
  }

  @Act({ post: ':delegationId/end', ...KEEPING, refuses: [...kept, ...seen] })
  @ApiOperation({
    summary: 'End a delegation',
    description:
      'As of the receipt of this act: what the person did before stands, and what is received from then ' +
      'on is refused in every service.',
  })
  @ApiOkResponse({ type: RegisterShown })
  async end(
    @Param('party') party: string,
    @UuidParam('delegationId', 'Id of the delegation.') delegationId: string,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<RegisterShown>> {
    const register = this.codeOf(party);
    const { act, context } = this.admit(received);
    return respond(
      await this.desk.act({ type: 'EndDelegation', ...act, register, delegationId }, context),
      ({ state }) => showRegister(register, state),
    );
  }

  private admit(received: ReceivedAct): AdmittedAct {
    const may = mayActOutsideCases(KEEPING, received.caller);
    if (may.kind === 'refused') throw ProblemError.refused(may);
    return admittedAct(received, may.actor, this.desk.ruleSetVersion);
  }

  /** @throws ProblemError 404 for a code that is none of the two parties' */
  private codeOf(party: string): PartyCode {
    const found = this.parties.find(({ code }) => code === party);
    if (!found) throw ProblemError.refused(refuse(accessRefusals.notFound));
    return found.code;
  }
}
