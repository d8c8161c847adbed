import { Body, Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { derivedUuid } from '@parley/event-store';
import { refuse, type CaseId, type Sha256 } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  Act,
  atRevision,
  CurrentCaller,
  ProblemError,
  PURPOSE_HEADER,
  Reading,
  Received,
  Refuses,
  respond,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import type { FastifyRequest } from 'fastify';
import { CaseDesk } from '../../application/case-desk';
import { WithoutPrejudiceDesk } from '../../application/without-prejudice-desk';
import type { InCase } from '../../domain/without-prejudice/channel';
import { channelRefusals as refusals } from '../../domain/without-prejudice/channel-refusals';
import { admitToCase, type AdmittedAct } from '../act-of';
import { CaseGate } from '../case-gate';
import { textsOf } from '../grievance-mapping';
import { ReleaseConsentRequest, WithoutPrejudiceRequest } from './without-prejudice.request';
import { ChannelShown, showChannel } from './without-prejudice.response';

const SPEAKING = { as: ['desk'], rule: 'I-45' } as const;
const seen = [refusals.notRegistered, accessRefusals.notFound, accessRefusals.notYourRole] as const;

/**
 * What the parties say to each other without prejudice. Registry, co-heads and panel do not read it, and no later stage
 * is told.
 */
@ApiTags('Without prejudice')
@Controller('v1/cases/:caseId/without-prejudice')
export class WithoutPrejudiceController {
  constructor(
    @Inject(WithoutPrejudiceDesk) private readonly channel: WithoutPrejudiceDesk,
    @Inject(CaseDesk) private readonly desk: CaseDesk,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(Reading) private readonly reading: Reading,
  ) {}

  @Get()
  @Roles({ rule: 'I-45' }, 'desk', 'auditor')
  @ApiOperation({
    summary: 'Read what was said without prejudice',
    description: 'By the two desks and their auditors alone.',
  })
  @ApiHeader(PURPOSE_HEADER)
  @ApiOkResponse({ type: ChannelShown })
  @Refuses(accessRefusals.notFound)
  async read(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<Answer<ChannelShown>> {
    await this.gate.open(caseId, caller);
    await this.reading.note(
      caseId,
      [{ subject: 'without-prejudice', what: 'content', tier: 'DESKS' }],
      caller,
      request,
    );
    const { state, revision } = await this.channel.read(caseId);
    return atRevision(showChannel(state), revision);
  }

  @Act({ post: '', ...SPEAKING, refuses: [refusals.channelFull, ...seen] })
  @ApiOperation({
    summary: 'Say something without prejudice',
    description:
      'From the registration on. It reaches no finding, dossier, export or search unless both parties ' +
      'consent to lay it open.',
  })
  @ApiOkResponse({ type: ChannelShown })
  async say(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Body() { text }: WithoutPrejudiceRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ChannelShown>> {
    const { act, context, inCase } = await this.admit(caseId, received);
    const statementId = `statement:${derivedUuid('statement', context.commandId)}`;
    const command = { type: 'SayWithoutPrejudice', ...act, ...inCase, statementId, text: textsOf(text) } as const;
    return respond(await this.channel.act(command, context), ({ state }) => showChannel(state));
  }

  @Act({
    post: ':statementId/consents',
    ...SPEAKING,
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
  async consent(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Param('statementId') statementId: string,
    @Body() { digest }: ReleaseConsentRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ChannelShown>> {
    const { act, context, inCase } = await this.admit(caseId, received);
    const command = { type: 'ConsentToRelease', ...act, ...inCase, statementId, digest: digest as Sha256 } as const;
    return respond(await this.channel.act(command, context), ({ state }) => showChannel(state));
  }

  /** A registered case stays one, so what is read here cannot be overtaken. */
  private async admit(caseId: CaseId, received: ReceivedAct): Promise<AdmittedAct & { readonly inCase: InCase }> {
    const admitted = await admitToCase(this.gate, this.desk, caseId, received);
    const { state } = await this.gate.open(caseId, received.caller);
    if (!('registration' in state)) throw ProblemError.refused(refuse(refusals.notRegistered));
    return { ...admitted, inCase: { caseId, parties: state.parties } };
  }
}
