import type { Readable } from 'node:stream';
import { Body, Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { Roles } from '@parley/auth';
import {
  Act,
  CurrentCaller,
  LateClaims,
  LateEntriesShown,
  LateEntryAnswerRequest,
  ORIGINAL_BYTES,
  personOf,
  ProblemError,
  PURPOSE_HEADER,
  Reading,
  Received,
  Refuses,
  respond,
  sendOriginal,
  showLateEntries,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import type { CaseId } from '@parley/kernel';
import { ofAnswers, ofOriginals, originalFor } from '@parley/procedure';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AgreementState } from '../compliance/agreement.rules';
import { complianceBar } from '../compliance/agreement-decider.rules';
import { AgreementGate } from '../compliance/compliance.http';
import { complianceRefusals } from '../compliance/compliance.rules';
import { answerEntry as answerReport } from '../compliance/late-reports.rules';
import { Settlements } from '../referral/repositories';
import { answerEntry } from '../settlement/late-conciliation.rules';
import { settlementRefusals } from '../settlement/settlement-refusals.rules';
import { SettlementGate } from '../settlement/settlement.http';
import { filedSettlement } from '../settlement/settlement.response';

/** Acceptances of a conciliation that came by another channel, which the registry of the other side answers. */
@ApiTags('Late entries')
@Controller('v1/cases/:caseId/settlement/late-entries')
export class SettlementLateEntriesController {
  constructor(
    @Inject(Settlements) private readonly settlements: Settlements,
    @Inject(SettlementGate) private readonly gate: SettlementGate,
    @Inject(LateClaims) private readonly late: LateClaims,
    @Inject(Reading) private readonly reading: Reading,
  ) {}

  @Get()
  @Roles({ rule: 'I-67' }, 'desk', 'registry', 'cohead', 'auditor')
  @ApiOperation({
    summary: 'See what was entered late of a settlement',
    description: 'With what became of it.',
  })
  @ApiHeader(PURPOSE_HEADER)
  @ApiOkResponse({ type: LateEntriesShown })
  @Refuses(accessRefusals.notFound)
  async entries(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<LateEntriesShown> {
    const { state } = await this.gate.open(caseId, caller);
    await this.reading.note(caseId, [{ subject: 'late-entries', what: 'content', tier: 'PARTIES' }], caller, request);
    return showLateEntries(state.lateEntries);
  }

  @Get(':entryId/original')
  @Roles({ rule: 'I-67' }, 'registry')
  @ApiOperation({
    summary: 'Read the original of a late entry of a settlement',
    description: 'By the registry officers of the side that answers it: its bytes, checked against their digest.',
  })
  @ApiHeader(PURPOSE_HEADER)
  @ApiProduces('application/octet-stream')
  @ApiOkResponse(ORIGINAL_BYTES)
  @Refuses(accessRefusals.notFound, ...ofOriginals)
  async original(
    @UuidParam('caseId') caseId: CaseId,
    @UuidParam('entryId') entryId: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const { state } = await this.gate.open(caseId, caller);
    const original = originalFor(entryId, personOf(caller).party, state.lateEntries);
    if (typeof original !== 'string') throw ProblemError.refused(original);
    const subject = `late-entry:${entryId}`;
    await this.reading.note(caseId, [{ subject, what: 'content', tier: 'PARTIES' }], caller, request);
    return sendOriginal(this.late, original, reply);
  }

  @Act({
    post: ':entryId/answer',
    as: ['registry'],
    rule: 'I-67',
    decides: answerEntry,
    refuses: [
      ...ofAnswers,
      settlementRefusals.conciliationOver,
      settlementRefusals.conciliationBegun,
      settlementRefusals.notAParty,
      settlementRefusals.ownProposal,
      settlementRefusals.noSuchConciliation,
      settlementRefusals.notRegistered,
      settlementRefusals.alreadySettled,
      settlementRefusals.windowClosed,
      settlementRefusals.screeningEnded,
      settlementRefusals.longStopPassed,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Confirm or refuse a late entry of a settlement',
    description:
      'By a registry officer of the other side, over the digest of the original. Confirmed, the proposal was ' +
      'answered in time (I-19), unless another attempt is under way by then. Not answered in time it does not count.',
  })
  @ApiOkResponse({ type: LateEntriesShown })
  async answer(
    @UuidParam('caseId') caseId: CaseId,
    @UuidParam('entryId') entryId: string,
    @Body() { verdict, original, reason }: LateEntryAnswerRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<LateEntriesShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const command = { type: 'AnswerLateEntry', ...act, entryId, verdict, original, reason } as const;
    return respond(await this.settlements.act(caseId, command, context), ({ state }) =>
      showLateEntries(filedSettlement(state).lateEntries),
    );
  }
}

/** Status reports that came by another channel, which the registry of the other side confirms or refuses. */
@ApiTags('Late entries')
@Controller('v1/agreements/:agreementId/late-entries')
export class ReportLateEntriesController {
  constructor(
    @Inject(AgreementGate) private readonly gate: AgreementGate,
    @Inject(LateClaims) private readonly late: LateClaims,
    @Inject(Reading) private readonly reading: Reading,
  ) {}

  @Get()
  @Roles({ rule: 'I-67' }, 'desk', 'registry', 'cohead', 'auditor')
  @ApiOperation({
    summary: 'See what was entered late about an agreement',
    description: 'With what became of it.',
  })
  @ApiHeader(PURPOSE_HEADER)
  @ApiOkResponse({ type: LateEntriesShown })
  @Refuses(complianceRefusals.noAgreement)
  async entries(
    @UuidParam('agreementId') agreementId: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<LateEntriesShown> {
    const { state } = await this.gate.papers(agreementId, caller);
    await this.reading.note(
      agreementId as CaseId,
      [{ subject: 'late-entries', what: 'content', tier: 'PARTIES' }],
      caller,
      request,
    );
    return showLateEntries(entriesIn(state));
  }

  @Get(':entryId/original')
  @Roles({ rule: 'I-67' }, 'registry')
  @ApiOperation({
    summary: 'Read the original of a late entry about an agreement',
    description: 'By the registry officers of the side that answers it: its bytes, checked against their digest.',
  })
  @ApiHeader(PURPOSE_HEADER)
  @ApiProduces('application/octet-stream')
  @ApiOkResponse(ORIGINAL_BYTES)
  @Refuses(complianceRefusals.noAgreement, ...ofOriginals)
  async original(
    @UuidParam('agreementId') agreementId: string,
    @UuidParam('entryId') entryId: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const { state } = await this.gate.papers(agreementId, caller);
    const original = originalFor(entryId, personOf(caller).party, entriesIn(state));
    if (typeof original !== 'string') throw ProblemError.refused(original);
    const subject = `late-entry:${entryId}`;
    await this.reading.note(agreementId as CaseId, [{ subject, what: 'content', tier: 'PARTIES' }], caller, request);
    return sendOriginal(this.late, original, reply);
  }

  @Act({
    post: ':entryId/answer',
    as: ['registry'],
    rule: 'I-67',
    decides: [complianceBar, answerReport],
    refuses: [
      ...ofAnswers,
      complianceRefusals.noReportOwed,
      complianceRefusals.reportGiven,
      complianceRefusals.reportIncomplete,
      complianceRefusals.noAgreement,
      complianceRefusals.notInForce,
      complianceRefusals.allFulfilled,
      complianceRefusals.notAParty,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Confirm or refuse a late entry about an agreement',
    description:
      'By a registry officer of the other side, over the digest of the original. Confirmed, the report came in time ' +
      'and shows red no more (I-19); a review that has closed since then stands. Not answered in time it does not ' +
      'count.',
  })
  @ApiOkResponse({ type: LateEntriesShown })
  async answer(
    @UuidParam('agreementId') agreementId: string,
    @UuidParam('entryId') entryId: string,
    @Body() { verdict, original, reason }: LateEntryAnswerRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<LateEntriesShown>> {
    const { act, context, kept } = await this.gate.admit(agreementId, received);
    const command = { type: 'AnswerLateEntry', ...act, entryId, verdict, original, reason } as const;
    return respond(await kept.among.act(agreementId, command, context), ({ state }) =>
      showLateEntries(entriesIn(state)),
    );
  }
}

const entriesIn = (state: AgreementState) => (state.status === 'in-force' ? state.lateEntries : []);
