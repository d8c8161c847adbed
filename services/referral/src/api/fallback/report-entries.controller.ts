import { Body, Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import type { Clock } from '@parley/kernel';
import { Act, CLOCK, Received, respond, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import type { GiveStatusReport } from '../../domain/compliance/agreement-commands';
import { complianceRefusals as refusals } from '../../domain/compliance/compliance-refusals';
import { AgreementGate } from '../compliance/agreement-gate';
import { AgreementShown } from '../compliance/agreement.response';
import { showAgreement } from '../compliance/show-agreement';
import { textsOf } from '../incoming-request';
import { ANY_ENTRY } from './entry-refusals';
import { StatusReportEntryRequest } from './fallback.request';
import { lateEntryOf } from './incoming-entry';

/** What a party reported by another channel, entered by the registry. */
@ApiTags('Outages')
@Controller('v1/agreements/:agreementId/fallback-entries')
export class ReportEntriesController {
  constructor(
    @Inject(AgreementGate) private readonly gate: AgreementGate,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Act({
    post: '',
    as: ['registry'],
    rule: 'I-61',
    refuses: [
      ...ANY_ENTRY,
      refusals.noReportOwed,
      refusals.reportGiven,
      refusals.reportIncomplete,
      refusals.noAgreement,
      refusals.notInForce,
      refusals.allFulfilled,
      refusals.notAParty,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Enter a status report that came by another channel',
    description:
      'With its true instant of receipt. One that had come in time shows red no more (I-19); a review ' +
      'that has closed since then stands.',
  })
  @ApiOkResponse({ type: AgreementShown })
  async enter(
    @UuidParam('agreementId', 'Id of the agreement.') agreementId: string,
    @Body() body: StatusReportEntryRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<AgreementShown>> {
    const admitted = await this.gate.admit(agreementId, received);
    const entries = body.entries.map(({ obligation, says, note }) => ({ obligation, says, note: textsOf(note) }));
    const entry = lateEntryOf<GiveStatusReport>(admitted, body, {
      type: 'GiveStatusReport',
      review: body.review,
      entries,
    });
    const outcome = await admitted.kept.desk.act(
      agreementId,
      { type: 'EnterStatusReport', ...entry },
      admitted.context,
    );
    return respond(outcome, ({ state }) => {
      if (state.status !== 'in-force') throw new TypeError('a report on an agreement that is not in force');
      return showAgreement(agreementId, state, this.clock.now());
    });
  }
}
