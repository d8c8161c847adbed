import type { Readable } from 'node:stream';
import { Body, Controller, Inject, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import {
  Act,
  atRevision,
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
import { Cases } from '../../repositories';
import { asksCase, admitToCase, CaseGate } from '../case-gate.http';
import { grievanceRefusals, refusals } from '../refusals.rules';
import { filedCase } from '../show-case.response';
import { summaryRefusals } from '../summaries/summaries.rules';
import { lateEntryActs } from './late-entries.rules';

/** Acts of the exchange that came by another channel, which the registry of the other side confirms or refuses. */
@ApiTags('Late entries')
@Controller('v1/cases/:caseId/late-entries')
export class LateEntriesController {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(LateReadings) private readonly late: LateReadings,
  ) {}

  @ListsLateEntries('in the exchange')
  async listLateEntriesOfExchange(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<Answer<LateEntriesShown>> {
    const { state, revision } = await this.gate.open(caseId, caller);
    return atRevision(await this.late.list({ id: caseId, entries: state.lateEntries, caller, request }), revision);
  }

  @ReadsLateOriginal()
  async downloadLateEntryOfExchange(
    @UuidParam('caseId') caseId: CaseId,
    @UuidParam('entryId', 'Id of the entry.') entryId: string,
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
    decides: lateEntryActs.AnswerLateEntry,
    asks: asksCase('AnswerLateEntry'),
    refuses: [
      ...ofAnswers,
      ...grievanceRefusals,
      refusals.claimBarred,
      refusals.suspended,
      refusals.notDeficient,
      refusals.cureLate,
      refusals.replyLate,
      refusals.notComplainant,
      refusals.notRespondent,
      refusals.notAParty,
      refusals.notInConsultations,
      refusals.unknownCall,
      refusals.ownCall,
      refusals.notAwaitingReply,
      refusals.objectionMissing,
      refusals.objectionOutOfPlace,
      refusals.reservationMissing,
      refusals.unknownClaim,
      refusals.unknownAmendment,
      refusals.claimNotAmended,
      refusals.claimOfOther,
      refusals.screeningEnded,
      summaryRefusals.unknownSummary,
      summaryRefusals.ownRequest,
      summaryRefusals.summaryAnswered,
      summaryRefusals.summaryLate,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Confirm or refuse a late entry',
    description:
      'By a registry officer of the other side, over the digest of the original. Confirmed, the act counts as of ' +
      'when it came, and sets aside what silence had brought about (I-19). Not answered in time it does not count.',
  })
  @ApiOkResponse({ type: LateEntriesShown })
  async answerLateEntryOfExchange(
    @UuidParam('caseId') caseId: CaseId,
    @UuidParam('entryId', 'Id of the entry.') entryId: string,
    @Body() { verdict, original, reason }: LateEntryAnswerRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<LateEntriesShown>> {
    const { act, context } = await admitToCase(this.gate, this.cases, caseId, received);
    const command = { type: 'AnswerLateEntry', ...act, entryId, verdict, original, reason } as const;
    return respond(await this.cases.act(caseId, command, context), ({ state }) =>
      showLateEntries(filedCase(state).lateEntries),
    );
  }
}
