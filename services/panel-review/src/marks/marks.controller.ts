import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { Act, Received, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import type { CaseId } from '@parley/kernel';
import { FindingsShown } from '../findings/findings.response';
import { showFindingsOutcome } from '../findings/show-findings.response';
import { asksPanel, PanelGate } from '../panel/panel.http';
import { Panels } from '../panel/repositories';
import { refusals } from '../panel/refusals.rules';
import { giveMarkLeave, markPassages } from './mark-passages.rules';
import { MarkLeaveRequest, MarkRequest } from './marks.request';

const inTime = [refusals.nothingToMark, refusals.markingOver] as const;
const seen = [
  refusals.twoCapacities,
  accessRefusals.notFound,
  accessRefusals.notYourRole,
  accessRefusals.twoCapacities,
] as const;

/** S9: what issued findings give away, marked before reasons and statements are published (I-75). */
@ApiTags('Findings')
@Controller('v1/cases/:caseId/findings/marks')
export class MarksController {
  constructor(
    @Inject(Panels) private readonly panels: Panels,
    @Inject(PanelGate) private readonly gate: PanelGate,
  ) {}

  @Act({
    post: '',
    as: ['desk'],
    rule: 'I-75',
    decides: markPassages,
    asks: asksPanel({ type: 'MarkPassages' }),
    refuses: [
      refusals.notAParty,
      refusals.tooManyMarks,
      refusals.notOwnMaterial,
      refusals.publicMaterial,
      refusals.passageTooShort,
      refusals.outcomeMarked,
      refusals.passageNotThere,
      refusals.alreadyMarked,
      ...inTime,
      ...seen,
    ],
  })
  @ApiOperation({
    summary: 'Mark confidential passages of the findings',
    description:
      'Until reasons and statements are published, each side marks what gives away a non-public exhibit or ' +
      'submission of its own. The text says where something was left out, the docket how much, why and on whose ' +
      'mark. No outcome can be marked, more than a third of a text only by leave of both co-chairs.',
  })
  @ApiOkResponse({ type: FindingsShown })
  async markPassages(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { passages, givesAway, reason }: MarkRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<FindingsShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const command = { type: 'MarkPassages', ...act, passages, givesAway, reason } as const;
    return showFindingsOutcome(await this.panels.act(caseId, command, context), received.caller);
  }

  @Act({
    post: ':markId/leave',
    as: ['panel'],
    rule: 'I-75',
    decides: giveMarkLeave,
    asks: asksPanel({ type: 'GiveMarkLeave' }),
    refuses: [
      refusals.notSeated,
      refusals.challenged,
      refusals.notCoChair,
      refusals.unknownMark,
      refusals.needsNoLeave,
      refusals.alreadySigned,
      refusals.digestDiffers,
      ...inTime,
      ...seen,
    ],
  })
  @ApiParam({ name: 'markId', description: 'Id of the mark within the case.', example: 'mark:1' })
  @ApiOperation({
    summary: 'Give leave for a mark beyond its side’s share',
    description:
      'By each co-chair, over the digest of the mark, before reasons and statements are published. Without both the ' +
      'mark leaves nothing out.',
  })
  @ApiOkResponse({ type: FindingsShown })
  async giveMarkLeave(
    @UuidParam('caseId') caseId: CaseId,
    @Param('markId') markId: string,
    @Body() { digest }: MarkLeaveRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<FindingsShown>> {
    const { act, context } = await this.gate.admitMember(caseId, received);
    const command = { type: 'GiveMarkLeave', ...act, markId, digest } as const;
    return showFindingsOutcome(await this.panels.act(caseId, command, context), received.caller);
  }
}
