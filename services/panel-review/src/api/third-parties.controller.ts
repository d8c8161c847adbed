import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { CaseId, PersonId } from '@parley/kernel';
import { Act, Received, Refuses, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { PanelDesk } from '../application/panel-desk';
import { refusals } from '../domain/refusals';
import { anyAct, coChairAct, reviewAct } from './act-refusals';
import { textsOf } from './authored-texts';
import { ThirdPartyNoteRequest, ThirdPartyRequest } from './information.request';
import { ReviewRecordShown } from './information.response';
import { PanelGate } from './panel-gate';
import { showReviewOutcome } from './show-review-record';

const ADMITTING = { as: ['panel'], rule: 'S7' } as const;
const FILING = { as: ['registry'], rule: 'S7' } as const;

/** S7: third parties, who are heard in writing: through the registry, or in person at their assignments. */
@ApiTags('Review')
@Controller('v1/cases/:caseId/panel/third-parties')
export class ThirdPartiesController {
  constructor(
    @Inject(PanelDesk) private readonly desk: PanelDesk,
    @Inject(PanelGate) private readonly gate: PanelGate,
  ) {}

  @Post()
  @HttpCode(200)
  @Act(ADMITTING)
  @ApiOperation({
    summary: 'Admit a third party',
    description: 'By either co-chair in the review: whom one side’s co-chair finds worth hearing, both sides hear.',
  })
  @ApiOkResponse({ type: ReviewRecordShown })
  @Refuses(refusals.tooManyThirdParties, refusals.expertEngaged, ...coChairAct, ...reviewAct, ...anyAct)
  async admit(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { name, personId }: ThirdPartyRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ReviewRecordShown>> {
    const { act, context } = await this.gate.admitMember(caseId, received, ADMITTING);
    const person = personId === undefined ? {} : { personId: personId as PersonId };
    return showReviewOutcome(
      await this.desk.act(caseId, { type: 'AdmitThirdParty', ...act, name: textsOf(name), ...person }, context),
      received.caller,
    );
  }

  @Post(':thirdPartyId/notes')
  @HttpCode(200)
  @Act(FILING)
  @ApiParam({ name: 'thirdPartyId', description: 'Id of the third party within the case.', example: 'third-party:1' })
  @ApiOperation({
    summary: 'File the note of a third party',
    description:
      'By the registry, where it received the note. Both parties and the panel are served it at one ' +
      'instant, and both parties may comment.',
  })
  @ApiOkResponse({ type: ReviewRecordShown })
  @Refuses(refusals.unknownThirdParty, refusals.tooManyNotes, ...reviewAct, ...anyAct)
  async file(
    @UuidParam('caseId') caseId: CaseId,
    @Param('thirdPartyId') thirdPartyId: string,
    @Body() { note }: ThirdPartyNoteRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ReviewRecordShown>> {
    const { act, context } = await this.gate.admit(caseId, received, FILING);
    return showReviewOutcome(
      await this.desk.act(caseId, { type: 'FileThirdPartyNote', ...act, thirdPartyId, text: textsOf(note) }, context),
      received.caller,
    );
  }
}
