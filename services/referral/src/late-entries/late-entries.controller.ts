import type { Readable } from 'node:stream';
import { Body, Controller, Inject, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import {
  Act,
  CurrentCaller,
  ANSWERING_LATE_ENTRIES,
  LateReadings,
  ListsLateEntries,
  ReadsLateOriginal,
  LateEntriesShown,
  LateEntryAnswerRequest,
  Received,
  respond,
  showLateEntries,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import type { CaseId } from '@parley/kernel';
import { ofAnswers } from '@parley/procedure';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AgreementState } from '../compliance/agreement.rules';
import { lateEntryBar } from '../compliance/agreement-decider.rules';
import { AgreementGate } from '../compliance/compliance.http';
import { complianceRefusals } from '../compliance/compliance.rules';
import { answerEntry as answerReport } from '../compliance/late-compliance.rules';
import { Settlements } from '../referral/repositories';
import { answerEntry } from '../settlement/late-conciliation.rules';
import { settlementRefusals } from '../settlement/settlement-refusals.rules';
import { asksSettlement, SettlementGate } from '../settlement/settlement.http';
import { filedSettlement } from '../settlement/settlement.response';

/** Acceptances of a conciliation that came by another channel, which the registry of the other side answers. */
@ApiTags('Late entries')
@Controller('v1/cases/:caseId/settlement/late-entries')
export class SettlementLateEntriesController {
  constructor(
    @Inject(Settlements) private readonly settlements: Settlements,
    @Inject(SettlementGate) private readonly gate: SettlementGate,
    @Inject(LateReadings) private readonly late: LateReadings,
  ) {}

  @ListsLateEntries('of a settlement')
  async listLateEntriesOfSettlement(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<LateEntriesShown> {
    const { state } = await this.gate.open(caseId, caller);
    return this.late.list({ id: caseId, entries: state.lateEntries, caller, request });
  }

  @ReadsLateOriginal('of a settlement')
  async downloadLateEntryOfSettlement(
    @UuidParam('caseId') caseId: CaseId,
    @UuidParam('entryId') entryId: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const { state } = await this.gate.open(caseId, caller);
    return this.late.original(entryId, { id: caseId, entries: state.lateEntries, caller, request }, reply);
  }

  @Act({
    post: ':entryId/answer',
    ...ANSWERING_LATE_ENTRIES,
    decides: answerEntry,
    asks: asksSettlement('AnswerLateEntry'),
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
  async answerLateEntryOfSettlement(
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

/** Status reports and answers to them that came by another channel, and what the registry of the other side says. */
@ApiTags('Late entries')
@Controller('v1/agreements/:agreementId/late-entries')
export class ReportLateEntriesController {
  constructor(
    @Inject(AgreementGate) private readonly gate: AgreementGate,
    @Inject(LateReadings) private readonly late: LateReadings,
  ) {}

  @ListsLateEntries('about an agreement', complianceRefusals.noAgreement)
  async listLateEntriesOfAgreement(
    @UuidParam('agreementId') agreementId: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<LateEntriesShown> {
    const { state } = await this.gate.papers(agreementId, caller);
    return this.late.list({ id: agreementId, entries: entriesIn(state), caller, request });
  }

  @ReadsLateOriginal('about an agreement', complianceRefusals.noAgreement)
  async downloadLateEntryOfAgreement(
    @UuidParam('agreementId') agreementId: string,
    @UuidParam('entryId') entryId: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const { state } = await this.gate.papers(agreementId, caller);
    return this.late.original(entryId, { id: agreementId, entries: entriesIn(state), caller, request }, reply);
  }

  @Act({
    post: ':entryId/answer',
    ...ANSWERING_LATE_ENTRIES,
    decides: [lateEntryBar, answerReport],
    refuses: [
      ...ofAnswers,
      complianceRefusals.noReportOwed,
      complianceRefusals.reportGiven,
      complianceRefusals.reportIncomplete,
      complianceRefusals.noSuchObligation,
      complianceRefusals.obligationFulfilled,
      complianceRefusals.ownObligation,
      complianceRefusals.nothingToVerify,
      complianceRefusals.reportedOtherwise,
      complianceRefusals.sameVerdict,
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
      'By a registry officer of the other side, over the digest of the original. Confirmed, a report came in time ' +
      'and shows red no more (I-19); a review that has closed since then stands. A refusal that came in time makes ' +
      'disputed what silence had verified. Not answered in time it does not count.',
  })
  @ApiOkResponse({ type: LateEntriesShown })
  async answerLateEntryOfAgreement(
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
