import { Body, Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@parley/access';
import type { CommandContext } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  Act,
  atRevision,
  CurrentCaller,
  Logged,
  Reading,
  Received,
  Refuses,
  refuseRepeated,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import type { FastifyRequest } from 'fastify';
import { Deliberations } from '../panel/repositories';
import type { DeliberationAct } from './votes.rules';
import { refusals } from '../panel/refusals.rules';
import { answerDeliberation, DeliberationShown, showDeliberation } from './deliberation.response';
import { NoteRequest, ObjectionVoteRequest, VoteRequest, VotesRequest } from '../findings/findings.request';
import { PanelGate } from '../panel/panel.http';
import { asksDeliberation, deciding, ended, over, seated, seen } from './deliberation.http';
import { castVoteOnObjection } from './objection-votes.rules';
import { askClosing, castVote, castVotes, writeNote } from './votes.rules';

/** S9, behind closed doors: votes and notes. A resource of its own, with its own `ETag`. */
@ApiTags('Deliberation')
@Controller('v1/cases/:caseId')
export class DeliberationController {
  constructor(
    @Inject(Deliberations) private readonly deliberations: Deliberations,
    @Inject(PanelGate) private readonly gate: PanelGate,
    @Inject(Reading) private readonly reading: Reading,
  ) {}

  @Get('panel/votes')
  @Roles({ rule: 'I-14' }, 'panel')
  @Logged()
  @ApiOperation({
    summary: 'Read the deliberation',
    description:
      'For seated members without an undecided challenge, and for nobody else before or after release (I-09, I-14).',
  })
  @ApiOkResponse({ type: DeliberationShown })
  @Refuses(refusals.notSeated, refusals.challenged, ...seen)
  async readDeliberation(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<Answer<DeliberationShown>> {
    const { known } = await this.gate.openDeliberation(caseId, caller);
    await this.reading.note(
      caseId,
      [{ subject: 'deliberation', what: 'content', tier: 'DELIBERATION' }],
      caller,
      request,
    );
    const { state, revision } = await this.deliberations.read(caseId);
    return atRevision(showDeliberation(state), revision, known.count);
  }

  @Act({
    post: 'panel/votes',
    as: ['panel'],
    rule: 'I-11',
    decides: castVote,
    asks: asksDeliberation('CastVote'),
    refuses: [refusals.parityBroken, ...seated, ...deciding, ...over, ...seen],
  })
  @ApiOperation({
    summary: 'Vote on a claim',
    description: 'Once per claim; sent again before closing, the vote is changed by an entry of its own.',
  })
  @ApiOkResponse({ type: DeliberationShown })
  async voteOnClaim(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { claim, on, attributed }: VoteRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DeliberationShown>> {
    const { act, panel, context } = await this.gate.admit(caseId, received);
    return this.done(
      caseId,
      { type: 'CastVote', ...act, panel, claimId: claim, on, attributed: attributed ?? false },
      context,
      received,
    );
  }

  @Act({
    post: 'panel/votes/several',
    as: ['panel'],
    rule: 'I-11',
    decides: castVotes,
    asks: asksDeliberation('CastVotes'),
    refuses: [refusals.parityBroken, ...seated, ...deciding, ...over, ...seen],
  })
  @ApiOperation({
    summary: 'Vote on several claims at once',
    description: 'Each as by itself. Where a claim cannot be voted on no vote counts, and every such claim is named.',
  })
  @ApiOkResponse({ type: DeliberationShown })
  async voteOnClaims(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { votes }: VotesRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DeliberationShown>> {
    refuseRepeated(
      votes.map(({ claim }) => claim),
      (at) => `/votes/${String(at)}/claim`,
    );
    const { act, panel, context } = await this.gate.admit(caseId, received);
    const cast = votes.map(({ claim: claimId, on, attributed = false }) => ({ claimId, on, attributed }));
    return this.done(caseId, { type: 'CastVotes', ...act, panel, votes: cast }, context, received);
  }

  @Act({
    post: 'panel/deliberation-notes',
    as: ['panel'],
    rule: 'S9',
    decides: writeNote,
    asks: asksDeliberation('WriteNote'),
    refuses: [...seated, ...over, ...seen],
  })
  @ApiOperation({ summary: 'Write a note to the other members' })
  @ApiOkResponse({ type: DeliberationShown })
  async writeDeliberationNote(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { text }: NoteRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DeliberationShown>> {
    const { act, panel, context } = await this.gate.admit(caseId, received);
    return this.done(caseId, { type: 'WriteNote', ...act, panel, text }, context, received);
  }

  @Act({
    post: 'panel/objections/:objectionId/votes',
    as: ['panel'],
    rule: 'I-73',
    decides: castVoteOnObjection,
    asks: asksDeliberation('CastVoteOnObjection'),
    refuses: [refusals.parityBroken, refusals.unknownObjection, ...seated, ...ended, ...over, ...seen],
  })
  @ApiParam({ name: 'objectionId', description: 'Id of the objection within the case.', example: 'objection:1' })
  @ApiOperation({
    summary: 'Vote on an objection of the reply',
    description:
      'Each objection is disposed of in the findings: sustained, not sustained or, without a majority that includes ' +
      'one of each side, not agreed. A claim whose objection is sustained is not screened. Nobody is told who voted ' +
      'how.',
  })
  @ApiOkResponse({ type: DeliberationShown })
  async voteOnObjection(
    @UuidParam('caseId') caseId: CaseId,
    @Param('objectionId') objectionId: string,
    @Body() { on }: ObjectionVoteRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DeliberationShown>> {
    const { act, panel, context } = await this.gate.admit(caseId, received);
    return this.done(caseId, { type: 'CastVoteOnObjection', ...act, panel, objectionId, on }, context, received);
  }

  @Act({
    post: 'findings/close',
    as: ['panel'],
    rule: 'I-03',
    decides: askClosing,
    asks: asksDeliberation('AskClosing'),
    refuses: [
      refusals.notCoChair,
      refusals.leaveRuns,
      refusals.claimEvidenceRuns,
      refusals.exhibitStruck,
      refusals.commentsRun,
      refusals.notAllVoted,
      refusals.closingAsked,
      refusals.parityBroken,
      ...seated,
      ...ended,
      ...over,
      ...seen,
    ],
  })
  @ApiOperation({
    summary: 'Ask to close the deliberation',
    description:
      'By a co-chair, once every member has voted on every claim and every objection. When both have asked, it is ' +
      'closed and the findings are made; a vote after the first asking withdraws it. Nothing is closed early while a ' +
      'text rests on an exhibit on which the other side still has time to comment.',
  })
  @ApiOkResponse({ type: DeliberationShown })
  async askToCloseDeliberation(
    @UuidParam('caseId') caseId: CaseId,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<DeliberationShown>> {
    const { act, panel, context } = await this.gate.admit(caseId, received);
    return this.done(caseId, { type: 'AskClosing', ...act, panel }, context, received);
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
