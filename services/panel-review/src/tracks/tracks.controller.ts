import { Body, Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import type { CaseId } from '@parley/kernel';
import { Act, Received, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { asksDeliberation } from '../deliberation/deliberation.http';
import { Deliberations } from '../panel/repositories';
import { refusals } from '../panel/refusals.rules';
import { answerDeliberation, DeliberationShown } from '../deliberation/deliberation.response';
import { PanelGate } from '../panel/panel.http';
import { UrgencyViewRequest } from './tracks.request';
import { giveUrgencyView } from '../deliberation/interim-draft.rules';

/** The panel's view of the urgency of its case. It is confidential until the panel has agreed on it. */
@ApiTags('Deliberation')
@Controller('v1/cases/:caseId/panel/urgency')
export class PanelUrgencyController {
  constructor(
    @Inject(Deliberations) private readonly deliberations: Deliberations,
    @Inject(PanelGate) private readonly gate: PanelGate,
  ) {}

  @Act({
    post: '',
    as: ['panel'],
    rule: 'urgent',
    decides: giveUrgencyView,
    asks: asksDeliberation('GiveUrgencyView'),
    refuses: [
      refusals.notUrgent,
      refusals.urgencyDecided,
      refusals.urgencyTooLate,
      refusals.parityBroken,
      refusals.notSeated,
      refusals.challenged,
      refusals.screeningEnded,
      refusals.screeningSuspended,
      refusals.longStopPassed,
      refusals.panelImpossible,
      refusals.twoCapacities,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
      accessRefusals.twoCapacities,
    ],
  })
  @ApiOperation({
    summary: 'Confirm or refuse the urgency of the case',
    description:
      'By a seated member on the urgent track, within the time from the composition. The panel has ' +
      'spoken when a majority with a member of each side is of one view; on refusal two more seats open ' +
      'and the standard clocks start from there. If it says nothing in time, the track stands.',
  })
  @ApiOkResponse({ type: DeliberationShown })
  async confirmOrRefuseUrgency(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { verdict }: UrgencyViewRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DeliberationShown>> {
    const { act, panel, context } = await this.gate.admit(caseId, received);
    const command = { type: 'GiveUrgencyView', ...act, panel, verdict } as const;
    return answerDeliberation(
      this.gate,
      caseId,
      received.caller,
      await this.deliberations.act(caseId, command, context),
    );
  }
}
