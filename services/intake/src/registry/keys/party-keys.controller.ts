import { Body, Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, mayActOutsideCases } from '@parley/access';
import { Public, thumbprintOf } from '@parley/auth';
import type { RecordedEvent } from '@parley/event-store';
import {
  Act,
  ProblemError,
  Received,
  respond,
  ShownList,
  wholeList,
  type Answer,
  type PageShown,
  type ReceivedAct,
} from '@parley/http';
import { refuse, type Party, type PartyCode, type PersonId } from '@parley/kernel';
import { admittedAct, type AdmittedAct } from '../../case/case-gate.http';
import { PARTIES } from '../../case/case-list.http';
import { PartyRegisters } from '../../repositories';
import { delegationRefusals } from '../delegations/delegation-refusals.rules';
import { keysOnRecord } from './keys-on-record';
import { KeyRevocationRequest, PartyKeyRequest, soundKeyOf } from './party-keys.request';
import { PartyKeyShown, showKey } from './party-keys.response';
import { keyRefusals as refusals, noSoundKey, registerKey, revokeKey, type KeyCommand } from './party-keys.rules';

/** What everybody may know: by which keys each side signs, and signed. */
@ApiTags('Delegations')
@Controller('v1/parties/keys')
export class PublicPartyKeysController {
  constructor(
    @Inject(PartyRegisters) private readonly registers: PartyRegisters,
    @Inject(PARTIES) private readonly parties: readonly [Party, Party],
  ) {}

  @Get()
  @Public()
  @ApiOperation({
    summary: 'See the keys of both parties',
    description: 'What is over included: a signature counts as of its instant.',
  })
  @ShownList(() => PartyKeyShown, 'Each side’s, the first one registered first.')
  async listPartyKeys(): Promise<PageShown<PartyKeyShown>> {
    const shown = this.parties.map(async ({ code }) =>
      keysOnRecord(await this.registers.recorded(code)).map((key) => showKey(code, key)),
    );
    return wholeList((await Promise.all(shown)).flat());
  }
}

const KEEPING = { as: ['desk'], rule: 'credentials' } as const;
const kept = [delegationRefusals.notOwnRegister, delegationRefusals.noHead, delegationRefusals.notTheHead] as const;
const seen = [accessRefusals.notFound, accessRefusals.notYourRole, accessRefusals.twoCapacities] as const;

/** The keys by which a side signs, kept by the head of its delegation. */
@ApiTags('Delegations')
@ApiParam({ name: 'party', description: 'Code of the party.', example: 'US' })
@Controller('v1/parties/:party/keys')
export class PartyKeysController {
  constructor(
    @Inject(PartyRegisters) private readonly registers: PartyRegisters,
    @Inject(PARTIES) private readonly parties: readonly [Party, Party],
  ) {}

  @Act({
    post: '',
    status: 201,
    ...KEEPING,
    decides: [noSoundKey, registerKey],
    refuses: [
      refusals.unsound,
      refusals.ofTwoKinds,
      refusals.notDelegated,
      refusals.registeredAlready,
      refusals.notSignedByTheOneBefore,
      ...kept,
      ...seen,
    ],
  })
  @ApiOperation({
    summary: 'Register a key of your side',
    description:
      'By the head of the delegation. The key in force signs this act and ends with it; where none is, the new one ' +
      'rests on its authority. It is public at once. With `required` nothing in your side’s name is taken unsigned ' +
      'while it is in force. One of a person ends with their delegation.',
  })
  @ApiCreatedResponse({ type: PartyKeyShown })
  async recordPartyKey(
    @Param('party') party: string,
    @Body() body: PartyKeyRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<PartyKeyShown>> {
    const register = this.codeOf(party);
    const { act, context } = this.admit(received);
    const key = soundKeyOf(body.key);
    if (!key) throw ProblemError.refused(noSoundKey());
    const thumbprint = thumbprintOf(key);
    const { signature = null } = received;
    const { authority, required = false, credentialId = null } = body;
    const personId = (body.personId ?? null) as PersonId | null;
    const isOfOtherSide = await this.isKnownElsewhere(register, thumbprint);
    const said = { thumbprint, key, authority, signature, required, personId, credentialId, isOfOtherSide };
    const command = { type: 'RegisterKey', ...act, register, ...said } as const;
    const { outcome, shown } = await this.changed(register, command, context);
    return respond(outcome, shown, { location: () => '/v1/parties/keys' });
  }

  @Act({
    post: 'revocations',
    ...KEEPING,
    decides: revokeKey,
    refuses: [refusals.notInForce, ...kept, ...seen],
  })
  @ApiOperation({
    summary: 'Revoke a key of your side',
    description: 'By the head of the delegation. What the key signed before stands.',
  })
  @ApiOkResponse({ type: PartyKeyShown })
  async endPartyKey(
    @Param('party') party: string,
    @Body() { thumbprint }: KeyRevocationRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<PartyKeyShown>> {
    const register = this.codeOf(party);
    const { act, context } = this.admit(received);
    const command = { type: 'RevokeKey', ...act, register, thumbprint } as const;
    const { outcome, shown } = await this.changed(register, command, context);
    return respond(outcome, shown);
  }

  private async changed(party: PartyCode, command: KeyCommand, context: AdmittedAct['context']) {
    const outcome = await this.registers.act(party, command, context);
    const history = await this.registers.recorded(party);
    return {
      outcome,
      shown: (done: { readonly revision: number }) => shownIn(party, command, history.slice(0, done.revision + 1)),
    };
  }

  /** Whether another side than one has registered a key. Everybody may know: all keys of both are shown. */
  private async isKnownElsewhere(own: PartyCode, thumbprint: string): Promise<boolean> {
    const others = this.parties.filter(({ code }) => code !== own);
    const keys = await Promise.all(others.map(async ({ code }) => keysOnRecord(await this.registers.recorded(code))));
    return keys.flat().some((key) => key.thumbprint === thumbprint);
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

/** @throws TypeError for a key that the register does not hold, as no answer is made of */
function shownIn(party: PartyCode, { thumbprint }: KeyCommand, history: readonly RecordedEvent[]): PartyKeyShown {
  const key = keysOnRecord(history).find((each) => each.thumbprint === thumbprint);
  if (!key) throw new TypeError(`no key ${thumbprint}`);
  return showKey(party, key);
}
