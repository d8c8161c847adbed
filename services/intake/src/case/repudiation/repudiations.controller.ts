import { Body, Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { Act, Received, TextField, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import type { CaseId } from '@parley/kernel';
import { repudiationRefusals } from '@parley/procedure';
import { Persons } from '../../registry/persons/persons.table';
import { Cases } from '../../repositories';
import { admitToCase, CaseGate } from '../case-gate.http';
import { CaseShown } from '../case.response';
import { showOutcome } from '../outcome/outcome.response';
import { refusals } from '../refusals.rules';
import { RepudiationDesk } from './repudiation-desk.http';
import { repudiationActs } from './repudiation.rules';

class RepudiationRequest {
  @TextField({ meaning: 'The act: `filing`, `reply`, or the id of a signed proposal.', example: 'reply', max: 100 })
  readonly act: string;
}

/** A side declares that an act in its name was not its own. */
@ApiTags('Repudiation')
@Controller('v1/cases/:caseId/repudiations')
export class RepudiationsController {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(Persons) private readonly persons: Persons,
    @Inject(RepudiationDesk) private readonly desk: RepudiationDesk,
  ) {}

  @Act({
    post: '',
    signed: true,
    as: ['desk'],
    rule: 'I-67',
    decides: repudiationActs.RepudiateAct,
    asks: { of: RepudiationDesk, commands: [{ type: 'RepudiateAct' }] },
    refuses: [
      ...Object.values(repudiationRefusals),
      refusals.notAParty,
      refusals.screeningEnded,
      refusals.deliberationClosed,
      refusals.defaultPending,
      refusals.claimsOfBoth,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Repudiate an act in one’s own name',
    description:
      'By the head of the delegation, for 5 joint business days after it was recorded. From then on it counts as not ' +
      'done: a grievance is unanswered, an extension is gone, a suspension ends when 5 joint business days are over, ' +
      'a filing is withdrawn. No clock comes back to this side; the other has at least 5 joint business days for ' +
      'what was put off. The delegation under which the act was done ends.',
  })
  @ApiOkResponse({ type: CaseShown })
  async repudiateAct(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { act: repudiated }: RepudiationRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<CaseShown>> {
    const { act, context } = await admitToCase(this.gate, this.cases, caseId, received);
    const command = { type: 'RepudiateAct', ...act, act: repudiated, isHead: await this.desk.isHead(act) } as const;
    return showOutcome(await this.cases.act(caseId, command, context), this.persons, received.caller);
  }
}
