import { Body, Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
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
import { refusals } from '../refusals.rules';
import { asksCase, admitToCase, CaseGate } from '../case-gate.http';
import { showRefusal } from './show-urgency.response';
import { UrgencyRefusalRequest, UrgencyRefusalShown } from './urgency.response';
import { urgencyActs } from './urgency.rules';

/** What the co-heads may do about claimed urgency. */
@ApiTags('Urgency')
@Controller('v1/cases/:caseId/urgency')
export class UrgencyController {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(CaseGate) private readonly gate: CaseGate,
  ) {}

  @Get()
  @Roles({ rule: 'urgent' }, 'desk', 'registry', 'cohead', 'auditor')
  @Logged({ subject: 'urgency', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'Read a claim of urgency',
    description:
      'With the digest that both co-heads sign to refuse it, and who has. Not for the panel, ' +
      'which has a say of its own.',
  })
  @ApiOkResponse({ type: UrgencyRefusalShown })
  @Refuses(refusals.notUrgent, accessRefusals.notFound)
  async readUrgency(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
  ): Promise<Answer<UrgencyRefusalShown>> {
    const { state, revision, betweenParties } = await this.gate.open(caseId, caller);
    if (!betweenParties) throw ProblemError.refused(refuse(accessRefusals.notFound));
    return atRevision(showRefusal(state), revision);
  }

  @Act({
    post: 'refusals',
    signed: true,
    as: ['cohead'],
    rule: 'urgent',
    decides: urgencyActs.RefuseUrgency,
    asks: asksCase('RefuseUrgency'),
    refuses: [
      refusals.notUrgent,
      refusals.urgencyDecided,
      refusals.signedAlready,
      refusals.signsForBoth,
      refusals.digestDiffers,
      refusals.defaultPending,
      refusals.screeningEnded,
      refusals.suspended,
      refusals.notAParty,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Refuse urgency as a co-head',
    description:
      'Within 24 hours of the filing, over the digest that is shown. With both co-heads’ signatures the ' +
      'standard clocks start from there; one alone changes nothing.',
  })
  @ApiOkResponse({ type: UrgencyRefusalShown })
  async refuseUrgency(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { digest }: UrgencyRefusalRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<UrgencyRefusalShown>> {
    const { act, context } = await admitToCase(this.gate, this.cases, caseId, received);
    return respond(await this.cases.act(caseId, { type: 'RefuseUrgency', ...act, digest }, context), ({ state }) =>
      showRefusal(state),
    );
  }
}
