import { Body, Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { Act, Received, respond, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import type { CaseId } from '@parley/kernel';
import { admitToCase, asksCase, CaseGate } from '../../case/case-gate.http';
import { Cases } from '../../repositories';
import { NoticeRegisters } from './notice-registers';
import { RetrievalsRequest } from './notices.request';
import { ServiceRegisterShown, showRegister } from './notices.response';
import { serviceRefusals } from './notices.rules';
import { retrieveNotice, retrieveNotices } from './retrieve.rules';

/** A desk's day: all that was served on it in a case, retrieved in one act. */
@ApiTags('Service')
@Controller('v1/cases/:caseId/service/retrievals')
export class RetrievalsController {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(NoticeRegisters) private readonly services: NoticeRegisters,
  ) {}

  @Act({
    post: '',
    as: ['desk'],
    rule: 'I-58',
    decides: [retrieveNotice, retrieveNotices],
    asks: asksCase(),
    refuses: [
      serviceRefusals.unknownNotice,
      serviceRefusals.alreadyRetrieved,
      serviceRefusals.retrievalPending,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
      accessRefusals.twoCapacities,
    ],
  })
  @ApiOperation({
    summary: 'Retrieve several notices of a case for your side',
    description:
      'Each as by itself, once, with its receipt. Where one cannot be retrieved none is, and every such notice is ' +
      'named.',
  })
  @ApiOkResponse({ type: ServiceRegisterShown })
  async retrieveNotices(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { notices }: RetrievalsRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ServiceRegisterShown>> {
    const { act, context } = await admitToCase(this.gate, this.cases, caseId, received);
    const outcome = await this.services.actWhole(
      caseId,
      { type: 'RetrieveNotices', ...act, noticeIds: notices },
      context,
    );
    return respond(outcome, ({ state }) => showRegister(caseId, state));
  }
}
