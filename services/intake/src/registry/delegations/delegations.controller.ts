import { Body, Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, mayActOutsideCases } from '@parley/access';
import { Roles } from '@parley/auth';
import { derivedUuid } from '@parley/event-store';
import {
  Act,
  atRevision,
  EnumField,
  InstantField,
  ProblemError,
  Received,
  Refuses,
  respond,
  Shown,
  TextField,
  UuidField,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import { parseInstant, refuse, type Party, type PartyCode, type PersonId } from '@parley/kernel';
import { PartyRegisters } from '../../repositories';
import { admittedAct, type AdmittedAct } from '../../case/case-gate.http';
import { PARTIES } from '../../case/case-list.http';
import {
  DELEGATION_SCOPES,
  delegationRefusals as refusals,
  type DelegationScope,
  type PartyRegister,
} from './delegations.rules';
import { recordDelegation, endDelegation } from './delegations-acts.rules';

class DelegationRequest {
  @TextField({
    meaning: 'Pseudonym of the person, as the `sub` of a token.',
    example: 'us-desk-2',
    max: 200,
    pattern: /^[\x21-\x7e]+$/,
  })
  readonly personId: PersonId;

  @EnumField({
    meaning: 'Whether the person heads the desk and keeps this register, or acts as its officer.',
    example: 'officer',
    values: DELEGATION_SCOPES,
  })
  readonly scope: DelegationScope;

  @TextField({
    meaning: 'Instrument behind it, with its date.',
    example: 'Letter of the Trade Representative of 3 February 2025',
    max: 500,
  })
  readonly authority: string;

  @InstantField({
    meaning: 'When it begins: now when left out, never before.',
    example: '2025-03-01T00:00:00+01:00',
    optional: true,
  })
  readonly from?: string;

  @UuidField({
    meaning: 'Delegation in whose place it comes, which ends when this one begins.',
    example: '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11',
    optional: true,
  })
  readonly replaces?: string;
}

export class DelegationShown {
  @Shown({ meaning: 'Id of the delegation: the one in the envelope of what the person does under it.', format: 'uuid' })
  readonly id: string;

  @Shown({ meaning: 'Person who speaks for the party.', kind: 'person', example: 'us-desk-2' })
  readonly personId: string;

  @Shown({
    meaning: 'Whether the person heads the desk, or acts as its officer.',
    values: DELEGATION_SCOPES,
    example: 'officer',
  })
  readonly scope: string;

  @Shown({
    meaning: 'Instrument behind it.',
    example: 'Letter of the Trade Representative of 3 February 2025',
    max: 500,
  })
  readonly authority: string;

  @Shown({ meaning: 'When it begins (UTC).', format: 'date-time' })
  readonly from: string;

  @Shown({ meaning: 'Who recorded it.', kind: 'person', example: 'us-desk-1' })
  readonly recordedBy: string;

  @Shown({ meaning: 'When it was recorded (UTC).', format: 'date-time' })
  readonly recordedAt: string;

  @Shown({
    meaning: 'First instant at which it is over (UTC); `null` while no end is recorded.',
    format: 'date-time',
    nullable: true,
  })
  readonly endsAt: string | null;

  @Shown({ meaning: 'Delegation that took its place; `null` when none did.', format: 'uuid', nullable: true })
  readonly replacedBy: string | null;
}

/** Who speaks and who spoke for a party. */
class RegisterShown {
  @Shown({ meaning: 'Code of the party.', kind: 'party', example: 'US' })
  readonly party: string;

  @Shown({ meaning: 'Its delegations, the first one recorded first.', type: () => DelegationShown, list: true })
  readonly delegations: readonly DelegationShown[];
}

const showRegister = (party: string, delegations: PartyRegister): RegisterShown => ({ party, delegations });

const KEEPING = { as: ['desk'], rule: 'credentials' } as const;
const kept = [
  refusals.notOwnRegister,
  refusals.notTheHead,
  refusals.unknownDelegation,
  refusals.endedAlready,
  refusals.lastHead,
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
  @ApiOperation({
    summary: 'See who speaks for a party',
    description: 'Both sides read both registers, what is over included.',
  })
  @ApiOkResponse({ type: RegisterShown })
  @Refuses(accessRefusals.notFound)
  async read(@Param('party') party: string): Promise<Answer<RegisterShown>> {
    const code = this.codeOf(party);
    const { state, revision } = await this.registers.read(code);
    return atRevision(showRegister(code, state), revision);
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
  async end(
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

  private admit(received: ReceivedAct): AdmittedAct {
    const may = mayActOutsideCases(KEEPING, received.caller);
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
