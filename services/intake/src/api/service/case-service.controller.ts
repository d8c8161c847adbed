import { Body, Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { refuse, type CaseId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  Act,
  AsOfRequest,
  asOfOf,
  atRevision,
  CurrentCaller,
  ProblemError,
  PURPOSE_HEADER,
  Reading,
  Received,
  Refuses,
  respond,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import type { FastifyRequest } from 'fastify';
import { CaseDesk } from '../../application/case-desk';
import { ServiceDesk } from '../../application/service/service-desk';
import { serviceRefusals } from '../../domain/service/service-refusals';
import { admitToCase } from '../act-of';
import { CaseGate } from '../case-gate';
import { textsOf } from '../grievance-mapping';
import { ServeAgainRequest } from './inbox.request';
import { ServiceRegisterShown } from './notice.response';
import { showRegister } from './show-notice';

/** The register of service of a case: for the parties, the registry and the co-heads. */
@ApiTags('Service')
@Controller('v1/cases/:caseId/service')
export class CaseServiceController {
  constructor(
    @Inject(CaseDesk) private readonly desk: CaseDesk,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(ServiceDesk) private readonly services: ServiceDesk,
    @Inject(Reading) private readonly reading: Reading,
  ) {}

  @Get()
  @Roles({ rule: 'I-58' }, 'desk', 'registry', 'cohead', 'auditor')
  @ApiOperation({
    summary: 'Read the register of service of a case',
    description:
      'Each notice with its service on each party: sent, delivered, retrieved, and what is not. `ETag` ' +
      'is its revision; `asOf` shows it as it was.',
  })
  @ApiHeader(PURPOSE_HEADER)
  @ApiOkResponse({ type: ServiceRegisterShown })
  @Refuses(accessRefusals.notFound)
  async register(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Query() query: AsOfRequest,
    @Req() request: FastifyRequest,
  ): Promise<Answer<ServiceRegisterShown>> {
    const { seesContact: isOfParties } = await this.gate.open(caseId, caller);
    if (!isOfParties) throw ProblemError.refused(refuse(accessRefusals.notFound));
    await this.reading.note(caseId, [{ subject: 'service', what: 'register', tier: 'PARTIES' }], caller, request);
    const { state, revision } = await this.services.read(caseId, asOfOf(query));
    return atRevision(showRegister(caseId, state), revision);
  }

  @Act({
    post: ':noticeId/again',
    as: ['registry'],
    rule: 'I-59',
    refuses: [
      serviceRefusals.unknownNotice,
      serviceRefusals.servedTooOften,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Serve a notice again',
    description:
      'By the registry, with its reason, on both parties. No clock starts or moves: each runs from ' +
      'the first service (I-59).',
  })
  @ApiOkResponse({ type: ServiceRegisterShown })
  async again(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @UuidParam('noticeId') noticeId: string,
    @Body() { reason }: ServeAgainRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ServiceRegisterShown>> {
    const { act, context } = await admitToCase(this.gate, this.desk, caseId, received);
    const outcome = await this.services.act(
      caseId,
      { type: 'ServeNoticeAgain', ...act, noticeId, reason: textsOf(reason) },
      context,
    );
    return respond(outcome, ({ state }) => showRegister(caseId, state));
  }
}
