import { Body, Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { Roles } from '@parley/auth';
import { derivedUuid } from '@parley/event-store';
import {
  Act,
  atRevision,
  CurrentCaller,
  CursorCodec,
  CURSORS,
  PageRequest,
  ProblemError,
  PURPOSE_HEADER,
  Reading,
  ReadsLog,
  ReadsRequest,
  ReadsShown,
  Received,
  Refuses,
  respond,
  ShownPage,
  showReads,
  UuidParam,
  type Answer,
  type PageShown,
  type ReceivedAct,
} from '@parley/http';
import { refuse, type CaseId, type Party, type PartyCode } from '@parley/kernel';
import type { FastifyRequest } from 'fastify';
import { CaseGate } from '../../case/case-gate.http';
import { PARTIES } from '../../case/case-list.http';
import { HotlineRequests } from '../../repositories';
import { hotlineRefusals as refusals } from './hotline-refusals.rules';
import { aboutOf, admitToHotline, HotlineList, openHotline, subjectOf } from './hotline.http';
import { AcknowledgementRequest, HotlineRequest } from './hotline.request';
import { HotlineLineShown, HotlineShown, requestOf, showHotline } from './hotline.response';
import { requestHotline, acknowledge } from './hotline-acts.rules';

/** Who read a request on the hotline (I-40): for auditors of either side. */
@ApiTags('Hotline')
@Controller('v1/hotline/:hotlineId/reads')
export class HotlineReadsController {
  constructor(
    @Inject(HotlineRequests) private readonly hotlines: HotlineRequests,
    @Inject(ReadsLog) private readonly log: ReadsLog,
    @Inject(CURSORS) private readonly cursors: CursorCodec,
  ) {}

  @Get()
  @Roles({ rule: 'I-40' }, 'auditor')
  @ApiOperation({
    summary: 'See who has read a request on the hotline',
    description: 'Newest first: person, tier, purpose, instant.',
  })
  @ApiOkResponse({ type: ReadsShown })
  @Refuses(accessRefusals.notFound)
  async reads(
    @UuidParam('hotlineId', 'Id of the request.') hotlineId: string,
    @CurrentCaller() caller: Caller,
    @Query() page: ReadsRequest,
  ): Promise<ReadsShown> {
    const { hotline } = await openHotline(this.hotlines, hotlineId, caller);
    return showReads(this.log, this.cursors, aboutOf(hotline), page, { subject: subjectOf(hotline) });
  }
}

/** The most requests of a side that may stand unanswered at once. */
const MOST_UNANSWERED = 20;
const tooManyOpen = () => refuse(refusals.tooManyOpen);
const seen = [accessRefusals.notFound, accessRefusals.notYourRole, accessRefusals.twoCapacities] as const;

/** A request for a call at once. Somebody answers it, or everybody knows that nobody did. */
@ApiTags('Hotline')
@Controller('v1/hotline')
export class HotlineController {
  constructor(
    @Inject(HotlineRequests) private readonly hotlines: HotlineRequests,
    @Inject(HotlineList) private readonly list: HotlineList,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(PARTIES) private readonly parties: readonly [Party, Party],
    @Inject(Reading) private readonly reading: Reading,
  ) {}

  @Act({
    post: '',
    status: 201,
    as: ['desk'],
    rule: 'hotline',
    decides: [tooManyOpen, requestHotline],
    refuses: [refusals.notADesk, refusals.tooManyOpen, ...seen],
  })
  @ApiOperation({
    summary: 'Ask the other side on the hotline',
    description:
      'With a case or without. What nobody acknowledges in time goes to the co-heads and then to the ' +
      'deputies by itself; that it was answered or not, and when, is public.',
  })
  @ApiCreatedResponse({ type: HotlineShown })
  async ask(@Body() body: HotlineRequest, @Received() received: ReceivedAct): Promise<Answer<HotlineShown>> {
    const { act, context } = admitToHotline(received, this.hotlines.ruleSetVersion);
    const about =
      body.caseId === undefined ? undefined : (await this.gate.open(body.caseId as CaseId, received.caller)).state;
    const ofCase = about ? { caseId: about.caseId, ruleSetVersion: about.ruleSetVersion } : { caseId: null };
    const hotlineId = derivedUuid('hotline', context.commandId);
    await this.refuseFlood(hotlineId, act.party);
    const [one, other] = this.parties;
    const command = {
      type: 'RequestHotline',
      ...act,
      hotlineId,
      ...ofCase,
      grade: body.grade,
      parties: [one.code, other.code],
      subject: body.subject,
    } as const;
    return respond(
      await this.hotlines.act(hotlineId, command, context),
      ({ state }) => showHotline(requestOf(state), received.caller),
      { location: () => `/v1/hotline/${hotlineId}` },
    );
  }

  @Get()
  @Roles({ rule: 'hotline' }, 'desk', 'cohead', 'auditor')
  @ApiOperation({
    summary: 'List the requests on the hotline',
    description: 'Newest first, those of both sides. `after` waits briefly for a write of one’s own.',
  })
  @ShownPage(() => HotlineLineShown, 'A page of requests.')
  requests(@Query() page: PageRequest): Promise<PageShown<HotlineLineShown>> {
    return this.list.page(page);
  }

  @Get(':hotlineId')
  @Roles({ rule: 'hotline' }, 'desk', 'cohead', 'auditor', 'panel')
  @ApiOperation({
    summary: 'Read a request',
    description: 'For the two desks, their auditors, the co-heads and its crisis team.',
  })
  @ApiHeader(PURPOSE_HEADER)
  @ApiOkResponse({ type: HotlineShown })
  @Refuses(accessRefusals.notFound)
  async read(
    @UuidParam('hotlineId', 'Id of the request.') hotlineId: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<Answer<HotlineShown>> {
    const { hotline, revision, facts } = await openHotline(this.hotlines, hotlineId, caller);
    await this.reading.note(
      aboutOf(hotline),
      [{ subject: subjectOf(hotline), what: 'content', tier: 'PARTIES' }],
      caller,
      request,
    );
    return atRevision(showHotline(hotline, caller), revision, facts);
  }

  @Act({
    post: ':hotlineId/acknowledgement',
    as: ['desk', 'cohead'],
    rule: 'hotline',
    decides: acknowledge,
    refuses: [
      refusals.notADesk,
      refusals.ownRequest,
      refusals.answeredAlready,
      refusals.notCoHeadsYet,
      refusals.rungPending,
      ...seen,
    ],
  })
  @ApiOperation({
    summary: 'Acknowledge a request',
    description:
      'By a named official of the side that was asked; by its co-head once the time of the officials is over.',
  })
  @ApiOkResponse({ type: HotlineShown })
  async acknowledge(
    @UuidParam('hotlineId', 'Id of the request.') hotlineId: string,
    @Body() { office, text }: AcknowledgementRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<HotlineShown>> {
    const { act, actor, context } = admitToHotline(received, this.hotlines.ruleSetVersion);
    await openHotline(this.hotlines, hotlineId, received.caller);
    const command = {
      type: 'AcknowledgeHotline',
      ...act,
      as: actor.role === 'cohead' ? 'cohead' : 'desk',
      office,
      text,
    } as const;
    return respond(await this.hotlines.act(hotlineId, command, context), ({ state }) =>
      showHotline(requestOf(state), received.caller),
    );
  }
  /**
   * Refuses a side that floods the public log. A request that was made already is answered as before. @throws
   * ProblemError 409
   */
  private async refuseFlood(hotlineId: string, party: PartyCode | null): Promise<void> {
    if (party === null || (await this.list.unanswered(party)) < MOST_UNANSWERED) return;
    const { state } = await this.hotlines.read(hotlineId);
    if (state.status === 'silent') throw ProblemError.refused(tooManyOpen());
  }
}
