import { Body, Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { Roles } from '@parley/auth';
import {
  Act,
  asDesk,
  CurrentCaller,
  CursorCodec,
  CURSORS,
  Logged,
  personOf,
  ReadsLog,
  ListRequest,
  ShownReads,
  type PageShown,
  type ReadShown,
  reasonOf,
  Received,
  Refuses,
  showReads,
  UuidParam,
  type Answer,
  type ReceivedAct,
  LateClaims,
} from '@parley/http';
import { parseInstant, type CaseId } from '@parley/kernel';
import { Persons } from '../registry/persons/persons.table';
import { Cases } from '../repositories';
import { admitToCase, asksCase, CaseGate } from './case-gate.http';
import { OfferCallRequest } from './case-line.response';
import { CaseShown } from './case.response';
import { beginningOfIds } from './letters/letters.rules';
import { WithdrawGrievanceRequest } from './outcome/outcome.request';
import { showOutcome } from './outcome/outcome.response';
import { outcomeActs } from './outcome/outcome.rules';
import { refusals } from './refusals.rules';
import { CallAnswerRequest, ReplyRequest } from './reply/reply.request';
import { replyActs } from './reply/reply.rules';
import { callActs } from './consultations/calls.rules';
import { designationBar } from './consultations/designated.rules';
import { asksConsulting, ConsultingGate } from './consultations/consulting.http';

/** Who read the intake's part of a case (I-40): for auditors and desks of either side. */
@ApiTags('Cases')
@Controller('v1/cases/:caseId/reads')
export class CaseReadsController {
  constructor(
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(ReadsLog) private readonly log: ReadsLog,
    @Inject(CURSORS) private readonly cursors: CursorCodec,
  ) {}

  @Get()
  @Roles({ rule: 'I-40' }, 'auditor', 'desk')
  @Logged({ subject: 'reads of case', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'See who has read the intake’s part of a case',
    description:
      'Newest first: person, tier, purpose, instant. A desk sees of others only side, role and instant, and the ' +
      'panel’s reads once the findings are issued.',
  })
  @ShownReads()
  @Refuses(accessRefusals.notFound)
  async listReadsOfCase(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Query() page: ListRequest,
  ): Promise<PageShown<ReadShown>> {
    const { state } = await this.gate.open(caseId, caller);
    const { parties } = state;
    const withoutPanel = !(state.status === 'ended' && state.outcome === 'findings-issued');
    const others = [parties.complainant, parties.respondent].filter((party) => party !== personOf(caller).party);
    // This reader may not know that the other side wrote to the registry alone, or how often (I-43).
    const withoutSubjects = others.map((party) => beginningOfIds('registry', party));
    return showReads(this.log, this.cursors, caseId, page, { withoutSubjects, ...asDesk(caller, withoutPanel) });
  }
}

const CALLING = { as: ['desk'], rule: 'S5' } as const;

/** What passes between the parties: reply, calls, withdrawal. */
@ApiTags('Exchange')
@Controller('v1/cases/:caseId')
export class ExchangeController {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(Persons) private readonly persons: Persons,
    @Inject(LateClaims) private readonly late: LateClaims,
    @Inject(ConsultingGate) private readonly consulting: ConsultingGate,
  ) {}

  @Act({
    post: 'reply',
    signed: true,
    as: ['desk'],
    rule: 'S4',
    side: 'respondent',
    late: true,
    decides: replyActs.FileReply,
    refuses: [
      refusals.suspended,
      refusals.notRespondent,
      refusals.notAwaitingReply,
      refusals.replyLate,
      refusals.screeningEnded,
      refusals.objectionMissing,
      refusals.objectionOutOfPlace,
      refusals.reservationMissing,
      refusals.unknownClaim,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
      accessRefusals.notYourSide,
    ],
    asks: asksCase('FileReply'),
  })
  @ApiOperation({
    summary: 'Reply to a grievance',
    description:
      'Once, by the respondent, before the time of S4 ends. An objection joins the review and stops nothing.',
  })
  @ApiOkResponse({ type: CaseShown })
  async replyToCase(
    @UuidParam('caseId') caseId: CaseId,
    @Body() body: ReplyRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<CaseShown>> {
    const { act, context } = await admitToCase(this.gate, this.cases, caseId, received);
    const { received: came, ...reply } = body;
    const command = await this.late.of({ type: 'FileReply', ...act, reply } as const, came, context);
    return showOutcome(await this.cases.act(caseId, command, context), this.persons, received.caller);
  }

  @Act({
    post: 'calls',
    ...CALLING,
    asks: asksConsulting('OfferCall'),
    decides: [callActs.OfferCall, designationBar],
    refuses: [
      refusals.notAParty,
      refusals.notDesignated,
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
      'During consultations, by who is designated in the register of its side. An offer that is not answered by the ' +
      'time that it names is recorded as unanswered, in public.',
  })
  @ApiOkResponse({ type: CaseShown })
  async offerCall(
    @UuidParam('caseId') caseId: CaseId,
    @Body() body: OfferCallRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<CaseShown>> {
    const { act, context } = await this.consulting.admit(caseId, received);
    const proposedFor = parseInstant(body.proposedFor) ?? act.receivedAt;
    return showOutcome(
      await this.cases.act(caseId, { type: 'OfferCall', ...act, proposedFor }, context),
      this.persons,
      received.caller,
    );
  }

  @Act({
    post: 'calls/:callId/answer',
    ...CALLING,
    asks: asksConsulting('AnswerCall'),
    late: true,
    decides: [callActs.AnswerCall, designationBar],
    refuses: [
      refusals.notAParty,
      refusals.notDesignated,
      refusals.suspended,
      refusals.notInConsultations,
      refusals.unknownCall,
      refusals.ownCall,
      refusals.callClosed,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Answer a call that the other side offered',
    description: 'By who is designated for the level at which it was offered, or at which the parties consult now.',
  })
  @ApiParam({ name: 'callId', description: 'Id of the call within the case.', example: 'call:1' })
  @ApiOkResponse({ type: CaseShown })
  async answerCall(
    @UuidParam('caseId') caseId: CaseId,
    @Param('callId') callId: string,
    @Body() { received: came }: CallAnswerRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<CaseShown>> {
    const { act, context } = await this.consulting.admit(caseId, received, callId);
    const command = await this.late.of({ type: 'AnswerCall', ...act, callId } as const, came, context);
    return showOutcome(await this.cases.act(caseId, command, context), this.persons, received.caller);
  }

  @Act({
    post: 'withdrawal',
    signed: true,
    as: ['desk'],
    rule: 'S11',
    side: 'complainant',
    decides: outcomeActs.WithdrawGrievance,
    refuses: [
      refusals.notComplainant,
      refusals.screeningEnded,
      refusals.deliberationClosed,
      refusals.longStopPassed,
      refusals.defaultPending,
      refusals.claimsOfBoth,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
      accessRefusals.notYourSide,
    ],
    asks: asksCase('WithdrawGrievance'),
  })
  @ApiOperation({
    summary: 'Withdraw a grievance',
    description:
      'The whole of it, by the complainant, until the deliberation is closed. A reason is for the parties alone. No ' +
      'right at the WTO is given up.',
  })
  @ApiOkResponse({ type: CaseShown })
  async withdrawCase(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { reason }: WithdrawGrievanceRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<CaseShown>> {
    const { act, context } = await admitToCase(this.gate, this.cases, caseId, received);
    const why = reason ? { reason: reasonOf(reason) } : {};
    return showOutcome(
      await this.cases.act(caseId, { type: 'WithdrawGrievance', ...act, ...why }, context),
      this.persons,
      received.caller,
    );
  }
}
