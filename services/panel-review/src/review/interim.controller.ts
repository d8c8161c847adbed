import { Body, Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import type { CommandContext } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import { LateClaims, Act, Received, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { asksDeliberation } from '../deliberation/deliberation.http';
import { Deliberations, Panels } from '../panel/repositories';
import type { DeliberationAct } from '../deliberation/votes.rules';
import { refusals } from '../panel/refusals.rules';
import { answerDeliberation, DeliberationShown } from '../deliberation/deliberation.response';
import { asksPanel, PanelGate } from '../panel/panel.http';
import { PanelShown } from '../panel/panel.response';
import { InterimCommentRequest, InterimDraftRequest, InterimSignatureRequest } from './review.response';
import { showOutcome } from '../panel/show-panel.response';
import { draftInterim, signInterim } from '../deliberation/interim-draft.rules';
import { commentInterim, finishCommenting } from './comments.rules';

const over = [
  refusals.screeningEnded,
  refusals.screeningSuspended,
  refusals.longStopPassed,
  refusals.panelImpossible,
  refusals.twoCapacities,
] as const;
const seen = [accessRefusals.notFound, accessRefusals.notYourRole, accessRefusals.twoCapacities] as const;
const inParity = [
  refusals.notSeated,
  refusals.challenged,
  refusals.parityBroken,
  refusals.notReviewing,
  refusals.reviewOver,
] as const;

const commenting = [
  refusals.notAParty,
  refusals.notCommenting,
  refusals.commentLate,
  refusals.commentingFinished,
] as const;

/** S7 and S8: the interim text. */
@ApiTags('Review')
@Controller('v1/cases/:caseId/panel/interim')
export class InterimController {
  constructor(
    @Inject(Panels) private readonly panels: Panels,
    @Inject(Deliberations) private readonly deliberations: Deliberations,
    @Inject(PanelGate) private readonly gate: PanelGate,
    @Inject(LateClaims) private readonly late: LateClaims,
  ) {}

  @Act({
    post: '',
    as: ['panel'],
    rule: 'S8',
    decides: draftInterim,
    asks: asksDeliberation('DraftInterim'),
    refuses: [refusals.unknownExhibit, refusals.exhibitStruck, ...inParity, ...over, ...seen],
  })
  @ApiOperation({
    summary: 'Lay a draft of the interim text before the panel',
    description: 'By a seated member during the review. The answer shows its digest, which the co-chairs sign.',
  })
  @ApiOkResponse({ type: DeliberationShown })
  async draftInterimText(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { text, exhibits }: InterimDraftRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DeliberationShown>> {
    const { act, panel, context } = await this.gate.admit(caseId, received);
    return this.done(caseId, { type: 'DraftInterim', ...act, panel, text, exhibits }, context, received);
  }

  @Act({
    post: 'signatures',
    as: ['panel'],
    rule: 'I-03',
    decides: signInterim,
    asks: asksDeliberation('SignInterim'),
    refuses: [
      refusals.notCoChair,
      refusals.leaveRuns,
      refusals.noDraft,
      refusals.exhibitStruck,
      refusals.digestDiffers,
      refusals.coChairSigned,
      ...inParity,
      ...over,
      ...seen,
    ],
  })
  @ApiOperation({
    summary: 'Sign the draft of the interim text',
    description:
      'By a co-chair. With both signatures over the same digest it goes to the parties, and the time for ' +
      'their comments starts, as of this act.',
  })
  @ApiOkResponse({ type: DeliberationShown })
  async signInterimText(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { ...signature }: InterimSignatureRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DeliberationShown>> {
    const { act, panel, context } = await this.gate.admit(caseId, received);
    return this.done(caseId, { type: 'SignInterim', ...act, panel, ...signature }, context, received);
  }

  @Act({
    post: 'comments',
    as: ['desk'],
    rule: 'S8',
    late: true,
    decides: commentInterim,
    asks: asksPanel({ type: 'CommentInterim' }),
    refuses: [...commenting, refusals.commented, ...over, ...seen],
  })
  @ApiOperation({
    summary: 'Comment on the interim text',
    description:
      'By the desk of a party, once, until it says that it is done. Without any comment by the end of the time the ' +
      'interim text is final.',
  })
  @ApiOkResponse({ type: PanelShown })
  async commentOnInterimText(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { comment, received: came }: InterimCommentRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<PanelShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const commenting = { type: 'CommentInterim', ...act, comment } as const;
    return showOutcome(
      await this.panels.act(caseId, await this.late.of(commenting, came, context), context),
      received.caller,
    );
  }

  @Act({
    post: 'done',
    as: ['desk'],
    rule: 'S8',
    decides: finishCommenting,
    asks: asksPanel({ type: 'FinishCommenting' }),
    refuses: [...commenting, ...over, ...seen],
  })
  @ApiOperation({
    summary: 'Say that one is done with the interim text',
    description:
      'By the desk of a party, which then neither comments any more nor asks for a meeting. When both have said so, ' +
      'or the time for comments is over, the panel makes its findings.',
  })
  @ApiOkResponse({ type: PanelShown })
  async finishInterimText(
    @UuidParam('caseId') caseId: CaseId,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<PanelShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    return showOutcome(await this.panels.act(caseId, { type: 'FinishCommenting', ...act }, context), received.caller);
  }

  private async done(
    caseId: CaseId,
    command: DeliberationAct,
    context: CommandContext,
    { caller }: ReceivedAct,
  ): Promise<Answer<DeliberationShown>> {
    return answerDeliberation(this.gate, caseId, caller, await this.deliberations.act(caseId, command, context));
  }
}
