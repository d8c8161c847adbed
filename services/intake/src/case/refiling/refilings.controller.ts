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
import { refusals } from '../refusals.rules';
import { refilingActs } from './refiling.rules';

class RefilingRequest {
  @TextListField({
    meaning: 'Ids of the claims of the other party that it may file again before their time.',
    example: ['C2'],
    min: 1,
    max: MOST_CLAIMS,
    unique: true,
    of: { max: 20 },
  })
  readonly claims: readonly string[];
}

/** Consent to claims being filed again. */
@ApiTags('Claims')
@Controller('v1/cases/:caseId/claims')
export class RefilingsController {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(Persons) private readonly persons: Persons,
  ) {}

  @Act({
    post: 'refilings',
    signed: true,
    as: ['desk'],
    rule: 'I-68',
    decides: refilingActs.ConsentToRefiling,
    refuses: [
      refusals.notAParty,
      refusals.claimNotHeld,
      refusals.claimNotBarred,
      refusals.refilingConsentedAlready,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
    asks: asksCase('ConsentToRefiling'),
  })
  @ApiOperation({
    summary: 'Consent to claims being filed again before their time',
    description:
      'Claims that the other party withdrew after the review, or that were found on, are filed again only after the ' +
      'months that the rule set names, or with this consent. It is public, and it is not taken back.',
  })
  @ApiOkResponse({ type: CaseShown })
  async consentToRefiling(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { claims }: RefilingRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<CaseShown>> {
    const { act, context } = await admitToCase(this.gate, this.cases, caseId, received);
    return showOutcome(
      await this.cases.act(caseId, { type: 'ConsentToRefiling', ...act, claims }, context),
      this.persons,
      received.caller,
    );
  }
}
