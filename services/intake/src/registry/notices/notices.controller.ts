import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, mayActOutsideCases, type Caller } from '@parley/access';
import { Public, Roles, type RegistrySigner } from '@parley/auth';
import {
  Act,
  Answer,
  CurrentCaller,
  Logged,
  personOf,
  ProblemError,
  Reading,
  Received,
  Refuses,
  respond,
  ShownList,
  SIGNER,
  UuidParam,
  type PageShown,
  type ReceivedAct,
} from '@parley/http';
import { millisOf, parseInstant, refuse, type Instant } from '@parley/kernel';
import type { FastifyRequest } from 'fastify';
import { Cases } from '../../repositories';
import { admittedAct } from '../../case/case-gate.http';
import { InboxRequest, ReconciliationRequest } from './notices.request';
import { InboxCountShown, NoticeShown, showEntry, showInService } from './notices.response';
import { documentsOf, serviceRefusals, typedCode } from './notices.rules';
import { InboxList, partyOf, ReconciliationShown, UpToDateInboxes, VerificationShown } from './reconciliation.response';
import { Inboxes, MOST_RECONCILED, type InboxEntry } from './served-notice.table';
import { NoticeRegisters } from './notice-registers';
import { reconcile, type ServiceRange } from './reconcile';
import { retrieveNotice } from './retrieve.rules';

const RETRIEVING = { as: ['desk'], rule: 'I-58' } as const;

/**
 * The inbox of a party: every notice that was served on it, in all of its cases. A notice is served once it stands
 * here.
 */
@ApiTags('Service')
@Controller('v1/inbox')
export class InboxController {
  constructor(
    @Inject(Inboxes) private readonly inboxes: Inboxes,
    @Inject(InboxList) private readonly list: InboxList,
    @Inject(NoticeRegisters) private readonly services: NoticeRegisters,
    @Inject(Cases) private readonly cases: Cases,
    @Inject(Reading) private readonly reading: Reading,
  ) {}

  @Get()
  @Roles({ rule: 'I-58' }, 'desk', 'auditor')
  @Logged({ subject: 'inbox', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'Read the inbox of your side',
    description:
      'Newest first. Both sides find the same notices, sent at the same instant, and see what the other has retrieved.',
  })
  @ShownList(() => NoticeShown, 'A page of notices.')
  listNotices(@CurrentCaller() caller: Caller, @Query() request: InboxRequest): Promise<PageShown<NoticeShown>> {
    return this.list.page(personOf(caller), request);
  }

  @Get('count')
  @Roles({ rule: 'I-43' }, 'desk', 'auditor')
  @Logged({ subject: 'inbox', what: 'count', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'Count what your side has not retrieved',
    description: 'Of what was served on it and of nothing else.',
  })
  @ApiOkResponse({ type: InboxCountShown })
  async countUnretrievedNotices(@CurrentCaller() caller: Caller): Promise<InboxCountShown> {
    return { unretrieved: await this.inboxes.unretrieved(partyOf(personOf(caller))) };
  }

