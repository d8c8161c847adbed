import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { parseInstant, type CaseId } from '@parley/kernel';
import { Act, Received, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { Cases } from '../../repositories';
import { refusals } from '../refusals.rules';
import { Persons } from '../../registry/persons/persons.table';
import { CaseShown } from '../case.response';
import { showOutcome } from '../outcome/outcome.response';
import { CallTimeRequest } from './consultations.response';
import { callActs } from './calls.rules';
import { designationBar } from './designated.rules';
import { asksConsulting, ConsultingGate } from './consulting.http';

const CALLING = { as: ['desk'], rule: 'S5' } as const;
const ofCalls = [
  refusals.notAParty,
  refusals.notDesignated,
  refusals.notInConsultations,
  refusals.unknownCall,
  refusals.callClosed,
  accessRefusals.notFound,
  accessRefusals.notYourRole,
] as const;

/** The time of an offered call: the other side accepts it, or names another one. */
@ApiTags('Exchange')
@ApiParam({ name: 'callId', description: 'Id of the call within the case.', example: 'call:1' })
@Controller('v1/cases/:caseId/calls/:callId')
export class CallTimesController {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(ConsultingGate) private readonly consulting: ConsultingGate,
    @Inject(Persons) private readonly persons: Persons,
  ) {}

  @Act({
    post: 'acceptance',
    ...CALLING,
    asks: asksConsulting('AcceptCall'),
    decides: [callActs.AcceptCall, designationBar],
    refuses: [refusals.suspended, refusals.ownCall, refusals.callAccepted, ...ofCalls],
  })
  @ApiOperation({
    summary: 'Accept the time of a call',
    description:
      'By the party awaited. The call is still to be answered, at the latest within the minutes after ' +
      'its time that the rule set names.',
  })
  @ApiOkResponse({ type: CaseShown })
  async acceptCallTime(
    @UuidParam('caseId') caseId: CaseId,
    @Param('callId') callId: string,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<CaseShown>> {
    const { act, context } = await this.consulting.admit(caseId, received, callId);
    return showOutcome(
      await this.cases.act(caseId, { type: 'AcceptCall', ...act, callId }, context),
      this.persons,
      received.caller,
    );
  }

  @Act({
    post: 'times',
    ...CALLING,
    asks: asksConsulting('MoveCall'),
    decides: [callActs.MoveCall, designationBar],
    refuses: [
      refusals.suspended,
      refusals.callOutsideConsultations,
      refusals.callSameTime,
      refusals.callMovedAlready,
      ...ofCalls,
    ],
  })
  @ApiOperation({
    summary: 'Name another time for a call',
    description:
      'By either side, so often as the rule set lets it. Both times stay in the ledger; at the new one ' +
      'the other side is awaited.',
  })
  @ApiOkResponse({ type: CaseShown })
  async proposeCallTime(
    @UuidParam('caseId') caseId: CaseId,
    @Param('callId') callId: string,
    @Body() body: CallTimeRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<CaseShown>> {
    const { act, context } = await this.consulting.admit(caseId, received, callId);
    const proposedFor = parseInstant(body.proposedFor) ?? act.receivedAt;
    return showOutcome(
      await this.cases.act(caseId, { type: 'MoveCall', ...act, callId, proposedFor }, context),
      this.persons,
      received.caller,
    );
  }
}
