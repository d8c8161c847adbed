import { Body, Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiSchema, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { Roles } from '@parley/auth';
import {
  Act,
  CaseField,
  caseNamed,
  CASES_BY_NUMBER,
  CurrentCaller,
  ListField,
  Logged,
  reasonOf,
  Received,
  Refuses,
  Shown,
  UuidParam,
  type Answer,
  type CasesByNumber,
  type ReceivedAct,
} from '@parley/http';
import type { CaseId } from '@parley/kernel';
import type { FiledCase } from '../case-commands.rules';
import { CaseGate } from '../case-gate.http';
import { asksToPropose, ConsentDesk } from '../consent/consent.http';
import { ReasonedRequest } from '../consent/consent.request';
import { ProposalsShown } from '../consent/consent.response';
import { isTimeToSign } from '../consent/proposal.rules';
import { refusals } from '../refusals.rules';
import { jointTimetable, consolidate, undoConsolidation } from './consolidation.rules';
import { mayPropose, besideFault } from '../consent/may-propose.rules';

@ApiSchema({ description: 'A case, by id or docket number.' })
export class CaseReferenceRequest {
  @CaseField({ meaning: 'A case by id or docket number.', example: '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11' })
  readonly case: string;
}

class ConsolidationRequest extends ReasonedRequest {
  @ListField(() => CaseReferenceRequest, {
    meaning: 'The other cases.',
    example: [{ case: '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11' }],
    min: 1,
    max: 10,
  })
  readonly cases: readonly CaseReferenceRequest[];
}

@ApiSchema({ description: 'When something is due in one of several cases.' })
export class OwnDateShown {
  @Shown({ meaning: 'Id of the case.', format: 'uuid' })
  readonly case: string;

  @Shown({ meaning: 'When it is due in this case (UTC).', format: 'date-time' })
  readonly dueAt: string;
}

@ApiSchema({ description: 'A date of cases side by side.' })
export class JointDateShown {
  @Shown({ meaning: 'Id of the deadline, the same in each case.', example: 'reply', kind: 'word' })
  readonly id: string;

  @Shown({
    meaning: 'By when the same may be done in all of them: the latest of the cases’ own dates (UTC).',
    format: 'date-time',
  })
  readonly dueAt: string;

  @Shown({ meaning: 'When it is due in each case; these are what binds.', type: () => OwnDateShown, list: true })
  readonly own: readonly OwnDateShown[];
}

@ApiSchema({ description: 'The dates of cases that go on side by side.' })
class TimetableShown {
  @Shown({
    meaning: 'The cases.',
    type: () => String,
    list: true,
    format: 'uuid',
    example: ['5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11'],
  })
  readonly cases: readonly string[];

  @Shown({ meaning: 'What is due, the next first.', type: () => JointDateShown, list: true })
  readonly dates: readonly JointDateShown[];
}

/** The joint timetable of cases, from their own deadlines. */
function showTimetable(cases: readonly FiledCase[]): TimetableShown {
  const dates = cases.flatMap(({ caseId, running }) =>
    Object.values(running)
      .filter((deadline) => !isTimeToSign(deadline))
      .map(({ id, dueAt }) => ({ caseId, id, dueAt })),
  );
  return {
    cases: cases.map(({ caseId }) => caseId),
    dates: jointTimetable(dates).map(({ id, dueAt, own }) => ({
      ...{ id, dueAt },
      own: own.map((date) => ({ case: date.caseId, dueAt: date.dueAt })),
    })),
  };
}

const CONSOLIDATING = { as: ['desk'], rule: 'I-31' } as const;
const ofProposals = [
  refusals.proposedAlready,
  refusals.tooManyProposals,
  refusals.defaultPending,
  refusals.notAParty,
  accessRefusals.notFound,
  accessRefusals.notYourRole,
] as const;

/** Cases between the parties that go on side by side. */
@ApiTags('Consolidation')
@Controller('v1/cases/:caseId')
export class ConsolidationController {
  constructor(
    @Inject(ConsentDesk) private readonly consents: ConsentDesk,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(CASES_BY_NUMBER) private readonly caseOf: CasesByNumber,
  ) {}

  @Act({
    post: 'consolidations',
    signed: true,
    ...CONSOLIDATING,
    decides: [mayPropose, besideFault, consolidate],
    asks: asksToPropose('consolidation'),
    refuses: [
      refusals.noCaseToConsolidate,
      refusals.consolidatedAlready,
      refusals.notRegistered,
      refusals.screeningEnded,
      ...ofProposals,
    ],
  })
  @ApiOperation({
    summary: 'Propose that cases go on side by side',
    description:
      'Each keeps its number, parties, claims and clocks. It takes effect, in all of them, when the other party signs.',
  })
  @ApiOkResponse({ type: ProposalsShown })
  async proposeConsolidation(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { cases, reason }: ConsolidationRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ProposalsShown>> {
    const ids = await Promise.all(cases.map((each) => caseNamed(each.case, this.caseOf)));
    return this.consents.proposeBeside(caseId, [...new Set(ids)], reasonOf(reason), received);
  }

  @Act({
    post: 'consolidations/undoing',
    signed: true,
    ...CONSOLIDATING,
    decides: [mayPropose, undoConsolidation],
    asks: asksToPropose('deconsolidation'),
    refuses: [refusals.notConsolidated, ...ofProposals],
  })
  @ApiOperation({
    summary: 'Propose that consolidated cases go on apart again',
    description: 'It takes effect, in all of them, when the other party signs.',
  })
  @ApiOkResponse({ type: ProposalsShown })
  proposeSeparation(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { reason }: ReasonedRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ProposalsShown>> {
    return this.consents.propose(caseId, { kind: 'deconsolidation', reason: reasonOf(reason) }, received);
  }

  @Get('timetable')
  @Roles({ rule: 'I-31' }, 'desk', 'registry', 'cohead', 'auditor')
  @Logged({ subject: 'timetable', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'See the joint timetable of consolidated cases',
    description:
      'Computed from the cases’ own deadlines: for each step the latest of them, never later. A case ' +
      'that goes on by itself has its own dates.',
  })
  @ApiOkResponse({ type: TimetableShown })
  @Refuses(accessRefusals.notFound)
  async readTimetable(@UuidParam('caseId') caseId: CaseId, @CurrentCaller() caller: Caller): Promise<TimetableShown> {
    const { state } = await this.gate.open(caseId, caller);
    const others = await Promise.all(
      (state.consolidation?.beside ?? []).map((other) => this.gate.open(other.caseId, caller)),
    );
    return showTimetable([state, ...others.map((other) => other.state)]);
  }
}
