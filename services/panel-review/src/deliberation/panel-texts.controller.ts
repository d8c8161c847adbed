import { Body, Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '@parley/event-store';
import { Act, Received, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import type { CaseId } from '@parley/kernel';
import {
  AdoptionRequest,
  ReasonsRequest,
  StatementRequest,
  FindingsTranslationRequest,
} from '../findings/findings.request';
import { PanelGate } from '../panel/panel.http';
import { refusals } from '../panel/refusals.rules';
import { Deliberations } from '../panel/repositories';
import { answerDeliberation, DeliberationShown } from './deliberation.response';
import { asksDeliberation, deciding, over, seated, seen } from './deliberation.http';
import { adoptReasons, giveReasons } from './reasons.rules';
import { translateText } from './translate-text.rules';
import { giveStatement, type DeliberationAct } from './votes.rules';

const cited = [refusals.unknownExhibit, refusals.exhibitStruck, refusals.onlyForLateClaim] as const;
const written = [...cited, refusals.textsTooLong] as const;

/** S9, behind closed doors: the texts of the findings. */
@ApiTags('Deliberation')
@Controller('v1/cases/:caseId')
export class PanelTextsController {
  constructor(
    @Inject(Deliberations) private readonly deliberations: Deliberations,
    @Inject(PanelGate) private readonly gate: PanelGate,
  ) {}

  @Act({
    post: 'findings/reasons',
    as: ['panel'],
    rule: 'S9',
    decides: giveReasons,
    asks: asksDeliberation('GiveReasons'),
    refuses: [...written, ...seated, ...deciding, ...over, ...seen],
  })
  @ApiOperation({
    summary: 'Lay down reasons for an outcome',
    description:
      'Whoever lays reasons down adopts them, in place of those adopted before. Released with the findings, without ' +
      'the name of who wrote them, when the claim has that outcome and its majority adopted them in time.',
  })
  @ApiOkResponse({ type: DeliberationShown })
  async layDownReasons(
    @UuidParam('caseId') caseId: CaseId,
    @Body() body: ReasonsRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DeliberationShown>> {
    const { act, panel, context } = await this.gate.admit(caseId, received);
    const { claim: claimId, supports, text, exhibits } = body;
    return this.done(
      caseId,
      { type: 'GiveReasons', ...act, panel, claimId, supports, text, exhibits },
      context,
      received,
    );
  }

  @Act({
    post: 'findings/reasons/adoptions',
    as: ['panel'],
    rule: 'I-73',
    decides: adoptReasons,
    asks: asksDeliberation('AdoptReasons'),
    refuses: [
      refusals.unknownReasons,
      refusals.exhibitStruck,
      refusals.parityBroken,
      ...seated,
      ...deciding,
      ...over,
      ...seen,
    ],
  })
  @ApiOperation({
    summary: 'Adopt reasons that another member laid down',
    description:
      'Reasons stand in the findings when the majority of the claim, which includes one of each side, adopted them ' +
      'by the close of the deliberation; otherwise the findings note that none were adopted (I-73).',
  })
  @ApiOkResponse({ type: DeliberationShown })
  async adoptReasons(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { digest }: AdoptionRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DeliberationShown>> {
    const { act, panel, context } = await this.gate.admit(caseId, received);
    return this.done(caseId, { type: 'AdoptReasons', ...act, panel, digest }, context, received);
  }

  @Act({
    post: 'findings/statements',
    as: ['panel'],
    rule: 'I-13',
    decides: giveStatement,
    asks: asksDeliberation('GiveStatement'),
    refuses: [...written, ...seated, ...deciding, ...over, ...seen],
  })
  @ApiOperation({
    summary: 'Give the separate statement of one’s side',
    description:
      'Released with a claim that is not agreed (I-13). Given again, it takes the place of the former of that side.',
  })
  @ApiOkResponse({ type: DeliberationShown })
  async giveSeparateStatement(
    @UuidParam('caseId') caseId: CaseId,
    @Body() body: StatementRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DeliberationShown>> {
    const { act, panel, context } = await this.gate.admit(caseId, received);
    const { claim: claimId, text, exhibits } = body;
    return this.done(caseId, { type: 'GiveStatement', ...act, panel, claimId, text, exhibits }, context, received);
  }

  @Act({
    post: 'findings/translations',
    as: ['panel'],
    rule: 'S9',
    decides: translateText,
    asks: asksDeliberation('TranslateText'),
    refuses: [
      refusals.nothingToTranslate,
      refusals.translationLate,
      refusals.unknownClaim,
      refusals.textNotThere,
      refusals.languageThere,
      refusals.textsTooLong,
      refusals.notCoChair,
      refusals.notSeated,
      refusals.challenged,
      refusals.twoCapacities,
      ...seen,
    ],
  })
  @ApiOperation({
    summary: 'Write a text of the findings in the language that it lacks',
    description:
      'Between the close of the deliberation and the end of the time for certification. Reasons stand translated ' +
      'when both co-chairs have sent the same words, a statement when a member of its own side has sent them. The ' +
      'findings issue when they are certified and stand in both languages, at the latest at the end of that time, ' +
      'with what was not translated noted (I-57).',
  })
  @ApiOkResponse({ type: DeliberationShown })
  async translateFindings(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { claim: claimId, part, lang, text }: FindingsTranslationRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DeliberationShown>> {
    const { act, panel, context } = await this.gate.admit(caseId, received);
    return this.done(caseId, { type: 'TranslateText', ...act, panel, claimId, part, lang, text }, context, received);
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
