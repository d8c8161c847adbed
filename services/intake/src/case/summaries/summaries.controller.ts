import { Body, Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiSchema, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { Roles } from '@parley/auth';
import {
  Act,
  atRevision,
  AuthoredText,
  CurrentCaller,
  EnumField,
  LateClaims,
  Logged,
  MayComeLateRequest,
  Received,
  Refuses,
  respond,
  Shown,
  TextField,
  TextsField,
  UuidParam,
  type Answer,
  type ReceivedAct,
  wholeList,
  ListEndShown,
} from '@parley/http';
import type { CaseId } from '@parley/kernel';
import type { FiledCase } from '../case-commands.rules';
import { Cases } from '../../repositories';
import { admitToCase, asksCase, CaseGate } from '../case-gate.http';
import { revisionFor } from '../case-list.http';
import { refusals } from '../refusals.rules';
import { filedCase } from '../show-case.response';
import { SUMMARY_ANSWERS, summaryRefusals, type SummaryAnswer, summaryActs } from './summaries.rules';

class SummaryRequestRequest {
  @TextField({
    meaning:
      'What is to be summarised, such as the data behind a passage of the reply. What is before the panel both ' +
      'parties read itself, so that no exhibit hangs on the answer.',
    example: 'The prices behind paragraph 4 of the reply',
    max: 500,
  })
  readonly of: string;

  @TextsField({ meaning: 'Why it is needed; may be empty.', example: [], min: 0, max: 5_000, multiline: true })
  readonly reasons: readonly AuthoredText[];
}

class SummaryAnswerRequest extends MayComeLateRequest {
  @EnumField({ meaning: 'Whether the summary is given, or declined.', example: 'given', values: SUMMARY_ANSWERS })
  readonly answer: SummaryAnswer;

  @TextsField({
    meaning: 'The summary, or why none is given.',
    example: [{ lang: 'en', text: 'Prices fell by about a third.', kind: 'original' }],
    max: 20_000,
    multiline: true,
  })
  readonly text: readonly AuthoredText[];
}

const STATUSES = ['open', 'given', 'declined', 'unanswered'] as const;

@ApiSchema({ description: 'A request for a summary, with its answer.' })
export class SummaryShown {
  @Shown({ meaning: 'Id of the request within the case.', example: 'summary:US:1', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'Party that asked.', kind: 'party' })
  readonly askedBy: string;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly askedAt: string;

  @Shown({ meaning: 'What is to be summarised.', example: 'The prices behind paragraph 4 of the reply', max: 500 })
  readonly of: string;

  @Shown({ meaning: 'Why.', type: () => AuthoredText, list: true })
  readonly reasons: readonly AuthoredText[];

  @Shown({ meaning: 'What became of it.', values: STATUSES })
  readonly status: string;

  @Shown({
    meaning: 'When it was answered, or its time was over (UTC); `null` while it is open.',
    format: 'date-time',
    nullable: true,
  })
  readonly settledAt: string | null;

  @Shown({
    meaning: 'By when it is to be answered (UTC); `null` when no time runs.',
    format: 'date-time',
    nullable: true,
  })
  readonly dueAt: string | null;

  @Shown({ meaning: 'The summary, or why none was given.', type: () => AuthoredText, list: true })
  readonly text: readonly AuthoredText[];
}

@ApiSchema({ description: 'Requests for summaries in a case, oldest first.' })
class SummariesShown extends ListEndShown {
  @Shown({ meaning: 'The requests.', type: () => SummaryShown, list: true })
  readonly items: readonly SummaryShown[];
}

const showSummaries = ({ summaries, running }: FiledCase): SummariesShown =>
  wholeList(
    summaries.map(({ id, askedBy, askedAt, of, reasons, outcome }) => ({
      ...{ id, askedBy, askedAt, of, reasons },
      status: outcome === 'open' ? outcome : outcome.kind,
      settledAt: outcome === 'open' ? null : outcome.at,
      dueAt: running[id]?.dueAt ?? null,
      text: outcome !== 'open' && 'text' in outcome ? outcome.text : [],
    })),
  );

const ASKING = { as: ['desk'], rule: 'addressing' } as const;
const seen = [
  refusals.screeningEnded,
  refusals.notAParty,
  accessRefusals.notFound,
  accessRefusals.notYourRole,
] as const;

/**
 * What one party may know of the other's confidential material: its requests, and whether they were met, with dates.
 */
@ApiTags('Summaries')
@Controller('v1/cases/:caseId/summaries')
export class SummariesController {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(LateClaims) private readonly late: LateClaims,
  ) {}

  @Get()
  @Roles({ rule: 'addressing' }, 'desk', 'registry', 'panel', 'cohead', 'auditor')
  @Logged({ subject: 'summaries', tier: 'PANEL' })
  @ApiOperation({
    summary: 'Read the requests for summaries',
    description: 'With answer and date: for both parties, the registry and the panel.',
  })
  @ApiOkResponse({ type: SummariesShown })
  @Refuses(accessRefusals.notFound)
  async readSummaryRequests(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
  ): Promise<Answer<SummariesShown>> {
    const { state, revision, betweenParties } = await this.gate.open(caseId, caller);
    return revisionFor(betweenParties, atRevision(showSummaries(state), revision));
  }

  @Act({
    post: '',
    ...ASKING,
    asks: asksCase('RequestSummary'),
    decides: summaryActs.RequestSummary,
    refuses: [refusals.suspended, summaryRefusals.notRegistered, summaryRefusals.tooManyRequests, ...seen],
  })
  @ApiOperation({
    summary: 'Ask the other party for a non-confidential summary',
    description:
      'That it was asked for, and then given, declined or not answered by the end of its time, is a public fact; no ' +
      'clock waits for it.',
  })
  @ApiOkResponse({ type: SummariesShown })
  async askForSummary(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { of, reasons }: SummaryRequestRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<SummariesShown>> {
    const { act, context } = await admitToCase(this.gate, this.cases, caseId, received);
    return respond(
      await this.cases.act(caseId, { type: 'RequestSummary', ...act, of, reasons }, context),
      ({ state }) => showSummaries(filedCase(state)),
    );
  }

  @Act({
    post: ':summaryId/answer',
    ...ASKING,
    asks: asksCase('AnswerSummary'),
    late: true,
    decides: summaryActs.AnswerSummary,
    refuses: [
      refusals.suspended,
      summaryRefusals.unknownSummary,
      summaryRefusals.ownRequest,
      summaryRefusals.summaryAnswered,
      summaryRefusals.summaryLate,
      ...seen,
    ],
  })
  @ApiParam({ name: 'summaryId', description: 'Id of the request within the case.', example: 'summary:US:1' })
  @ApiOperation({
    summary: 'Answer a request for a summary',
    description: 'With the summary, or with why none is given. Which of the two it was is public, and its text is not.',
  })
  @ApiOkResponse({ type: SummariesShown })
  async answerSummaryRequest(
    @UuidParam('caseId') caseId: CaseId,
    @Param('summaryId') summaryId: string,
    @Body() { answer, text, received: came }: SummaryAnswerRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<SummariesShown>> {
    const { act, context } = await admitToCase(this.gate, this.cases, caseId, received);
    const answering = { type: 'AnswerSummary', ...act, summaryId, answer, text } as const;
    const command = await this.late.of(answering, came, context);
    return respond(await this.cases.act(caseId, command, context), ({ state }) => showSummaries(filedCase(state)));
  }
}
