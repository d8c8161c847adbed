import { Body, Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { Roles } from '@parley/auth';
import { derivedUuid } from '@parley/event-store';
import {
  Act,
  atRevision,
  CurrentCaller,
  CursorCodec,
  CURSORS,
  Logged,
  PageRequest,
  Reading,
  ReadsLog,
  ListRequest,
  ShownReads,
  type PageShown,
  type ReadShown,
  Received,
  Refuses,
  respond,
  ShownList,
  showReads,
  UuidParam,
  type Answer,
  type ReceivedAct,
  caseNamed,
  CASES_BY_NUMBER,
  type CasesByNumber,
} from '@parley/http';
import type { Party } from '@parley/kernel';
import type { FastifyRequest } from 'fastify';
import { CaseGate } from '../../case/case-gate.http';
import { PARTIES } from '../../case/case-list.http';
import { HotlineRequests, WatchLists } from '../../repositories';
import { dutyOf } from '../watch-lists/watch-list.rules';
import { hotlineRefusals as refusals } from './hotline-refusals.rules';
import { aboutOf, admitToHotline, HotlineList, openHotline, subjectOf } from './hotline.http';
import { AcknowledgementRequest, HotlineRequest } from './hotline.request';
import { HotlineLineShown, HotlineShown, requestOf, showHotline } from './hotline.response';
import { callCrisisTeam } from './crisis-team.rules';
import { acknowledge, requestHotline } from './hotline-acts.rules';

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
  @Logged({ subject: 'reads of hotline :hotlineId', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'See who has read a request on the hotline',
    description: 'Newest first: person, tier, purpose, instant.',
  })
  @ShownReads()
  @Refuses(accessRefusals.notFound)
  async listReadsOfHotlineRequest(
    @UuidParam('hotlineId', 'Id of the request.') hotlineId: string,
    @CurrentCaller() caller: Caller,
    @Query() page: ListRequest,
  ): Promise<PageShown<ReadShown>> {
    const { hotline } = await openHotline(this.hotlines, hotlineId, caller);
    return showReads(this.log, this.cursors, aboutOf(hotline), page, { subject: subjectOf(hotline) });
  }
}

const seen = [accessRefusals.notFound, accessRefusals.notYourRole, accessRefusals.twoCapacities] as const;

/** A request for a call at once. Somebody answers it, or everybody knows that nobody did. */
@ApiTags('Hotline')
@Controller('v1/hotline')
export class HotlineController {
  constructor(
    @Inject(HotlineRequests) private readonly hotlines: HotlineRequests,
    @Inject(HotlineList) private readonly list: HotlineList,
    @Inject(WatchLists) private readonly watchLists: WatchLists,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(CASES_BY_NUMBER) private readonly caseOf: CasesByNumber,
    @Inject(PARTIES) private readonly parties: readonly [Party, Party],
    @Inject(Reading) private readonly reading: Reading,
  ) {}

  @Act({
    post: '',
    status: 201,
    as: ['desk'],
    rule: 'hotline',
    decides: requestHotline,
    refuses: [refusals.notADesk, refusals.tooManyRequests, ...seen],
  })
  @ApiOperation({
    summary: 'Ask the other side on the hotline',
    description:
      'With a case or without. What nobody acknowledges in time goes to the co-heads and then to the ' +
      'deputies by itself, and is unanswered behind them; that it was answered or not, and when, is public. ' +
      'A side makes 20 requests in 24 hours at most, and no silence of the other bars the next.',
  })
  @ApiCreatedResponse({ type: HotlineShown })
  async askOnHotline(@Body() body: HotlineRequest, @Received() received: ReceivedAct): Promise<Answer<HotlineShown>> {
    const { act, context } = admitToHotline(received, this.hotlines.ruleSetVersion);
    const about =
      body.caseId === undefined
        ? undefined
        : (await this.gate.open(await caseNamed(body.caseId, this.caseOf), received.caller)).state;
    const ofCase = about ? { caseId: about.caseId, ruleSetVersion: about.ruleSetVersion } : { caseId: null };
    const hotlineId = derivedUuid('hotline', context.commandId);
    const [one, other] = this.parties;
    const ask = {
      type: 'RequestHotline',
      ...act,
      hotlineId,
      ...ofCase,
      grade: body.grade,
      parties: [one.code, other.code],
      subject: body.subject,
    } as const;
    const party = this.parties.find(({ code }) => code === act.party)?.code;
    const outcome =
      party === undefined
        ? await this.hotlines.act(hotlineId, { ...ask, before: [] }, context)
        : await this.list.inTurn(party, act.receivedAt, (before) =>
            this.hotlines.act(hotlineId, { ...ask, before }, context),
          );
    return respond(outcome, ({ state }) => showHotline(requestOf(state), received.caller), {
      location: () => `/v1/hotline/${hotlineId}`,
    });
  }

