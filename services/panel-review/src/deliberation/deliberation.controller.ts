import { Body, Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import type { CommandContext } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  Act,
  atRevision,
  CurrentCaller,
  PURPOSE_HEADER,
  Reading,
  Received,
  Refuses,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import type { FastifyRequest } from 'fastify';
import { Deliberations } from '../panel/repositories';
import type { DeliberationAct } from './votes.rules';
import { refusals } from '../panel/refusals.rules';
import { answerDeliberation, DeliberationShown, showDeliberation } from './deliberation.response';
import { NoteRequest, ReasonsRequest, StatementRequest, VoteRequest } from '../findings/findings.request';
import { PanelGate } from '../panel/panel.http';
import { castVote, writeNote, giveReasons, giveStatement, askClosing } from './votes.rules';

const WRITING = { as: ['panel'], rule: 'S9' } as const;
const over = [
  refusals.screeningEnded,
  refusals.screeningSuspended,
  refusals.longStopPassed,
  refusals.panelImpossible,
  refusals.twoCapacities,
] as const;
const seen = [accessRefusals.notFound, accessRefusals.notYourRole, accessRefusals.twoCapacities] as const;
const seated = [refusals.notSeated, refusals.challenged, refusals.deliberationClosed] as const;
const ended = [refusals.notDeciding, refusals.votingOver] as const;
const deciding = [...ended, refusals.unknownClaim, refusals.claimWithdrawn] as const;
const written = [refusals.unknownExhibit, refusals.textsTooLong] as const;

/** S9, behind closed doors: votes, reasons, statements and notes. A resource of its own, with its own `ETag`. */
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
  @ApiOperation({
    summary: 'Read the deliberation',
    description:
      'For seated members without an undecided challenge, and for nobody else before or after release (I-09, I-14).',
  })
  @ApiHeader(PURPOSE_HEADER)
  @ApiOkResponse({ type: DeliberationShown })
  @Refuses(refusals.notSeated, refusals.challenged, ...seen)
  async read(
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
    refuses: [refusals.parityBroken, ...seated, ...deciding, ...over, ...seen],
  })
  @ApiOperation({
    summary: 'Vote on a claim',
    description: 'Once per claim; sent again before closing, the vote is changed by an entry of its own.',
  })
  @ApiOkResponse({ type: DeliberationShown })
  async vote(
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

  @Act({ post: 'panel/deliberation-notes', ...WRITING, decides: writeNote, refuses: [...seated, ...over, ...seen] })
  @ApiOperation({ summary: 'Write a note to the other members' })
  @ApiOkResponse({ type: DeliberationShown })
  async note(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { text }: NoteRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DeliberationShown>> {
    const { act, panel, context } = await this.gate.admit(caseId, received);
    return this.done(caseId, { type: 'WriteNote', ...act, panel, text }, context, received);
  }

  @Act({
    post: 'findings/reasons',
    ...WRITING,
    decides: giveReasons,
    refuses: [...written, ...seated, ...deciding, ...over, ...seen],
  })
  @ApiOperation({
    summary: 'Give reasons for an outcome',
    description:
      'Released with the findings, without the name of who gave them, when the claim has that outcome. ' +
      'Given again, they take the place of the former.',
  })
  @ApiOkResponse({ type: DeliberationShown })
  async reasons(
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
    post: 'findings/statements',
    as: ['panel'],
    rule: 'I-13',
    decides: giveStatement,
    refuses: [...written, ...seated, ...deciding, ...over, ...seen],
  })
  @ApiOperation({
    summary: 'Give the separate statement of one’s side',
    description:
      'Released with a claim that is not agreed (I-13). Given again, it takes the place of the former of that side.',
  })
  @ApiOkResponse({ type: DeliberationShown })
  async statement(
    @UuidParam('caseId') caseId: CaseId,
    @Body() body: StatementRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DeliberationShown>> {
    const { act, panel, context } = await this.gate.admit(caseId, received);
    const { claim: claimId, text, exhibits } = body;
    return this.done(caseId, { type: 'GiveStatement', ...act, panel, claimId, text, exhibits }, context, received);
  }

  @Act({
    post: 'findings/close',
    as: ['panel'],
    rule: 'I-03',
    decides: askClosing,
    refuses: [
      refusals.notCoChair,
      refusals.claimsNotVoted,
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
      'By a co-chair, once every member has voted on every claim. When both have asked, it is closed and ' +
      'the findings are made; a vote after the first asking withdraws it.',
  })
  @ApiOkResponse({ type: DeliberationShown })
  async close(
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
