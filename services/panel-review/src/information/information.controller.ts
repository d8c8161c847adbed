import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { CaseId } from '@parley/kernel';
import { Act, Received, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { Panels } from '../panel/repositories';
import { refusals } from '../panel/refusals.rules';
import { anyAct, coChairAct, reviewAct } from '../panel/show-panel.response';
import { ThirdPartyNoteRequest, ThirdPartyRequest } from './information.request';
import { ReviewRecordShown } from './information.response';
import { PanelGate } from '../panel/panel.http';
import { showReviewOutcome } from '../review/review.response';
import { admitThirdParty, fileThirdPartyNote } from './third-party.rules';

/** S7: third parties, who are heard in writing: through the registry, or in person at their assignments. */
@ApiTags('Review')
@Controller('v1/cases/:caseId/panel/third-parties')
export class ThirdPartiesController {
  constructor(
    @Inject(Panels) private readonly panels: Panels,
    @Inject(PanelGate) private readonly gate: PanelGate,
  ) {}

  @Act({
    post: '',
    as: ['panel'],
    rule: 'S7',
    decides: admitThirdParty,
    refuses: [refusals.tooManyThirdParties, refusals.expertEngaged, ...coChairAct, ...reviewAct, ...anyAct],
  })
  @ApiOperation({
    summary: 'Admit a third party',
    description: 'By either co-chair in the review: whom one side’s co-chair finds worth hearing, both sides hear.',
  })
  @ApiOkResponse({ type: ReviewRecordShown })
  async admit(
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
    decides: fileThirdPartyNote,
    refuses: [refusals.unknownThirdParty, refusals.evidenceClosed, refusals.tooManyNotes, ...reviewAct, ...anyAct],
  })
  @ApiParam({ name: 'thirdPartyId', description: 'Id of the third party within the case.', example: 'third-party:1' })
  @ApiOperation({
    summary: 'File the note of a third party',
    description:
      'By the registry, where it received the note. Both parties and the panel are served it at one ' +
      'instant, and both parties may comment.',
  })
  @ApiOkResponse({ type: ReviewRecordShown })
  async file(
    @UuidParam('caseId') caseId: CaseId,
    @Param('thirdPartyId') thirdPartyId: string,
    @Body() { note }: ThirdPartyNoteRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ReviewRecordShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    return showReviewOutcome(
      await this.panels.act(caseId, { type: 'FileThirdPartyNote', ...act, thirdPartyId, text: note }, context),
      received.caller,
    );
  }
}
