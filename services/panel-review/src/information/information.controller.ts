import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { CaseId } from '@parley/kernel';
import { lateEntryRefusals } from '@parley/procedure';
import { Act, LateClaims, Received, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { Panels } from '../panel/repositories';
import { refusals } from '../panel/refusals.rules';
import { anyAct, coChairAct, reviewAct } from '../panel/show-panel.response';
import { ThirdPartyNoteRequest, ThirdPartyRequest } from './information.request';
import { ReviewRecordShown } from './information.response';
import { asksPanel, PanelGate } from '../panel/panel.http';
import { showReviewOutcome } from '../review/review.response';
import { enteringPaper, refusedPaper } from '../late-entries/take-late.rules';
import { admitThirdParty, fileThirdPartyNote } from './third-party.rules';

/** S7: third parties, who are heard in writing: through the registry, or in person at their assignments. */
@ApiTags('Review')
@Controller('v1/cases/:caseId/panel/third-parties')
export class ThirdPartiesController {
  constructor(
    @Inject(Panels) private readonly panels: Panels,
    @Inject(PanelGate) private readonly gate: PanelGate,
    @Inject(LateClaims) private readonly late: LateClaims,
  ) {}

  @Act({
    post: '',
    as: ['panel'],
    rule: 'S7',
    decides: admitThirdParty,
    asks: asksPanel({ type: 'AdmitThirdParty' }),
    refuses: [refusals.tooManyThirdParties, refusals.expertEngaged, ...coChairAct, ...reviewAct, ...anyAct],
  })
  @ApiOperation({
    summary: 'Admit a third party',
    description: 'By either co-chair in the review: whom one side’s co-chair finds worth hearing, both sides hear.',
  })
  @ApiOkResponse({ type: ReviewRecordShown })
  async admitThirdParty(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { name, personId }: ThirdPartyRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ReviewRecordShown>> {
    const { act, context } = await this.gate.admitMember(caseId, received);
    const person = personId === undefined ? {} : { personId };
    return showReviewOutcome(
      await this.panels.act(caseId, { type: 'AdmitThirdParty', ...act, name, ...person }, context),
      received.caller,
    );
  }

  @Act({
    post: ':thirdPartyId/notes',
    as: ['registry'],
    rule: 'S7',
    late: 'paper',
    decides: [fileThirdPartyNote, ...enteringPaper],
    asks: asksPanel(),
    refuses: [
      refusals.unknownThirdParty,
      refusals.evidenceClosed,
      refusals.tooManyNotes,
      lateEntryRefusals.nothingToReplace,
      ...refusedPaper,
      ...reviewAct,
      ...anyAct,
    ],
  })
  @ApiParam({ name: 'thirdPartyId', description: 'Id of the third party within the case.', example: 'third-party:1' })
  @ApiOperation({
    summary: 'Enter the note of a third party',
    description:
      'By an officer of the registry, where it received the note, over the original, uploaded first. Once ' +
      'confirmed by the other side’s registry (`…/panel/late-entries`), or unanswered in time, both parties ' +
      'and the panel are served it at one instant, with how it stands. Refused, only the third party’s own ' +
      'note counts; the third party may replace it either way.',
  })
  @ApiOkResponse({ type: ReviewRecordShown })
  async enterThirdPartyNote(
    @UuidParam('caseId') caseId: CaseId,
    @Param('thirdPartyId') thirdPartyId: string,
    @Body() { note, received: came }: ThirdPartyNoteRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ReviewRecordShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const filing = { type: 'FileThirdPartyNote', ...act, thirdPartyId, text: note } as const;
    const command = await this.late.paper(filing, came, context);
    return showReviewOutcome(await this.panels.act(caseId, command, context), received.caller);
  }
}
