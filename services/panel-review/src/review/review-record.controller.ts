import { Body, Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import type { CaseId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  LateClaims,
  Act,
  atRevision,
  CurrentCaller,
  Logged,
  Received,
  Refuses,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import { Panels } from '../panel/repositories';
import { refusals } from '../panel/refusals.rules';
import { anyAct, coChairAct, reviewAct, revisionFor } from '../panel/show-panel.response';
import { AnswerRequest, InformationRequest, MaterialCommentRequest } from '../information/information.request';
import { ReviewRecordShown, showReviewRecord } from '../information/information.response';
import { asksPanel, PanelGate } from '../panel/panel.http';
import { showReviewOutcome } from './review.response';
import { requestInformation, answerRequest } from '../information/information-request.rules';
import { commentOnMaterial } from '../information/third-party.rules';

/** S7: the panel's requests to the parties, and what is laid before the panel. */
@ApiTags('Review')
@Controller('v1/cases/:caseId/panel')
export class ReviewRecordController {
  constructor(
    @Inject(Panels) private readonly panels: Panels,
    @Inject(PanelGate) private readonly gate: PanelGate,
    @Inject(LateClaims) private readonly late: LateClaims,
  ) {}

  @Get('review')
  @Roles('desk', 'registry', 'panel', 'cohead', 'auditor')
  @Logged({ subject: 'review', tier: 'PANEL' })
  @ApiOperation({
    summary: 'Read what is before the panel',
    description:
      'Requests, answers, notes of third parties, experts and their reports, notices of delay: the same ' +
      'for both parties and the panel (I-15).',
  })
  @ApiOkResponse({ type: ReviewRecordShown })
  @Refuses(accessRefusals.notFound)
  async readReviewRecord(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
  ): Promise<Answer<ReviewRecordShown>> {
    const { state, revision, known, reads } = await this.gate.open(caseId, caller);
    return revisionFor(reads, atRevision(showReviewRecord(state), revision, known.count));
  }

  @Act({
    post: 'information-requests',
    as: ['panel'],
    rule: 'S7',
    decides: requestInformation,
    asks: asksPanel({ type: 'RequestInformation', jointly: false }, { type: 'RequestInformation', jointly: true }),
    refuses: [
      refusals.noSuchParty,
      refusals.evidenceClosed,
      refusals.withdrawalAlone,
      refusals.noTimeToComment,
      refusals.tooManyRequests,
      ...coChairAct,
      ...reviewAct,
      ...anyAct,
    ],
  })
  @ApiOperation({
    summary: 'Ask a party for information',
    description:
      'By either co-chair in the review, to be answered by the last day for evidence. After it, or past it, both ' +
      'co-chairs ask the very same `jointly`: that is leave, where the other side has its time to comment. Both ' +
      'parties read it; if no answer comes in time, that is a public fact and the panel goes on with its record.',
  })
  @ApiOkResponse({ type: ReviewRecordShown })
  async askForInformation(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { party, questions, jointly = false, withdrawals = [] }: InformationRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ReviewRecordShown>> {
    const { act, context } = await this.gate.admitMember(caseId, received);
    const command = { type: 'RequestInformation', ...act, askedOf: party, questions, jointly, withdrawals } as const;
    return showReviewOutcome(await this.panels.act(caseId, command, context), received.caller);
  }

  @Act({
    post: 'information-requests/:requestId/answers',
    as: ['desk'],
    rule: 'S7',
    late: true,
    decides: answerRequest,
    asks: asksPanel({ type: 'AnswerRequest' }),
    refuses: [
      refusals.unknownRequest,
      refusals.notAsked,
      refusals.requestAnswered,
      refusals.answerLate,
      refusals.unknownExhibit,
      refusals.exhibitStruck,
      refusals.notAParty,
      ...anyAct,
    ],
  })
  @ApiParam({ name: 'requestId', description: 'Id of the request within the case.', example: 'request:1' })
  @ApiOperation({
    summary: 'Answer a request of the panel',
    description:
      'By the desk of the party that was asked, once and in time. The other party is served it as the ' +
      'panel is, and may comment.',
  })
  @ApiOkResponse({ type: ReviewRecordShown })
  async answerInformationRequest(
    @UuidParam('caseId') caseId: CaseId,
    @Param('requestId') requestId: string,
    @Body() { answer, exhibits, received: came }: AnswerRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ReviewRecordShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const answering = {
      type: 'AnswerRequest',
      ...act,
      requestId,
      text: answer,
      exhibits,
    } as const;
    const command = await this.late.of(answering, came, context);
    return showReviewOutcome(await this.panels.act(caseId, command, context), received.caller);
  }

  @Act({
    post: 'materials/:materialId/comments',
    as: ['desk'],
    rule: 'I-65',
    late: true,
    decides: commentOnMaterial,
    asks: asksPanel({ type: 'CommentOnMaterial' }),
    refuses: [
      refusals.unknownMaterial,
      refusals.ownMaterial,
      refusals.materialCommented,
      refusals.materialCommentLate,
      refusals.notAParty,
      ...anyAct,
    ],
  })
  @ApiParam({
    name: 'materialId',
    description: 'Id of the answer, note or report within the case.',
    example: 'answer:1',
  })
  @ApiOperation({
    summary: 'Comment on what is before the panel',
    description:
      'By the desk of a party, once, on what it did not make itself: an answer or a note until the ' +
      'findings are being made, a report within the time from its service.',
  })
  @ApiOkResponse({ type: ReviewRecordShown })
  async commentOnMaterial(
    @UuidParam('caseId') caseId: CaseId,
    @Param('materialId') materialId: string,
    @Body() { comment, received: came }: MaterialCommentRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ReviewRecordShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const commenting = { type: 'CommentOnMaterial', ...act, materialId, comment } as const;
    return showReviewOutcome(
      await this.panels.act(caseId, await this.late.of(commenting, came, context), context),
      received.caller,
    );
  }
}
