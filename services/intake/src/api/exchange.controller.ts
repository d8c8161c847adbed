import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { parseInstant, type CaseId } from '@parley/kernel';
import { Act, Received, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { CaseDesk } from '../application/case-desk';
import { Persons } from '../projections/persons';
import { withdrawingGrievance } from '../domain/outcome/outcome.decide';
import { refusals } from '../domain/refusals';
import { replying } from '../domain/reply/reply.decide';
import { admitToCase } from './act-of';
import { OfferCallRequest } from './case-acts.request';
import { asksCase, CaseGate } from './case-gate';
import { CaseShown } from './case.response';
import { replyOf } from './reply-of';
import { ReplyRequest } from './reply.request';
import { showOutcome } from './show-outcome';

const CALLING = { as: ['desk'], rule: 'S5' } as const;

/** What passes between the parties: reply, calls, withdrawal. */
@ApiTags('Exchange')
@Controller('v1/cases/:caseId')
export class ExchangeController {
  constructor(
    @Inject(CaseDesk) private readonly desk: CaseDesk,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(Persons) private readonly persons: Persons,
  ) {}

  @Act({
    post: 'reply',
    ...replying,
    refuses: [...replying.refuses, accessRefusals.notFound, accessRefusals.notYourRole, accessRefusals.notYourSide],
    asks: asksCase('FileReply'),
  })
  @ApiOperation({
    summary: 'Reply to a grievance',
    description:
      'Once, by the respondent, before the time of S4 ends. An objection joins the review and stops nothing.',
  })
  @ApiOkResponse({ type: CaseShown })
  async reply(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Body() body: ReplyRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<CaseShown>> {
    const { act, context } = await admitToCase(this.gate, this.desk, caseId, received);
    return showOutcome(
      await this.desk.act(caseId, { type: 'FileReply', ...act, reply: replyOf(body) }, context),
      this.persons,
    );
  }

  @Act({
    post: 'calls',
    ...CALLING,
    asks: asksCase('OfferCall'),
    refuses: [
      refusals.suspended,
      refusals.notInConsultations,
      refusals.callOutsideConsultations,
      refusals.tooManyCalls,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Offer the other side a call',
    description:
      'During consultations. An offer that is not answered by the time that it names is recorded as ' +
      'unanswered, in public.',
  })
  @ApiOkResponse({ type: CaseShown })
  async offer(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Body() body: OfferCallRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<CaseShown>> {
    const { act, context } = await admitToCase(this.gate, this.desk, caseId, received);
    const proposedFor = parseInstant(body.proposedFor) ?? act.receivedAt;
    return showOutcome(await this.desk.act(caseId, { type: 'OfferCall', ...act, proposedFor }, context), this.persons);
  }

  @Act({
    post: 'calls/:callId/answer',
    ...CALLING,
    asks: asksCase('AnswerCall'),
    refuses: [
      refusals.suspended,
      refusals.notInConsultations,
      refusals.unknownCall,
      refusals.ownCall,
      refusals.callClosed,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({ summary: 'Answer a call that the other side offered' })
  @ApiParam({ name: 'callId', description: 'Id of the call within the case.', example: 'call:1' })
  @ApiOkResponse({ type: CaseShown })
  async answer(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Param('callId') callId: string,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<CaseShown>> {
    const { act, context } = await admitToCase(this.gate, this.desk, caseId, received);
    return showOutcome(await this.desk.act(caseId, { type: 'AnswerCall', ...act, callId }, context), this.persons);
  }

  @Act({
    post: 'withdrawal',
    ...withdrawingGrievance,
    refuses: [
      ...withdrawingGrievance.refuses,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
      accessRefusals.notYourSide,
    ],
    asks: asksCase('WithdrawGrievance'),
  })
  @ApiOperation({
    summary: 'Withdraw a grievance',
    description:
      'The whole of it, by the complainant, as long as the screening goes on. No right at the WTO is given up.',
  })
  @ApiOkResponse({ type: CaseShown })
  async withdraw(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<CaseShown>> {
    const { act, context } = await admitToCase(this.gate, this.desk, caseId, received);
    return showOutcome(await this.desk.act(caseId, { type: 'WithdrawGrievance', ...act }, context), this.persons);
  }
}
