import { Body, Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { derivedUuid } from '@parley/event-store';
import { parseInstant, refuse, type CaseId } from '@parley/kernel';
import { Act, ProblemError, Received, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { fallbackRefusals } from '@parley/procedure';
import { PanelDesk } from '../application/panel-desk';
import { refusals } from '../domain/refusals';
import { anyAct } from './act-refusals';
import { PanelFallbackEntryRequest } from './fallback.request';
import { lateActOf } from './late-act';
import { PanelGate } from './panel-gate';
import { PanelShown } from './panel.response';
import { showOutcome } from './show-outcome';

/** What an act may meet that would have met it in its time, too. */
const OF_THE_ACT = [
  refusals.notAParty,
  refusals.notACoHead,
  refusals.noVacantSeat,
  refusals.notOnFrozenRoster,
  refusals.notEligible,
  refusals.notOnPanel,
  refusals.unknownMember,
  refusals.ownMember,
  refusals.challengedDecides,
  refusals.alreadySigned,
  refusals.signsForBoth,
  refusals.digestDiffers,
  refusals.commented,
  refusals.notOpenToReplacement,
  refusals.notAsked,
  refusals.requestAnswered,
  refusals.unknownExhibit,
  refusals.materialCommented,
] as const;

/** Acts in a panel that came by another channel, entered by the registry with their true instant of receipt. */
@ApiTags('Outages')
@Controller('v1/cases/:caseId/panel/fallback-entries')
export class PanelFallbackEntriesController {
  constructor(
    @Inject(PanelDesk) private readonly desk: PanelDesk,
    @Inject(PanelGate) private readonly gate: PanelGate,
  ) {}

  @Act({
    post: '',
    as: ['registry'],
    rule: 'I-61',
    refuses: [...Object.values(fallbackRefusals), refusals.notOneAct, ...OF_THE_ACT, ...anyAct],
  })
  @ApiOperation({
    summary: 'Enter an act in the panel’s procedure that came by another channel',
    description:
      'With its true instant of receipt; the record says so. An act that had come in time sets its ' +
      'default aside by an event that points to the entry (I-19): who sat only because of the silence is ' +
      'off the panel, and who is awaited next has the full time from the entry. An answer to the panel, a ' +
      'comment on a text or a report, and a certification come beside what stands. Once the findings are ' +
      'made no seat is changed any more.',
  })
  @ApiOkResponse({ type: PanelShown })
  async enter(
    @UuidParam('caseId') caseId: CaseId,
    @Body() body: PanelFallbackEntryRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<PanelShown>> {
    const { act: entering, context } = await this.gate.admit(caseId, received);
    const cameAt = parseInstant(body.cameAt) ?? entering.receivedAt;
    const act = lateActOf(body, cameAt);
    if (!act) throw ProblemError.refused(refuse(refusals.notOneAct));
    const entryId = derivedUuid('fallback-entry', context.commandId);
    const command = { type: 'EnterFallbackAct', ...entering, entryId, channel: body.channel, cameAt, act } as const;
    return showOutcome(await this.desk.act(caseId, command, context), received.caller);
  }
}
