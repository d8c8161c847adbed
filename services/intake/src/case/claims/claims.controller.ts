import { Body, Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { Act, Received, TextListField, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import type { CaseId } from '@parley/kernel';
import { MOST_CLAIMS } from '@parley/procedure';
import { Persons } from '../../registry/persons/persons.table';
import { Cases } from '../../repositories';
import { admitToCase, asksCase, CaseGate } from '../case-gate.http';
import { CaseShown } from '../case.response';
import { showOutcome } from '../outcome/outcome.response';
import { claimsActs } from './claims-acts.rules';
import { refusals } from '../refusals.rules';

class WithdrawClaimsRequest {
  @TextListField({
    meaning: 'Ids of the claims that are given up. With all of them the whole is withdrawn.',
    example: ['C2'],
    min: 1,
    max: MOST_CLAIMS,
    unique: true,
    of: { max: 20 },
  })
  readonly claims: readonly string[];
}

/** Single claims of a registered case. */
@ApiTags('Claims')
@Controller('v1/cases/:caseId/claims')
export class ClaimsController {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(Persons) private readonly persons: Persons,
  ) {}

  @Act({
    post: 'withdrawals',
    signed: true,
    as: ['desk'],
    rule: 'I-30',
    decides: claimsActs.WithdrawClaims,
    refuses: [
      refusals.claimsBeforeRegistration,
      refusals.claimNotHeld,
      refusals.screeningEnded,
      refusals.deliberationClosed,
      refusals.defaultPending,
      refusals.notAParty,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
    asks: asksCase('WithdrawClaims'),
  })
  @ApiOperation({
    summary: 'Withdraw some claims',
    description:
      'Claims of one’s own, by either party. The others go on as they are; the ids are used no more. ' +
      'Withdrawing all of them ends the screening.',
  })
  @ApiOkResponse({ type: CaseShown })
  async withdrawClaims(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { claims }: WithdrawClaimsRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<CaseShown>> {
    const { act, context } = await admitToCase(this.gate, this.cases, caseId, received);
    return showOutcome(
      await this.cases.act(caseId, { type: 'WithdrawClaims', ...act, claims }, context),
      this.persons,
      received.caller,
    );
  }
}
