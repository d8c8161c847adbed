import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import type { CaseId } from '@parley/kernel';
import { Act, Received, Refuses, respond, UuidParam, type Answer, type ReceivedAct } from '@parley/platform';
import { SettlementDesk } from '../../application/settlement-desk';
import type { AcceptConciliation } from '../../domain/settlement/settlement-commands';
import { settlementRefusals } from '../../domain/settlement/settlement-refusals';
import { SettlementGate } from '../settlement/settlement-gate';
import { SettlementShown } from '../settlement/settlement.response';
import { filedSettlement, showSettlement } from '../settlement/show-settlement';
import { ANY_ENTRY } from './entry-refusals';
import { ConciliationAnswerEntryRequest } from './fallback.request';
import { lateEntryOf } from './incoming-entry';

const ENTERING = { as: ['registry'], rule: 'I-61' } as const;

/** What the parties said of a settlement by another channel, entered by the registry. */
@ApiTags('Outages')
@Controller('v1/cases/:caseId/settlement/fallback-entries')
export class SettlementEntriesController {
  constructor(
    @Inject(SettlementDesk) private readonly desk: SettlementDesk,
    @Inject(SettlementGate) private readonly gate: SettlementGate,
  ) {}

  @Post()
  @HttpCode(200)
  @Act(ENTERING)
  @ApiOperation({
    summary: 'Enter the acceptance of a conciliation that came by another channel',
    description: 'With its true instant of receipt. One that had come in time sets aside that the proposal was not answered (I-19), unless another attempt is under way by then.',
  })
  @ApiOkResponse({ type: SettlementShown })
  @Refuses(
    ...ANY_ENTRY,
    settlementRefusals.notAParty,
    settlementRefusals.ownProposal,
    settlementRefusals.noSuchConciliation,
    settlementRefusals.notRegistered,
    settlementRefusals.alreadySettled,
    settlementRefusals.windowClosed,
    settlementRefusals.screeningEnded,
    settlementRefusals.longStopPassed,
    accessRefusals.notFound,
    accessRefusals.notYourRole,
  )
  async enter(@UuidParam('caseId', 'Id of the case.') caseId: CaseId, @Body() body: ConciliationAnswerEntryRequest, @Received() received: ReceivedAct): Promise<Answer<SettlementShown>> {
    const admitted = await this.gate.admit(caseId, received, ENTERING);
    const entry = lateEntryOf<AcceptConciliation>(admitted, body, { type: 'AcceptConciliation', n: body.conciliation });
    const outcome = await this.desk.act(caseId, { type: 'EnterConciliationAnswer', ...entry }, admitted.context);
    return respond(outcome, ({ state }) => showSettlement(caseId, filedSettlement(state)));
  }
}
