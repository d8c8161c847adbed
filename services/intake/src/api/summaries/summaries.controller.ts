import { Body, Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import type { CaseId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  Act,
  atRevision,
  CurrentCaller,
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
import { refusals } from '../../domain/refusals';
import { summaryRefusals } from '../../domain/summaries/summary-refusals';
import { admitToCase } from '../act-of';
import { asksCase, CaseGate } from '../case-gate';
import { revisionFor } from '../revision-for';
import { textsOf } from '../grievance-mapping';
import { filedCase } from '../show-case';
import { SummaryAnswerRequest, SummaryRequestRequest } from './summaries.request';
import { showSummaries, SummariesShown } from './summaries.response';

const ASKING = { as: ['desk'], rule: 'addressing' } as const;
const seen = [refusals.screeningEnded, accessRefusals.notFound, accessRefusals.notYourRole] as const;

/** What one party may know of the other's confidential material: asked for, given or not, with its date. */
@ApiTags('Summaries')
@Controller('v1/cases/:caseId/summaries')
export class SummariesController {
  constructor(
    @Inject(CaseDesk) private readonly desk: CaseDesk,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(Reading) private readonly reading: Reading,
  ) {}

  @Get()
  @Roles({ rule: 'addressing' }, 'desk', 'registry', 'panel', 'cohead', 'auditor')
  @ApiOperation({
    summary: 'Read the requests for summaries',
    description: 'With answer and date: for both parties, the registry and the panel.',
  })
  @ApiHeader(PURPOSE_HEADER)
  @ApiOkResponse({ type: SummariesShown })
  @Refuses(accessRefusals.notFound)
  async read(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<Answer<SummariesShown>> {
    const { state, revision, seesContact: betweenParties } = await this.gate.open(caseId, caller);
    await this.reading.note(caseId, [{ subject: 'summaries', what: 'content', tier: 'PANEL' }], caller, request);
    return revisionFor(betweenParties, atRevision(showSummaries(state), revision));
  }

  @Act({
    post: '',
    ...ASKING,
    asks: asksCase('RequestSummary'),
    refuses: [refusals.suspended, summaryRefusals.notRegistered, summaryRefusals.tooManyRequests, ...seen],
  })
  @ApiOperation({
    summary: 'Ask the other party for a non-confidential summary',
    description: 'Unanswered by the end of its time it becomes a public fact; no clock waits for it.',
  })
  @ApiOkResponse({ type: SummariesShown })
  async ask(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Body() { of, reasons }: SummaryRequestRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<SummariesShown>> {
    const { act, context } = await admitToCase(this.gate, this.desk, caseId, received);
    return respond(
      await this.desk.act(caseId, { type: 'RequestSummary', ...act, of, reasons: textsOf(reasons) }, context),
      ({ state }) => showSummaries(filedCase(state)),
    );
  }

  @Act({
    post: ':summaryId/answer',
    ...ASKING,
    asks: asksCase('AnswerSummary'),
    refuses: [
      refusals.suspended,
      summaryRefusals.unknownSummary,
      summaryRefusals.ownRequest,
      summaryRefusals.summaryAnswered,
      summaryRefusals.summaryLate,
      ...seen,
    ],
  })
  @ApiParam({ name: 'summaryId', description: 'Id of the request within the case.', example: 'summary:US:1' })
  @ApiOperation({
    summary: 'Answer a request for a summary',
    description: 'With the summary, or with why none is given.',
  })
  @ApiOkResponse({ type: SummariesShown })
  async answer(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Param('summaryId') summaryId: string,
    @Body() { answer, text }: SummaryAnswerRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<SummariesShown>> {
    const { act, context } = await admitToCase(this.gate, this.desk, caseId, received);
    const command = { type: 'AnswerSummary', ...act, summaryId, answer, text: textsOf(text) } as const;
    return respond(await this.desk.act(caseId, command, context), ({ state }) => showSummaries(filedCase(state)));
  }
}
