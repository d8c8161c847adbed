import { Body, Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, hasRole, mayActOutsideCases } from '@parley/access';
import { Roles } from '@parley/auth';
import { derivedUuid } from '@parley/event-store';
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
import { parseInstant, refuse, type Party, type PartyCode } from '@parley/kernel';
import { PartyRegisters } from '../../repositories';
import { admittedAct, type AdmittedAct } from '../../case/case-gate.http';
import { PARTIES } from '../../case/case-list.http';
import { delegationRefusals as refusals } from './delegation-refusals.rules';
import { DelegationRequest, HeadRequest } from './delegations.request';
import { RegisterShown, showRegister } from './delegations.response';
import { NAMING_OFFICES } from './delegations.rules';
import { nameHead } from './name-head.rules';
import { recordDelegation, endDelegation } from './delegations-acts.rules';

const KEEPING = { as: ['desk'], rule: 'credentials' } as const;
const NAMING = { as: NAMING_OFFICES, rule: 'credentials' } as const;
const kept = [
  refusals.notOwnRegister,
  refusals.noHead,
  refusals.notTheHead,
  refusals.unknownDelegation,
  refusals.endedAlready,
  refusals.lastOfItsOffice,
] as const;
const seen = [accessRefusals.notFound, accessRefusals.notYourRole, accessRefusals.twoCapacities] as const;

/** Who speaks for a party: delegations are recorded with date and authority, replaced and ended. */
@ApiTags('Delegations')
@ApiParam({ name: 'party', description: 'Code of the party.', example: 'US' })
@Controller('v1/parties/:party/delegations')
export class DelegationsController {
  constructor(
    @Inject(PartyRegisters) private readonly registers: PartyRegisters,
    @Inject(PARTIES) private readonly parties: readonly [Party, Party],
  ) {}

  @Get()
  @Roles({ rule: 'credentials' }, 'desk', 'registry', 'cohead', 'auditor')
  @Logged({ subject: 'delegations of :party', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'See who speaks for a party',
    description: 'Both sides read both registers, what is over included.',
  })
  @ApiOkResponse({ type: RegisterShown })
  @Refuses(accessRefusals.notFound)
  async readDelegations(@Param('party') party: string): Promise<Answer<RegisterShown>> {
    const code = this.codeOf(party);
    const { state, revision } = await this.registers.read(code);
    return atRevision(showRegister(code, state), revision);
  }

  @Act({
    post: 'head',
    status: 201,
    ...NAMING,
    decides: nameHead,
    refuses: [
      refusals.notOwnRegister,
      refusals.headInForce,
      refusals.namesItself,
      refusals.namedAlready,
      refusals.delegatedAlready,
      refusals.unknownDelegation,
      refusals.endedAlready,
      refusals.registerFull,
      ...seen,
    ],
  })
  @ApiOperation({
    summary: 'Name the head of a delegation',
    description:
      'The first, or one in place of a head who is lost: by the side’s co-head and an officer whom it sent to the ' +
      'registry together. It takes effect when both have named the same person by the same authority, and records ' +
      'the two as well where they have no delegation.',
  })
  @ApiCreatedResponse({ type: RegisterShown })
  async nameDelegationHead(
    @Param('party') party: string,
    @Body() { personId, authority, replaces }: HeadRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<RegisterShown>> {
    const register = this.codeOf(party);
    const { act, context } = this.admit(received, NAMING);
    const idFor = (scope: string) => derivedUuid(`delegation:${scope}`, context.commandId);
    const command = {
      type: 'NameHead',
      ...act,
      register,
      office: hasRole(received.caller, 'cohead') ? 'cohead' : 'registry',
      personId,
      authority,
      ids: { head: idFor('head'), cohead: idFor('cohead'), registry: idFor('registry') },
      ...(replaces === undefined ? {} : { replaces }),
    } as const;
    return respond(await this.registers.act(register, command, context), ({ state }) => showRegister(register, state), {
      location: () => `/v1/parties/${register}/delegations`,
    });
  }

  @Act({
    post: '',
    status: 201,
    ...KEEPING,
    decides: recordDelegation,
    refuses: [refusals.delegatedAlready, refusals.backdated, refusals.registerFull, ...kept, ...seen],
  })
  @ApiOperation({
    summary: 'Record a delegation',
    description:
      'By the head of the side’s delegation, for its desk, its officers of the registry and its co-head alike. From ' +
      'the first one on record these act and read only under one that is in force. Who of the desk consults (S5) is ' +
      'designated so, too: officials, then deputies; while a side has none, its head does.',
  })
  @ApiCreatedResponse({ type: RegisterShown })
  async recordDelegation(
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
      personId: body.personId,
      scope: body.scope,
      authority: body.authority,
      ...(from === undefined ? {} : { from }),
      ...(body.replaces === undefined ? {} : { replaces: body.replaces }),
    } as const;
    return respond(await this.registers.act(register, command, context), ({ state }) => showRegister(register, state), {
      location: () => `/v1/parties/${register}/delegations`,
    });
  }

  @Act({ post: ':delegationId/end', ...KEEPING, decides: endDelegation, refuses: [...kept, ...seen] })
  @ApiOperation({
    summary: 'End a delegation',
    description:
      'As of the receipt of this act: what the person did before stands, and what is received from then ' +
      'on is refused in every service.',
  })
  @ApiOkResponse({ type: RegisterShown })
  async endDelegation(
    @Param('party') party: string,
    @UuidParam('delegationId', 'Id of the delegation.') delegationId: string,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<RegisterShown>> {
    const register = this.codeOf(party);
    const { act, context } = this.admit(received);
    return respond(
      await this.registers.act(register, { type: 'EndDelegation', ...act, register, delegationId }, context),
      ({ state }) => showRegister(register, state),
    );
  }

  private admit(received: ReceivedAct, act: typeof KEEPING | typeof NAMING = KEEPING): AdmittedAct {
    const may = mayActOutsideCases(act, received.caller);
    if (may.kind === 'refused') throw ProblemError.refused(may);
    return admittedAct(received, may.actor, this.registers.ruleSetVersion);
  }

  /** @throws ProblemError 404 for a code of neither party */
  private codeOf(party: string): PartyCode {
    const found = this.parties.find(({ code }) => code === party);
    if (!found) throw ProblemError.refused(refuse(accessRefusals.notFound));
    return found.code;
  }
}
