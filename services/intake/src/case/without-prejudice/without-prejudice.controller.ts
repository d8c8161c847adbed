import { Body, Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiSchema, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { Roles } from '@parley/auth';
import { derivedUuid } from '@parley/event-store';
import {
  Act,
  atRevision,
  AuthoredText,
  CurrentCaller,
  Logged,
  Received,
  Refuses,
  respond,
  Sha256Field,
  Shown,
  TextsField,
  UuidParam,
  type Answer,
  type ReceivedAct,
  wholeList,
  ListEndShown,
} from '@parley/http';
import type { CaseId, Sha256 } from '@parley/kernel';
import { CaseGate } from '../case-gate.http';
import { Channels } from '../../repositories';
import { asksChannel, ChannelGate, notRegistered } from './channel.http';
import {
  channelRefusals as refusals,
  type Channel,
  sayWithoutPrejudice,
  consentToRelease,
} from './without-prejudice.rules';

class WithoutPrejudiceRequest {
  @TextsField({
    meaning: 'What is said without prejudice.',
    example: [{ lang: 'en', text: 'We could accept a phase-out over two years.', kind: 'original' }],
    max: 20_000,
    multiline: true,
  })
  readonly text: readonly AuthoredText[];
}

class ReleaseConsentRequest {
  @Sha256Field({
    meaning: 'Digest of the statement as it stands: SHA-256 over the canonical JSON of `{caseId, statementId, text}`.',
    example: '5e1d6bd7'.repeat(8),
  })
  readonly digest: Sha256;
}

@ApiSchema({ description: 'A statement made without prejudice.' })
export class WithoutPrejudiceStatementShown {
  @Shown({
    meaning: 'Id of the statement within the case.',
    example: 'statement:5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11',
    kind: 'word',
  })
  readonly id: string;

  @Shown({ meaning: 'Party that made it.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly saidAt: string;

  @Shown({ meaning: 'What it says.', type: () => AuthoredText, list: true })
  readonly text: readonly AuthoredText[];

  @Shown({
    meaning: 'What a consent names: SHA-256 over the canonical JSON of `{caseId, statementId, text}`.',
    kind: 'digest',
  })
  readonly digest: string;

  @Shown({ meaning: 'Parties that consent to lay it open.', type: () => String, list: true, kind: 'party' })
  readonly consents: readonly string[];

  @Shown({
    meaning: 'When it was laid open to the parties and the panel (UTC); `null` while it is not.',
    format: 'date-time',
    nullable: true,
  })
  readonly releasedAt: string | null;
}

@ApiSchema({ description: 'The without-prejudice channel of a case, oldest statement first.' })
class ChannelShown extends ListEndShown {
  @Shown({ meaning: 'The statements.', type: () => WithoutPrejudiceStatementShown, list: true })
  readonly items: readonly WithoutPrejudiceStatementShown[];
}

const showChannel = (channel: Channel): ChannelShown =>
  wholeList(
    channel.map(({ id, party, saidAt, text, digest, consents, releasedAt }) => ({
      id,
      party,
      saidAt,
      text,
      digest,
      consents: consents.map((consent) => consent.party),
      releasedAt,
    })),
  );

const SPEAKING = { as: ['desk'], rule: 'I-45' } as const;
const seen = [refusals.notRegistered, refusals.notAParty, accessRefusals.notFound, accessRefusals.notYourRole] as const;

/**
 * What the parties say to each other without prejudice. Registry, co-heads and panel do not read it, and no later stage
 * is told of it.
 */
@ApiTags('Without prejudice')
@Controller('v1/cases/:caseId/without-prejudice')
export class WithoutPrejudiceController {
  constructor(
    @Inject(Channels) private readonly channel: Channels,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(ChannelGate) private readonly desks: ChannelGate,
  ) {}

  @Get()
  @Roles({ rule: 'I-45' }, 'desk', 'auditor')
  @Logged({ subject: 'without-prejudice', tier: 'DESKS' })
  @ApiOperation({
    summary: 'Read what was said without prejudice',
    description: 'By the two desks and their auditors alone.',
  })
  @ApiOkResponse({ type: ChannelShown })
  @Refuses(accessRefusals.notFound)
  async readWithoutPrejudice(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
  ): Promise<Answer<ChannelShown>> {
    await this.gate.open(caseId, caller);
    const { state, revision } = await this.channel.read(caseId);
    return atRevision(showChannel(state), revision);
  }

  @Act({
    post: '',
    ...SPEAKING,
    decides: [notRegistered, sayWithoutPrejudice],
    asks: asksChannel('SayWithoutPrejudice'),
    refuses: [refusals.channelFull, ...seen],
  })
  @ApiOperation({
    summary: 'Say something without prejudice',
    description:
      'From the registration on. It reaches no finding, dossier, export or search unless both parties ' +
      'consent to lay it open.',
  })
  @ApiOkResponse({ type: ChannelShown })
  async stateWithoutPrejudice(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { text }: WithoutPrejudiceRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ChannelShown>> {
    const { act, context, inCase } = await this.desks.admit(caseId, received);
    const statementId = `statement:${derivedUuid('statement', context.commandId)}`;
    const command = { type: 'SayWithoutPrejudice', ...act, ...inCase, statementId, text } as const;
    return respond(await this.channel.act(caseId, command, context), ({ state }) => showChannel(state));
  }

  @Act({
    post: ':statementId/consents',
    ...SPEAKING,
    decides: [notRegistered, consentToRelease],
    asks: asksChannel('ConsentToRelease'),
    refuses: [
      refusals.unknownStatement,
      refusals.consentedAlready,
      refusals.consentsForBoth,
      refusals.statementDigestDiffers,
      ...seen,
    ],
  })
  @ApiParam({
    name: 'statementId',
    description: 'Id of the statement within the case.',
    example: 'statement:5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11',
  })
  @ApiOperation({
    summary: 'Consent to lay a statement open',
    description:
      'Over its digest. With both parties’ consent the parties and the panel may use it from then on; a ' +
      'consent is not taken back.',
  })
  @ApiOkResponse({ type: ChannelShown })
  async consentToLayOpen(
    @UuidParam('caseId') caseId: CaseId,
    @Param('statementId') statementId: string,
    @Body() { digest }: ReleaseConsentRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ChannelShown>> {
    const { act, context, inCase } = await this.desks.admit(caseId, received);
    const command = { type: 'ConsentToRelease', ...act, ...inCase, statementId, digest } as const;
    return respond(await this.channel.act(caseId, command, context), ({ state }) => showChannel(state));
  }
}
