import { Body, Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { Roles } from '@parley/auth';
import {
  Act,
  CurrentCaller,
  Logged,
  personOf,
  Received,
  respond,
  ShownList,
  UuidParam,
  type Answer,
  type PageShown,
  type ReceivedAct,
} from '@parley/http';
import type { CaseId } from '@parley/kernel';
import { Cases } from '../../repositories';
import { asksCase, admitToCase, CaseGate } from '../../case/case-gate.http';
import { refusals } from '../../case/refusals.rules';
import {
  AssignmentRequest,
  DelayRequest,
  DeskQueue,
  DeskWorkShown,
  QueueRequest,
  WorkItemShown,
} from './desk.response';
import { deskRefusals, workKey, type DeskState, type WorkKey, assignWork, notifyDelay } from './desk.rules';
import { RegistryWork } from './registry-work';

const ASSIGNING = { as: ['registry'], rule: 'S2' } as const;

/** What the registry does about its steps in a case. */
@ApiTags('Desk')
@Controller('v1/cases/:caseId')
export class DeskActsController {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(RegistryWork) private readonly work: RegistryWork,
  ) {}

  @Act({
    post: 'assignments',
    ...ASSIGNING,
    decides: assignWork,
    asks: asksCase(),
    refuses: [
      deskRefusals.unknownWork,
      deskRefusals.alreadyAssigned,
      refusals.defaultPending,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Assign a step of the registry or the co-heads to somebody',
    description: 'A later assignment replaces it. Who may act stays as it is.',
  })
  @ApiOkResponse({ type: DeskWorkShown })
  async assignStep(
    @UuidParam('caseId') caseId: CaseId,
    @Body() body: AssignmentRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DeskWorkShown>> {
    const { act, context } = await admitToCase(this.gate, this.cases, caseId, received);
    const step = { context: body.context, deadlineId: body.deadline };
    const outcome = await this.work.request(
      caseId,
      { type: 'AssignWork', ...act, ...step, assignee: body.assignee },
      context,
    );
    return respond(outcome, ({ state }) => show(step, state));
  }

  @Act({
    post: 'delay-notices',
    ...ASSIGNING,
    decides: notifyDelay,
    asks: asksCase(),
    refuses: [
      deskRefusals.unknownWork,
      deskRefusals.notRegistrysOwn,
      deskRefusals.delayInPast,
      deskRefusals.delayNotifiedAlready,
      refusals.defaultPending,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Give notice that a step of the registry will be late',
    description:
      'With the day on which it is expected, and why; served on both parties. No clock stops, and the ' +
      'default comes at its time.',
  })
  @ApiOkResponse({ type: DeskWorkShown })
  async giveRegistryDelayNotice(
    @UuidParam('caseId') caseId: CaseId,
    @Body() body: DelayRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DeskWorkShown>> {
    const { act, context } = await admitToCase(this.gate, this.cases, caseId, received);
    const step = { context: body.context, deadlineId: body.deadline };
    const told = { expectedOn: body.expectedOn, reason: body.reason };
    const outcome = await this.work.request(caseId, { type: 'NotifyDelay', ...act, ...step, ...told }, context);
    return respond(outcome, ({ state }) => show(step, state));
  }
}

const show = (step: WorkKey, state: DeskState): DeskWorkShown => ({
  context: step.context,
  deadline: step.deadlineId,
  assignee: state[workKey(step)]?.assignee ?? null,
  expectedOn: state[workKey(step)]?.expectedOn ?? null,
});

/** What the registry and the co-heads have to do, over all cases. */
@ApiTags('Desk')
@Controller('v1/desk/queue')
export class QueueController {
  constructor(@Inject(DeskQueue) private readonly queue: DeskQueue) {}

  @Get()
  @Roles({ rule: 'S2' }, 'registry', 'cohead')
  @Logged({ subject: 'queue', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'See what the registry has to do',
    description:
      'Earliest first, from the same deadlines as everybody’s agenda: with who does it, how much it ' +
      'presses, and whether it needs both sides.',
  })
  @ShownList(() => WorkItemShown, 'A page of steps.')
  listRegistryWork(@CurrentCaller() caller: Caller, @Query() request: QueueRequest): Promise<PageShown<WorkItemShown>> {
    return this.queue.page(personOf(caller), request);
  }
}
