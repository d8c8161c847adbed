import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { CaseId } from '@parley/kernel';
import { Act, LateClaims, Received, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { asksDeliberation } from '../deliberation/deliberation.http';
import { Deliberations, Panels } from '../panel/repositories';
import { refusals } from '../panel/refusals.rules';
import { anyAct, coChairAct, reviewAct } from '../panel/show-panel.response';
import { answerDeliberation, DeliberationShown } from '../deliberation/deliberation.response';
import { ExpertChoiceRequest, ExpertListRequest, ReportRequest } from '../information/information.request';
import { ReviewRecordShown } from '../information/information.response';
import { asksPanel, PanelGate } from '../panel/panel.http';
import { showReviewOutcome } from '../review/review.response';
import { proposeExperts, serveReport } from './expert-reports.rules';
import { enteringPaper, refusedPaper } from '../late-entries/take-late.rules';
import { chooseExpert } from '../deliberation/interim-draft.rules';

const EXPERT = { name: 'expertId', description: 'Id of the expert within the case.', example: 'expert:US:1' };

/** S7: experts whom the co-chairs pick jointly from what both parties propose. */
@ApiTags('Review')
@Controller('v1/cases/:caseId/panel')
export class ExpertsController {
  constructor(
    @Inject(Panels) private readonly panels: Panels,
    @Inject(Deliberations) private readonly deliberations: Deliberations,
    @Inject(PanelGate) private readonly gate: PanelGate,
    @Inject(LateClaims) private readonly late: LateClaims,
  ) {}

  @Act({
    post: 'expert-lists',
    as: ['desk'],
    rule: 'S7',
    decides: proposeExperts,
    asks: asksPanel({ type: 'ProposeExperts' }),
    refuses: [refusals.expertsProposed, refusals.expertEngaged, refusals.notAParty, ...reviewAct, ...anyAct],
  })
  @ApiOperation({
    summary: 'Propose experts',
    description: 'By the desk of a party in the review: its one list. A side that proposes nobody holds nothing up.',
  })
  @ApiOkResponse({ type: ReviewRecordShown })
  async proposeExperts(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { experts }: ExpertListRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ReviewRecordShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const listed = experts.map(({ name, expertise, personId }) => ({
      name,
      expertise: [...expertise],
      ...(personId === undefined ? {} : { personId }),
    }));
    return showReviewOutcome(
      await this.panels.act(caseId, { type: 'ProposeExperts', ...act, experts: listed }, context),
      received.caller,
    );
  }

  @Act({
    post: 'experts/:expertId/choices',
    as: ['panel'],
    rule: 'S7',
    decides: chooseExpert,
    asks: asksDeliberation('ChooseExpert'),
    refuses: [
      refusals.unknownExpert,
      refusals.expertTaken,
      refusals.tooManyExperts,
      ...coChairAct,
      ...reviewAct,
      ...anyAct,
    ],
  })
  @ApiParam(EXPERT)
  @ApiOperation({
    summary: 'Choose an expert and what to ask',
    description:
      'By a co-chair, behind closed doors. The expert is taken when the other co-chair chooses the same ' +
      'one with the very same questions.',
  })
  @ApiOkResponse({ type: DeliberationShown })
  async chooseExpert(
    @UuidParam('caseId') caseId: CaseId,
    @Param('expertId') expertId: string,
    @Body() { questions }: ExpertChoiceRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DeliberationShown>> {
    const { act, panel, context } = await this.gate.admit(caseId, received);
    const command = { type: 'ChooseExpert', ...act, panel, expertId, questions } as const;
    return answerDeliberation(
      this.gate,
      caseId,
      received.caller,
      await this.deliberations.act(caseId, command, context),
    );
  }

  @Act({
    post: 'experts/:expertId/reports',
    as: ['registry'],
    rule: 'S7',
    late: 'paper',
    decides: [serveReport, ...enteringPaper],
    asks: asksPanel(),
    refuses: [
      ...refusedPaper,
      refusals.expertNotDisclosed,
      refusals.expertNotTaken,
      refusals.reportServed,
      refusals.unknownExhibit,
      refusals.exhibitStruck,
      ...reviewAct,
      ...anyAct,
    ],
  })
  @ApiParam(EXPERT)
  @ApiOperation({
    summary: 'Enter the report of an expert',
    description:
      'By an officer of the registry, where it received the report, over the original, uploaded first; an ' +
      'expert with a token of the role `expert` gives it in person. Once confirmed by the other side’s ' +
      'registry (`…/panel/late-entries`), or unanswered in time, both parties and the panel are served it at ' +
      'one instant, with how it stands, and the time for comments starts. Refused, only the expert’s own ' +
      'report counts; the expert may replace it either way.',
  })
  @ApiOkResponse({ type: ReviewRecordShown })
  async enterExpertReport(
    @UuidParam('caseId') caseId: CaseId,
    @Param('expertId') expertId: string,
    @Body() { report, exhibits, received: came }: ReportRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ReviewRecordShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const serving = { type: 'ServeReport', ...act, expertId, text: report, exhibits } as const;
    const command = await this.late.paper(serving, came, context);
    return showReviewOutcome(await this.panels.act(caseId, command, context), received.caller);
  }
}
