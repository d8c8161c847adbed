import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { mayActOutsideCases, refusals as accessRefusals, type Caller } from '@parley/access';
import { refuse } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  Act,
  CurrentCaller,
  personOf,
  ProblemError,
  PURPOSE_HEADER,
  Reading,
  Received,
  Refuses,
  respond,
  ShownPage,
  UuidParam,
  type Answer,
  type PageShown,
  type ReceivedAct,
} from '@parley/http';
import type { FastifyRequest } from 'fastify';
import { CaseDesk } from '../../application/case-desk';
import { ServiceDesk } from '../../application/service/service-desk';
import { serviceRefusals } from '../../domain/service/service-refusals';
import { Inboxes, type InboxEntry } from '../../projections/inboxes';
import { admittedAct } from '../act-of';
import { InboxList, partyOf } from './inbox-list';
import { InboxRequest } from './inbox.request';
import { InboxCountShown, NoticeShown } from './notice.response';
import { showEntry, showInService } from './show-notice';

const RETRIEVING = { as: ['desk'], rule: 'I-58' } as const;

/**
 * The inbox of a party: every notice that was served on it, in all of its cases. A notice is served when it stands
 * here.
 */
@ApiTags('Service')
@Controller('v1/inbox')
export class InboxController {
  constructor(
    @Inject(Inboxes) private readonly inboxes: Inboxes,
    @Inject(InboxList) private readonly list: InboxList,
    @Inject(ServiceDesk) private readonly services: ServiceDesk,
    @Inject(CaseDesk) private readonly desk: CaseDesk,
    @Inject(Reading) private readonly reading: Reading,
  ) {}

  @Get()
  @Roles({ rule: 'I-58' }, 'desk', 'auditor')
  @ApiOperation({
    summary: 'Read the inbox of your side',
    description:
      'Newest first. Both sides find the same notices, sent at the same instant, and see what the other has retrieved.',
  })
  @ShownPage(() => NoticeShown, 'A page of notices.')
  notices(@CurrentCaller() caller: Caller, @Query() request: InboxRequest): Promise<PageShown<NoticeShown>> {
    return this.list.page(personOf(caller), request);
  }

  @Get('count')
  @Roles({ rule: 'I-43' }, 'desk', 'auditor')
  @ApiOperation({
    summary: 'Count what your side has not retrieved',
    description: 'Of what was served on it and of nothing else.',
  })
  @ApiOkResponse({ type: InboxCountShown })
  async count(@CurrentCaller() caller: Caller): Promise<InboxCountShown> {
    return { unretrieved: await this.inboxes.unretrieved(partyOf(personOf(caller))) };
  }

  @Get(':noticeId')
  @Roles({ rule: 'I-58' }, 'desk', 'auditor')
  @ApiOperation({
    summary: 'Read a notice',
    description: 'That it was read is logged (I-40). Reading is no retrieval: an officer retrieves it for the side.',
  })
  @ApiHeader(PURPOSE_HEADER)
  @ApiOkResponse({ type: NoticeShown })
  @Refuses(serviceRefusals.unknownNotice)
  async notice(
    @UuidParam('noticeId') noticeId: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<NoticeShown> {
    const entry = await this.entry(noticeId, caller);
    await this.reading.note(
      entry.own.caseId,
      [{ subject: `notice ${noticeId}`, what: 'content', tier: 'PARTIES' }],
      caller,
      request,
    );
    return showEntry(entry);
  }

  @Act({
    post: ':noticeId/retrieval',
    ...RETRIEVING,
    refuses: [
      serviceRefusals.unknownNotice,
      serviceRefusals.alreadyRetrieved,
      serviceRefusals.retrievalPending,
      accessRefusals.twoCapacities,
    ],
  })
  @ApiOperation({
    summary: 'Retrieve a notice for your side',
    description:
      'Once; the receipt is on record and the other side sees it. Not retrieving stops no clock. `ETag` ' +
      'is the revision of the register of service of the case.',
  })
  @ApiOkResponse({ type: NoticeShown })
  async retrieve(
    @UuidParam('noticeId') noticeId: string,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<NoticeShown>> {
    const may = mayActOutsideCases(RETRIEVING, received.caller);
    if (may.kind === 'refused') throw ProblemError.refused(may);
    const { own } = await this.entry(noticeId, received.caller);
    const { act, context } = admittedAct(received, may.actor, this.desk.ruleSetVersion);
    const outcome = await this.services.act(own.caseId, { type: 'RetrieveNotice', ...act, noticeId }, context);
    return respond(outcome, ({ state }) => {
      const found = state.notices[noticeId];
      if (!found) throw new TypeError(`notice ${noticeId} was retrieved and is not there`);
      return showInService(own.caseId, found);
    });
  }

  /** @throws ProblemError 404 for what was not served on the caller's side */
  private async entry(noticeId: string, caller: Caller): Promise<InboxEntry> {
    const entry = await this.inboxes.find(partyOf(personOf(caller)), noticeId);
    if (!entry) throw ProblemError.refused(refuse(serviceRefusals.unknownNotice));
    return entry;
  }
}