  @Get(':noticeId')
  @Roles({ rule: 'I-58' }, 'desk', 'auditor')
  @Logged()
  @ApiOperation({
    summary: 'Read a notice',
    description: 'That it was read is logged (I-40). Reading is no retrieval: an officer retrieves it for the side.',
  })
  @ApiOkResponse({ type: NoticeShown })
  @Refuses(serviceRefusals.unknownNotice)
  async readNotice(
    @UuidParam('noticeId') noticeId: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<Answer<NoticeShown>> {
    const entry = await this.entry(noticeId, caller);
    await this.reading.note(
      entry.own.caseId,
      [{ subject: `notice ${noticeId}`, what: 'content', tier: 'PARTIES' }],
      caller,
      request,
    );
    return new Answer(showEntry(entry), { tells: await this.services.recordedOf(entry.own.caseId, noticeId) });
  }

  @Act({
    post: ':noticeId/retrieval',
    ...RETRIEVING,
    decides: retrieveNotice,
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
  async retrieveNotice(
    @UuidParam('noticeId') noticeId: string,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<NoticeShown>> {
    const may = mayActOutsideCases(RETRIEVING, received.caller);
    if (may.kind === 'refused') throw ProblemError.refused(may);
    const { own } = await this.entry(noticeId, received.caller);
    const { act, context } = admittedAct(received, may.actor, this.cases.ruleSetVersion);
    const outcome = await this.services.actWhole(own.caseId, { type: 'RetrieveNotice', ...act, noticeId }, context);
    return respond(outcome, ({ state }) => {
      const found = state.notices[noticeId];
      if (!found) throw new TypeError(`notice ${noticeId} was retrieved and is not there`);
      return showInService(own.caseId, found);
    });
  }

  /** @throws ProblemError 404 for a notice that was not served on the caller's side */
  private async entry(noticeId: string, caller: Caller): Promise<InboxEntry> {
    const entry = await this.inboxes.find(partyOf(personOf(caller)), noticeId);
    if (!entry) throw ProblemError.refused(refuse(serviceRefusals.unknownNotice));
    return entry;
  }
}

const LONGEST_MS = 366 * 24 * 60 * 60 * 1_000;

/**
 * Everything that was served on a side, in one signed answer. Something that was not served is missing there, and both
 * sides can see it (I-60).
 */
@ApiTags('Service')
@Controller('v1/service/reconciliation')
export class ReconciliationController {
  constructor(
    @Inject(Inboxes) private readonly inboxes: Inboxes,
    @Inject(UpToDateInboxes) private readonly upToDate: UpToDateInboxes,
    @Inject(SIGNER) private readonly signer: RegistrySigner,
  ) {}

  @Get()
  @Roles({ rule: 'I-60' }, 'desk', 'auditor')
  @Logged({ subject: 'service', what: 'reconciliation', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'Ask for all that was served on your side in a range of time',
    description:
      'By the instant of sending, `from` included and `to` not. The registry signs the digest of the ' +
      'list; it says what the record says at this moment.',
  })
  @ApiOkResponse({ type: ReconciliationShown })
  @Refuses(serviceRefusals.rangeInverted, serviceRefusals.rangeTooLong, serviceRefusals.tooManyServed)
  async reconcileService(
    @CurrentCaller() caller: Caller,
    @Query() request: ReconciliationRequest,
  ): Promise<ReconciliationShown> {
    const party = partyOf(personOf(caller));
    const range = rangeOf(request);
    await this.upToDate.now();
    const services = await this.inboxes.servedOn(party, range);
    if (services.length > MOST_RECONCILED) throw ProblemError.refused(refuse(serviceRefusals.tooManyServed, '/to'));
    return reconcile(party, range, services, this.signer);
  }
}

/** @throws ProblemError 422 for a range that ends before it begins, or is longer than a year */
function rangeOf(request: ReconciliationRequest): ServiceRange {
  const [from, to] = [parseInstant(request.from), parseInstant(request.to)] as [Instant, Instant];
  if (to <= from) throw ProblemError.refused(refuse(serviceRefusals.rangeInverted, '/to'));
  if (millisOf(to) - millisOf(from) > LONGEST_MS)
    throw ProblemError.refused(refuse(serviceRefusals.rangeTooLong, '/to'));
  return { from, to };
}

/** Tells anybody who holds a cover sheet what its code stands for. */
@ApiTags('Service')
@Public()
@Controller('v1/verify')
export class VerificationController {
  constructor(@Inject(Inboxes) private readonly inboxes: Inboxes) {}

  @Get(':code')
  @ApiOperation({
    summary: 'Verify the code on a cover sheet',
    description:
      'Says which document was served on whom and when, by its digest, and nothing of what it says. ' +
      'Case, spaces and hyphens do not matter.',
  })
  @ApiParam({ name: 'code', description: 'The code as it stands on the sheet.', example: 'K7QF-0D3M-A1ZC-9TRW' })
  @ApiOkResponse({ type: VerificationShown })
  @Refuses(serviceRefusals.unknownCode)
  async verifyCoverSheet(@Param('code') typed: string): Promise<VerificationShown> {
    const code = typedCode(typed);
    const found = code === undefined ? null : await this.inboxes.findByCode(code);
    if (!found || code === undefined) throw ProblemError.refused(refuse(serviceRefusals.unknownCode));
    const { document } = found.notice;
    return {
      code,
      docketNumber: await this.inboxes.docketNumberOf(found.caseId),
      document: document?.kind ?? null,
      reference: document?.reference ?? null,
      digest: document?.digest ?? found.digest,
      documents: documentsOf(found.notice).map(({ kind, reference, digest }) => ({ kind, reference, digest })),
      servedOn: found.party,
      servedAt: found.sentAt.toISOString(),
    };
  }
}
