import { Body, Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { refuse, type CaseId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  Act,
  atRevision,
  CurrentCaller,
  Logged,
  ProblemError,
  Received,
  Refuses,
  respond,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import { Cases } from '../../repositories';
import type { ConsultationsCommand } from './consultations.rules';
import { refusals } from '../refusals.rules';
import { admitToCase, asksCase, CaseGate, type AdmittedAct } from '../case-gate.http';
import {
  ConsultationsShown,
  MinutesRequest,
  MinutesSignatureRequest,
  showConsultations,
} from './consultations.response';
import { filedCase } from '../show-case.response';
import { callActs } from './calls.rules';
import { ConsultingGate } from './consulting.http';
import { minutesActs } from './minutes.rules';

const CONSULTING = { as: ['desk'], rule: 'S5' } as const;
const seen = [refusals.notAParty, accessRefusals.notFound, accessRefusals.notYourRole] as const;

/** S5 apart from the ledger of calls: levels, minutes, conclusion. What was said is between the parties. */
@ApiTags('Consultations')
@Controller('v1/cases/:caseId/consultations')
export class ConsultationsController {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(ConsultingGate) private readonly consulting: ConsultingGate,
  ) {}

  @Get()
  @Roles({ rule: 'S5' }, 'desk', 'registry', 'cohead', 'auditor')
  @Logged({ subject: 'consultations', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'Read how the parties consult',
    description: 'Level, who consults, minutes, conclusion: for the parties and the registry, not for the panel.',
  })
  @ApiOkResponse({ type: ConsultationsShown })
  @Refuses(accessRefusals.notFound)
  async readConsultations(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
  ): Promise<Answer<ConsultationsShown>> {
    const { state, revision, betweenParties } = await this.gate.open(caseId, caller);
    if (!betweenParties) throw ProblemError.refused(refuse(accessRefusals.notFound));
    return atRevision(showConsultations(state, await this.consulting.designatedIn(state)), revision);
  }

  @Act({
    post: 'escalations',
    ...CONSULTING,
    asks: asksCase('EscalateConsultations'),
    decides: callActs.EscalateConsultations,
    refuses: [refusals.suspended, refusals.notInConsultations, refusals.highestLevel, refusals.defaultPending, ...seen],
  })
  @ApiOperation({
    summary: 'Take the consultations one level up',
    description:
      'From the officials to the deputies, from these to the co-heads. Either party may; at the end of ' +
      'the officials’ time it happens by itself.',
  })
  @ApiOkResponse({ type: ConsultationsShown })
  async escalateConsultations(
    @UuidParam('caseId') caseId: CaseId,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<ConsultationsShown>> {
    const admitted = await admitToCase(this.gate, this.cases, caseId, received);
    return this.do(caseId, { type: 'EscalateConsultations', ...admitted.act }, admitted);
  }

  @Act({
    post: 'conclusion',
    ...CONSULTING,
    asks: asksCase('ConcludeConsultations'),
    decides: callActs.ConcludeConsultations,
    refuses: [
      refusals.suspended,
      refusals.notInConsultations,
      refusals.concludedAlready,
      refusals.defaultPending,
      ...seen,
    ],
  })
  @ApiOperation({
    summary: 'Declare the consultations concluded',
    description: 'When both parties have, S5 ends before its time and nothing is left for the co-heads.',
  })
  @ApiOkResponse({ type: ConsultationsShown })
  async concludeConsultations(
    @UuidParam('caseId') caseId: CaseId,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<ConsultationsShown>> {
    const admitted = await admitToCase(this.gate, this.cases, caseId, received);
    return this.do(caseId, { type: 'ConcludeConsultations', ...admitted.act }, admitted);
  }

  @Act({
    post: 'minutes',
    ...CONSULTING,
    asks: asksCase('FileMinutes'),
    decides: minutesActs.FileMinutes,
    refuses: [
      refusals.suspended,
      refusals.notInConsultations,
      refusals.unknownCall,
      refusals.callNotAnswered,
      refusals.minutesFiled,
      refusals.minutesAgreed,
      refusals.screeningEnded,
      ...seen,
    ],
  })
  @ApiOperation({
    summary: 'File minutes of a call',
    description:
      'One’s own, once for each call that was answered. The other side signs them, or files its own beside them.',
  })
  @ApiOkResponse({ type: ConsultationsShown })
  async fileMinutes(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { callId, text }: MinutesRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ConsultationsShown>> {
    const admitted = await admitToCase(this.gate, this.cases, caseId, received);
    return this.do(caseId, { type: 'FileMinutes', ...admitted.act, callId, text }, admitted);
  }

  @Act({
    post: 'minutes/:minutesId/signatures',
    signed: true,
    as: ['desk'],
    rule: 'I-04',
    asks: asksCase('SignMinutes'),
    decides: minutesActs.SignMinutes,
    refuses: [
      refusals.suspended,
      refusals.notInConsultations,
      refusals.unknownMinutes,
      refusals.ownMinutes,
      refusals.signsForBoth,
      refusals.minutesAgreed,
      refusals.minutesSideBySide,
      refusals.digestDiffers,
      refusals.screeningEnded,
      ...seen,
    ],
  })
  @ApiParam({ name: 'minutesId', description: 'Id of the minutes within the case.', example: 'minutes:1' })
  @ApiOperation({
    summary: 'Sign the other side’s minutes',
    description: 'Over the digest of what stands there: then they are the minutes of the call.',
  })
  @ApiOkResponse({ type: ConsultationsShown })
  async signMinutes(
    @UuidParam('caseId') caseId: CaseId,
    @Param('minutesId') minutesId: string,
    @Body() { digest }: MinutesSignatureRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ConsultationsShown>> {
    const admitted = await admitToCase(this.gate, this.cases, caseId, received);
    return this.do(caseId, { type: 'SignMinutes', ...admitted.act, minutesId, digest }, admitted);
  }

  private async do(
    caseId: CaseId,
    command: ConsultationsCommand,
    { context }: AdmittedAct,
  ): Promise<Answer<ConsultationsShown>> {
    const outcome = await this.cases.act(caseId, command, context);
    const designated = outcome.kind === 'done' ? await this.consulting.designatedIn(filedCase(outcome.state)) : [];
    return respond(outcome, ({ state }) => showConsultations(state, designated));
  }
}
