import { Body, Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import type { CaseId } from '@parley/kernel';
import { Act, Received, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { CaseDesk } from '../../application/case-desk';
import { withdrawingClaims } from '../../domain/claims/withdraw-claims.decide';
import { Persons } from '../../projections/persons';
import { admitToCase } from '../act-of';
import { asksCase, CaseGate } from '../case-gate';
import { CaseShown } from '../case.response';
import { showOutcome } from '../show-outcome';
import { WithdrawClaimsRequest } from './claims.request';

/** Single claims of a registered case. */
@ApiTags('Claims')
@Controller('v1/cases/:caseId/claims')
export class ClaimsController {
  constructor(
    @Inject(CaseDesk) private readonly desk: CaseDesk,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(Persons) private readonly persons: Persons,
  ) {}

  @Act({
    post: 'withdrawals',
    ...withdrawingClaims,
    refuses: [...withdrawingClaims.refuses, accessRefusals.notFound, accessRefusals.notYourRole],
    asks: asksCase('WithdrawClaims'),
  })
  @ApiOperation({
    summary: 'Withdraw some claims',
    description:
      'Claims of one’s own, by either party. The others go on as they are; the ids are used no more. ' +
      'Withdrawing all of them ends the screening.',
  })
  @ApiOkResponse({ type: CaseShown })
  async withdraw(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Body() { claims }: WithdrawClaimsRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<CaseShown>> {
    const { act, context } = await admitToCase(this.gate, this.desk, caseId, received);
    return showOutcome(await this.desk.act(caseId, { type: 'WithdrawClaims', ...act, claims }, context), this.persons);
  }
}
