import { Body, Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import type { CaseId, IsoDate, PersonId } from '@parley/kernel';
import { Act, Received, respond, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { CaseDesk } from '../../application/case-desk';
import { RegistryDesk } from '../../application/desk/registry-desk';
import { deskRefusals } from '../../domain/desk/desk-refusals';
import { workKey, type DeskState, type WorkKey } from '../../domain/desk/desk-work';
import { refusals } from '../../domain/refusals';
import { admitToCase } from '../act-of';
import { CaseGate } from '../case-gate';
import { textsOf } from '../grievance-mapping';
import { AssignmentRequest, DelayRequest } from './desk.request';
import { DeskWorkShown } from './desk.response';

const ASSIGNING = { as: ['registry'], rule: 'S2' } as const;

/** What the registry does about its steps in a case. */
@ApiTags('Desk')
@Controller('v1/cases/:caseId')
export class DeskActsController {
  constructor(
    @Inject(CaseDesk) private readonly cases: CaseDesk,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(RegistryDesk) private readonly desk: RegistryDesk,
  ) {}

  @Act({
    post: 'assignments',
    ...ASSIGNING,
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
  async assign(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Body() body: AssignmentRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DeskWorkShown>> {
    const { act, context } = await admitToCase(this.gate, this.cases, caseId, received);
    const step = { context: body.context, deadlineId: body.deadline };
    const outcome = await this.desk.act(
      caseId,
      { type: 'AssignWork', ...act, ...step, assignee: body.assignee as PersonId },
      context,
    );
    return respond(outcome, ({ state }) => show(step, state));
  }

  @Act({
    post: 'delay-notices',
    ...ASSIGNING,
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
  async delay(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Body() body: DelayRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DeskWorkShown>> {
    const { act, context } = await admitToCase(this.gate, this.cases, caseId, received);
    const step = { context: body.context, deadlineId: body.deadline };
    const told = { expectedOn: body.expectedOn as IsoDate, reason: textsOf(body.reason) };
    const outcome = await this.desk.act(caseId, { type: 'NotifyDelay', ...act, ...step, ...told }, context);
    return respond(outcome, ({ state }) => show(step, state));
  }
}

const show = (step: WorkKey, state: DeskState): DeskWorkShown => ({
  context: step.context,
  deadline: step.deadlineId,
  assignee: state[workKey(step)]?.assignee ?? null,
  expectedOn: state[workKey(step)]?.expectedOn ?? null,
});
