import { Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { Act, Received, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import type { CaseId } from '@parley/kernel';
import { Persons } from '../../registry/persons/persons.table';
import { Cases } from '../../repositories';
import { admitToCase, asksCase, CaseGate } from '../case-gate.http';
import { CaseShown } from '../case.response';
import { showOutcome } from '../outcome/outcome.response';
import { refusals } from '../refusals.rules';
import { resumptionActs } from './resumption.rules';

/** How one party ends a suspension. */
@ApiTags('Proposals')
@Controller('v1/cases/:caseId')
export class ResumptionController {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(Persons) private readonly persons: Persons,
  ) {}

  @Act({
    post: 'resumption-notices',
    as: ['desk'],
    rule: 'S11',
    decides: resumptionActs.GiveResumptionNotice,
    refuses: [
      refusals.notAParty,
      refusals.screeningEnded,
      refusals.notSuspended,
      refusals.defaultPending,
      refusals.resumptionNoticed,
      refusals.resumptionNoticeLate,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
    asks: asksCase('GiveResumptionNotice'),
  })
  @ApiOperation({
    summary: 'Give notice that a suspension ends',
    description:
      'By either party, without the other. The screening goes on by itself when the time of the notice is over, and ' +
      'cannot lapse meanwhile; both parties may resume it sooner.',
  })
  @ApiOkResponse({ type: CaseShown })
  async giveResumptionNotice(
    @UuidParam('caseId') caseId: CaseId,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<CaseShown>> {
    const { act, context } = await admitToCase(this.gate, this.cases, caseId, received);
    return showOutcome(
      await this.cases.act(caseId, { type: 'GiveResumptionNotice', ...act }, context),
      this.persons,
      received.caller,
    );
  }
}