  @Get()
  @Roles({ rule: 'hotline' }, 'desk', 'cohead', 'auditor')
  @Logged({ subject: 'hotline', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'List the requests on the hotline',
    description: 'Newest first, those of both sides. `after` waits briefly for a write of one’s own.',
  })
  @ShownList(() => HotlineLineShown, 'A page of requests.')
  listHotlineRequests(@Query() page: PageRequest): Promise<PageShown<HotlineLineShown>> {
    return this.list.page(page);
  }

  @Get(':hotlineId')
  @Roles({ rule: 'hotline' }, 'desk', 'cohead', 'auditor', 'panel')
  @Logged()
  @ApiOperation({
    summary: 'Read a request',
    description: 'For the two desks, their auditors, the co-heads and its crisis team.',
  })
  @ApiOkResponse({ type: HotlineShown })
  @Refuses(accessRefusals.notFound)
  async readHotlineRequest(
    @UuidParam('hotlineId', 'Id of the request.') hotlineId: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<Answer<HotlineShown>> {
    const { hotline, revision } = await openHotline(this.hotlines, hotlineId, caller);
    await this.reading.note(
      aboutOf(hotline),
      [{ subject: subjectOf(hotline), what: 'content', tier: 'PARTIES' }],
      caller,
      request,
    );
    return atRevision(showHotline(hotline, caller), revision);
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
      refusals.notOnWatchList,
      refusals.notDeputiesYet,
      refusals.rungPending,
      ...seen,
    ],
  })
  @ApiOperation({
    summary: 'Acknowledge a request',
    description:
      'By an official of the watch list of the side that was asked; by its co-head once the time of the officials is ' +
      'over, and by its deputies in their turn.',
  })
  @ApiOkResponse({ type: HotlineShown })
  async acknowledgeHotlineRequest(
    @UuidParam('hotlineId', 'Id of the request.') hotlineId: string,
    @Body() { office, text }: AcknowledgementRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<HotlineShown>> {
    const { act, actor, context } = admitToHotline(received, this.hotlines.ruleSetVersion);
    const { hotline } = await openHotline(this.hotlines, hotlineId, received.caller);
    const { state: list } = await this.watchLists.read(hotline.asked);
    const command = {
      type: 'AcknowledgeHotline',
      ...act,
      as: actor.role === 'cohead' ? 'cohead' : 'desk',
      duty: dutyOf(list, act.by),
      office,
      text,
    } as const;
    return respond(await this.hotlines.act(hotlineId, command, context), ({ state }) =>
      showHotline(requestOf(state), received.caller),
    );
  }

  @Act({
    post: ':hotlineId/crisis-team',
    as: ['desk'],
    rule: 'hotline',
    decides: callCrisisTeam,
    refuses: [refusals.notADesk, refusals.noCrisis, refusals.teamCalledFor, ...seen],
  })
  @ApiOperation({
    summary: 'Call for the crisis team',
    description:
      'By the desk of either side, in a crisis, whether it was acknowledged or not; it is called by itself when the ' +
      'officials were silent. A team that was drawn in the 72 hours before serves in this crisis too; else one is ' +
      'drawn once the nonces are open that desks have added, which they may for 10 minutes from the request on.',
  })
  @ApiOkResponse({ type: HotlineShown })
  async callCrisisTeam(
    @UuidParam('hotlineId', 'Id of the request.') hotlineId: string,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<HotlineShown>> {
    const { act, context } = admitToHotline(received, this.hotlines.ruleSetVersion);
    await openHotline(this.hotlines, hotlineId, received.caller);
    return respond(await this.hotlines.act(hotlineId, { type: 'CallCrisisTeam', ...act }, context), ({ state }) =>
      showHotline(requestOf(state), received.caller),
    );
  }
}
