import { Body, Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import type { CommandOutcome } from '@parley/event-store';
import type { CaseId, PersonId } from '@parley/kernel';
import { lateEntryRefusals } from '@parley/procedure';
import { Roles } from '@parley/auth';
import {
  Act,
  CurrentCaller,
  Logged,
  PageRequest,
  Received,
  Refuses,
  respond,
  ShownList,
  UuidParam,
  type Answer,
  type PageShown,
  type ReceivedAct,
} from '@parley/http';
import { Panels } from '../panel/repositories';
import { openedPanelOf, type PanelState } from '../panel/panel-state.rules';
import { refusals } from '../panel/refusals.rules';
import { anyAct, reviewAct, revisionFor } from '../panel/show-panel.response';
import { AssignmentLineShown, AssignmentsShown, showAssignments } from './review.response';
import { ExpertDisclosureRequest, OwnNoteRequest, OwnReportRequest } from '../information/information.request';
import { asksPanel, PanelGate } from '../panel/panel.http';
import { PanelList } from '../panel/panel-list.http';
import { discloseAsExpert } from '../composition/members.rules';
import { serveReport } from '../experts/expert-reports.rules';
import { fileThirdPartyNote } from '../information/third-party.rules';

const REPORTING = { as: ['expert'], rule: 'S7' } as const;
const ASSIGNMENT = {
  name: 'assignmentId',
  description: 'Id of the expert or of the third party within the case.',
  example: 'expert:US:1',
};

/**
 * Experts and third parties in person: what a panel asks of them, and what they say to it. They read nothing else of a
 * case but what is PUBLIC and the exhibits that are lent to them. Every other route answers them as if the case did not
 * exist (I-43).
 */
@ApiTags('Review')
@Controller('v1')
export class AssignmentsController {
  constructor(
    @Inject(Panels) private readonly panels: Panels,
    @Inject(PanelGate) private readonly gate: PanelGate,
    @Inject(PanelList) private readonly list: PanelList,
  ) {}

  @Get('assignments')
  @Roles({ rule: 'S7' }, 'expert', 'third-party')
  @Logged({ subject: 'assignments', tier: 'PANEL' })
  @ApiOperation({
    summary: 'List the cases in which a panel hears you',
    description: 'For experts and third parties, newest panel first.',
  })
  @ShownList(() => AssignmentLineShown, 'A page of cases.')
  listAssignments(
    @CurrentCaller() caller: Caller,
    @Query() page: PageRequest,
  ): Promise<PageShown<AssignmentLineShown>> {
    return this.list.heard(caller, page);
  }

  @Get('cases/:caseId/panel/assignments')
  @Roles({ rule: 'S7' }, 'expert', 'third-party')
  @Logged({ subject: 'assignments', tier: 'PANEL' })
  @ApiOperation({
    summary: 'Read what a panel asks of you, and what you have said',
    description:
      'For an expert on whom both co-chairs agreed, and for a third party that one of them admitted. ' +
      'Exhibits that are lent to you are at `/v1/cases/{caseId}/loans`.',
  })
  @ApiOkResponse({ type: AssignmentsShown })
  @Refuses(accessRefusals.notFound)
  async readAssignments(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
  ): Promise<AssignmentsShown> {
    const { panel, person } = await this.gate.openHeard(caseId, caller);
    return showAssignments(panel, person);
  }

  @Act({
    post: 'cases/:caseId/panel/assignments/:assignmentId/disclosure',
    ...REPORTING,
    decides: discloseAsExpert,
    asks: asksPanel({ type: 'DiscloseAsExpert' }),
    refuses: [refusals.expertNotTaken, refusals.expertDisclosed, ...reviewAct, ...anyAct],
  })
  @ApiParam(ASSIGNMENT)
  @ApiOperation({
    summary: 'Disclose, as an expert, what may bear on the report',
    description:
      'By the expert on whom both co-chairs agreed, once and before the report. Both parties and the panel read it.',
  })
  @ApiOkResponse({ type: AssignmentsShown })
  async discloseAsExpert(
    @UuidParam('caseId') caseId: CaseId,
    @Param('assignmentId') expertId: string,
    @Body() { statement }: ExpertDisclosureRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<AssignmentsShown>> {
    const { act, context } = await this.gate.admitMember(caseId, received);
    return showOwn(
      await this.panels.act(caseId, { type: 'DiscloseAsExpert', ...act, expertId, statement }, context),
      act.by,
    );
  }

  @Act({
    post: 'cases/:caseId/panel/assignments/:assignmentId/report',
    ...REPORTING,
    decides: serveReport,
    asks: asksPanel({ type: 'ServeReport', as: 'expert' }),
    refuses: [
      refusals.unknownExhibit,
      refusals.exhibitStruck,
      refusals.expertNotTaken,
      refusals.expertNotDisclosed,
      refusals.reportServed,
      ...reviewAct,
      ...anyAct,
    ],
  })
  @ApiParam(ASSIGNMENT)
  @ApiOperation({
    summary: 'Give one’s report as an expert',
    description:
      'By the expert in person, once and after the disclosure, also in the place of what the registry entered in the ' +
      'expert’s name. Both parties and the panel are served it at one instant, and the time for comments starts.',
  })
  @ApiOkResponse({ type: AssignmentsShown })
  async giveExpertReport(
    @UuidParam('caseId') caseId: CaseId,
    @Param('assignmentId') expertId: string,
    @Body() { report }: OwnReportRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<AssignmentsShown>> {
    const { act, context } = await this.gate.admitMember(caseId, received);
    const command = {
      type: 'ServeReport',
      ...act,
      as: 'expert',
      expertId,
      text: report,
      exhibits: [],
    } as const;
    return showOwn(await this.panels.act(caseId, command, context), act.by);
  }

  @Act({
    post: 'cases/:caseId/panel/assignments/:assignmentId/notes',
    as: ['third-party'],
    rule: 'S7',
    decides: fileThirdPartyNote,
    asks: asksPanel({ type: 'FileThirdPartyNote', as: 'third-party' }),
    refuses: [
      refusals.unknownThirdParty,
      refusals.evidenceClosed,
      refusals.tooManyNotes,
      lateEntryRefusals.nothingToReplace,
      ...reviewAct,
      ...anyAct,
    ],
  })
  @ApiParam({ ...ASSIGNMENT, example: 'third-party:1' })
  @ApiOperation({
    summary: 'File a note as a third party',
    description:
      'By the person who writes for a third party that the panel admitted, also in the place of what the registry ' +
      'entered in its name. Both parties and the panel are served it at one instant, and both parties may comment.',
  })
  @ApiOkResponse({ type: AssignmentsShown })
  async fileThirdPartyNote(
    @UuidParam('caseId') caseId: CaseId,
    @Param('assignmentId') thirdPartyId: string,
    @Body() { note, replaces }: OwnNoteRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<AssignmentsShown>> {
    const { act, context } = await this.gate.admitMember(caseId, received);
    const instead = replaces === undefined ? {} : { replaces };
    const command = {
      type: 'FileThirdPartyNote',
      ...act,
      as: 'third-party',
      thirdPartyId,
      text: note,
      ...instead,
    } as const;
    return showOwn(await this.panels.act(caseId, command, context), act.by);
  }
}

/** The caller's assignments after an act, without the panel's revision, which counts what others say (I-43). */
const showOwn = (outcome: CommandOutcome<PanelState>, person: PersonId): Answer<AssignmentsShown> =>
  revisionFor(
    () => false,
    respond(outcome, ({ state }) => showAssignments(openedPanelOf(state), person)),
  );
