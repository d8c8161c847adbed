import type { Readable } from 'node:stream';
import { Body, Controller, Inject, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@parley/access';
import {
  Act,
  CurrentCaller,
  ANSWERING_LATE_ENTRIES,
  LateReadings,
  ListsLateEntries,
  ReadsLateOriginal,
  LateEntriesShown,
  LateEntryAnswerRequest,
  Received,
  respond,
  showLateEntries,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import type { CaseId } from '@parley/kernel';
import { lateEntryRefusals, ofAnswers } from '@parley/procedure';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { openedPanelOf } from '../panel/panel-state.rules';
import { asksPanel, PanelGate } from '../panel/panel.http';
import { Panels } from '../panel/repositories';
import { refusals } from '../panel/refusals.rules';
import { anyAct } from '../panel/show-panel.response';
import { answerEntry, refusedPaper } from './take-late.rules';

/** Refusals that the act could have met in its own time, too. */
const OF_THE_ACT = [
  refusals.notAParty,
  refusals.noVacantSeat,
  refusals.notOnFrozenRoster,
  refusals.notEligible,
  refusals.unknownMember,
  refusals.ownMember,
  refusals.commented,
  refusals.commentingFinished,
  refusals.notOpenToReplacement,
  refusals.notAsked,
  refusals.requestAnswered,
  refusals.unknownExhibit,
  refusals.exhibitStruck,
  refusals.materialCommented,
  refusals.nominationLate,
  refusals.notOpenToChallenge,
  refusals.challengeLate,
  refusals.deliberationOver,
  refusals.challengedForLateFact,
  refusals.knownInTime,
  refusals.notCommenting,
  refusals.commentLate,
  refusals.unknownRequest,
  refusals.answerLate,
  refusals.unknownMaterial,
  refusals.ownMaterial,
  refusals.materialCommentLate,
  refusals.expertNotTaken,
  refusals.expertNotDisclosed,
  refusals.reportServed,
  refusals.unknownThirdParty,
  refusals.evidenceClosed,
  refusals.tooManyNotes,
  refusals.reviewOver,
  refusals.notReviewing,
  lateEntryRefusals.nothingToReplace,
  ...refusedPaper,
] as const;

/** What came by another channel in the panel’s procedure; the registry of the other side answers it. */
@ApiTags('Late entries')
@Controller('v1/cases/:caseId/panel/late-entries')
export class PanelLateEntriesController {
  constructor(
    @Inject(Panels) private readonly panels: Panels,
    @Inject(PanelGate) private readonly gate: PanelGate,
    @Inject(LateReadings) private readonly late: LateReadings,
  ) {}

  @ListsLateEntries('in the panel’s procedure')
  async listLateEntriesOfPanel(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<LateEntriesShown> {
    const { state } = await this.gate.open(caseId, caller);
    return this.late.list({ id: caseId, entries: state.lateEntries, caller, request });
  }

  @ReadsLateOriginal('in the panel’s procedure')
  async downloadLateEntryOfPanel(
    @UuidParam('caseId') caseId: CaseId,
    @UuidParam('entryId') entryId: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const { state } = await this.gate.open(caseId, caller);
    return this.late.original(entryId, { id: caseId, entries: state.lateEntries, caller, request }, reply);
  }

  @Act({
    post: ':entryId/answer',
    ...ANSWERING_LATE_ENTRIES,
    decides: answerEntry,
    asks: asksPanel({ type: 'AnswerLateEntry' }),
    refuses: [...ofAnswers, ...OF_THE_ACT, ...anyAct],
  })
  @ApiOperation({
    summary: 'Confirm or refuse a late entry in the panel’s procedure',
    description:
      'By a registry officer of the other side, over the digest of the original. Confirmed, the act counts as of ' +
      'when it came, and sets its default aside (I-19): who sat by the silence alone is off the panel, and who is ' +
      'next has the full time from the confirmation. No seat changes once the findings are made. Not answered in ' +
      'time it does not count. Paper of an expert or a third party is served once confirmed; not answered in time ' +
      'it stands as unconfirmed.',
  })
  @ApiOkResponse({ type: LateEntriesShown })
  async answerLateEntryOfPanel(
    @UuidParam('caseId') caseId: CaseId,
    @UuidParam('entryId') entryId: string,
    @Body() { verdict, original, reason }: LateEntryAnswerRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<LateEntriesShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const command = { type: 'AnswerLateEntry', ...act, entryId, verdict, original, reason } as const;
    return respond(await this.panels.act(caseId, command, context), ({ state }) =>
      showLateEntries(openedPanelOf(state).lateEntries),
    );
  }
}
