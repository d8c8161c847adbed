import { Body, Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import type { Delegations } from '@parley/auth';
import { Act, DELEGATIONS, Received, respond, TextField, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { repudiationRefusals } from '@parley/procedure';
import { AgreementPapersShown } from '../compliance/agreement-papers.response';
import { AgreementGate } from '../compliance/compliance.http';
import { complianceRefusals as refusals } from '../compliance/compliance.rules';
import { presentAgreement, showPapers } from '../compliance/show-agreement.response';
import { lateEntryBar } from '../compliance/agreement-decider.rules';
import { repudiateAgreementAct } from './repudiate-agreement-act.rules';

class AgreementRepudiationRequest {
  @TextField({ meaning: 'The act, as the papers of the agreement name it.', example: 'verification:O1:1', max: 200 })
  readonly act: string;
}

/** A side declares that what was done in its name about an agreement was not its own act. */
@ApiTags('Repudiation')
@Controller('v1/agreements/:agreementId/repudiations')
export class AgreementRepudiationsController {
  constructor(
    @Inject(AgreementGate) private readonly gate: AgreementGate,
    @Inject(DELEGATIONS) private readonly delegations: Delegations,
  ) {}

  @Act({
    post: '',
    signed: true,
    as: ['desk'],
    rule: 'I-67',
    decides: [lateEntryBar, repudiateAgreementAct],
    refuses: [
      repudiationRefusals.notByTheHead,
      repudiationRefusals.unknownAct,
      repudiationRefusals.actOfTheOther,
      repudiationRefusals.repudiatedAlready,
      repudiationRefusals.notRepudiable,
      repudiationRefusals.repudiatedLate,
      refusals.reportAnswered,
      refusals.noAgreement,
      refusals.notInForce,
      refusals.notAParty,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Repudiate what was done in one’s own name about an agreement',
    description:
      'A signature of the register, a report, an answer to one, a later date or a notice, by the head of the ' +
      'delegation, for 5 joint business days after it was recorded. It then counts as not done: the agreement is a ' +
      'proposal again, the report is owed, the date before stands, an answer is awaited for what is left of its ' +
      'time. What the other side has answered of a report stands. No clock comes back to this side; the other has ' +
      'at least 5 joint business days for what fell due meanwhile. The delegation under which it was done ends.',
  })
  @ApiOkResponse({ type: AgreementPapersShown })
  async repudiateAgreementAct(
    @UuidParam('agreementId', 'Id of the agreement; that of its case for a settlement.') agreementId: string,
    @Body() { act: repudiated }: AgreementRepudiationRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<AgreementPapersShown>> {
    const { act, context, kept } = await this.gate.admit(agreementId, received);
    const isHead = act.party !== null && (await this.delegations.isHead(act.party, act.by, act.receivedAt));
    const command = { type: 'RepudiateAct', ...act, act: repudiated, isHead } as const;
    const outcome = await kept.among.act(agreementId, command, context);
    return respond(outcome, ({ state }) => showPapers(agreementId, presentAgreement(state)));
  }
}
