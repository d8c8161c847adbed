import { Readable } from 'node:stream';
import { Controller, Get, Header, Inject, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiNotModifiedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { refusals, type Caller } from '@parley/access';
import { namesOf } from '@parley/contracts';
import type { Position } from '@parley/event-store';
import { parseInstant, refuse, type CaseId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  CURSORS,
  CurrentCaller,
  Logged,
  namesTag,
  problemCatalogue,
  ProblemError,
  Reading,
  Refuses,
  UuidParam,
  type CursorCodec,
  limitOf,
  type PageShown,
  ShownList,
  questionOf,
} from '@parley/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CaseHistory } from './case-history';
import { KeptLog } from '../log/log.controller';
import { proveExport } from '../log/prove-export';
import { exportLines } from './export-lines';
import { AuditApi, CaseDifferenceShown, CaseStateShown, HistoryGate } from './case-state.response';
import { HistoryCheckShown, HistoryEntryShown, showEvent } from './history.response';
import { DifferenceQuery, historyList, HistoryRequest, StateQuery } from './history.request';

const NDJSON = 'application/x-ndjson';
/** The most events that a difference lists; the history has them all. */
const MOST_EVENTS = 200;
const IF_NONE_MATCH = {
  name: 'If-None-Match',
  description: 'The ETag of the page that you have.',
  required: false,
  example: '"5e1d6bd7"',
} as const;

type Extent = 'page' | 'state' | 'difference' | 'export' | 'check';
/** Extents that lay open the links of whole streams. */
const LINKING: readonly Extent[] = ['export', 'check'];
/** The refusal for readers who may not count the events between the parties alone. */
const linksSealed = { ...refusals.notYourRole, rule: 'I-43' } as const;

const instantsReversed = {
  code: 'instants-reversed',
  rule: 'I-36',
  status: 422,
  en: 'The second instant is not before the first.',
  'zh-Hans': '第二个时刻不得早于第一个时刻。',
} as const;

@ApiTags('History')
@Roles('desk', 'registry', 'panel', 'cohead', 'auditor')
@Refuses(refusals.notFound, refusals.twoCapacities, linksSealed)
@Controller('v1/cases/:caseId/history')
export class CaseHistoryController {
  constructor(
    @Inject(AuditApi) private readonly audit: AuditApi,
    @Inject(HistoryGate) private readonly gate: HistoryGate,
    @Inject(Reading) private readonly reading: Reading,
    @Inject(CURSORS) private readonly cursors: CursorCodec,
    @Inject(KeptLog) private readonly kept: KeptLog,
  ) {}

  @Get()
  @Logged()
  @ApiOperation({
    summary: 'History of a case',
    description:
      'Events of every service about the case that are yours to read, in the one order of the store; plumbing with ' +
      '`kind=all` alone. With `Accept: application/x-ndjson` all come as an export. `ETag` stays as long as you see ' +
      'the same events.',
  })
  @ApiHeader(IF_NONE_MATCH)
  @ApiProduces('application/json', NDJSON)
  @ShownList(() => HistoryEntryShown, 'A page of events, in the one order of the store.')
  @ApiNotModifiedResponse({ description: 'You see the same events as when you were given this ETag.' })
  async listHistory(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Query() query: HistoryRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageShown<HistoryEntryShown> | StreamableFile | undefined> {
    if (request.headers.accept?.includes(NDJSON)) return this.exported(caseId, caller, request);
    const history = await this.gate.open(caseId, caller);
    const tag = `"${await history.tag()}"`;
    void reply.header('etag', tag);
    // Nothing is handed out, so no read is put on record.
    if (namesTag(request.headers['if-none-match'], tag)) return void reply.code(304);
    await this.note(history, caseId, 'page', caller, request);
    const { limit: _, cursor, ...narrowing } = query;
    const scope = questionOf(historyList(caseId), query);
    const after = cursor === undefined ? undefined : this.positionIn(scope, cursor);
    const { events, next } = await history.page(after, limitOf(query), narrowing);
    return {
      items: events.map((event) => showEvent(event, history, namesOf(this.audit.parties))),
      next: next === undefined ? null : this.cursors.seal(scope, next),
      asOf: null,
    };
  }

  @Get('export')
  @Logged()
  @Header('content-disposition', 'attachment; filename="history.ndjson"')
  @ApiOperation({
    summary: 'Export of a history',
    description:
      'JSON Lines: events (`header`, `payload` in base64; `commitment`, the SHA-256 of `header`), a `stub` for each ' +
      'that is not yours, each stream’s `head`, and proofs.',
  })
  @ApiProduces(NDJSON)
  @ApiOkResponse({
    description: 'The events that are yours to read, in the one order of the store.',
    schema: { type: 'string' },
  })
  async exportHistory(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    return this.exported(caseId, caller, request);
  }

  @Get('state')
  @Logged()
  @ApiOperation({
    summary: 'State of a case at an instant',
    description:
      'The case as it could be known at an instant, from what had been recorded by then. With `as` as one of the ' +
      'parties, the panel or the public saw it.',
  })
  @ApiOkResponse({ type: CaseStateShown })
  async readCaseState(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Query() query: StateQuery,
    @Req() request: FastifyRequest,
  ): Promise<CaseStateShown> {
    // The clock is read before the record, so that the record holds all that was recorded by then.
    const now = this.audit.clock.now();
    const asOf = (query.asOf === undefined ? undefined : parseInstant(query.asOf)) ?? now;
    const history = await this.read(caseId, 'state', caller, request);
    const state = query.as === undefined ? await history.at(asOf) : await history.seenBy(query.as, asOf);
    return history.linked
      ? { asOf, ...state }
      : { asOf, ...state, parts: state.parts.map((part) => ({ ...part, revision: null })) };
  }

  @Get('difference')
  @Logged()
  @ApiOperation({
    summary: 'Difference of a case between two instants',
    description: 'What was recorded in between and what it changed.',
  })
  @ApiOkResponse({ type: CaseDifferenceShown })
  @Refuses(instantsReversed)
  async compareCaseStates(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Query() query: DifferenceQuery,
    @Req() request: FastifyRequest,
  ): Promise<CaseDifferenceShown> {
    const now = this.audit.clock.now();
    const from = parseInstant(query.from) ?? now;
    const to = (query.to === undefined ? undefined : parseInstant(query.to)) ?? now;
    if (to < from) throw ProblemError.refused(refuse(instantsReversed, '/to'));
    const history = await this.read(caseId, 'difference', caller, request);
    const { events, ...difference } = await history.between(from, to, MOST_EVENTS);
    return {
      from,
      to,
      ...difference,
      events: events.map((event) => showEvent(event, history, namesOf(this.audit.parties))),
    };
  }

  @Get('check')
  @Logged()
  @ApiOperation({
    summary: 'Check of the hash chain',
    description: 'Computes every commitment of the case’s streams again, and follows the links to their heads.',
  })
  @ApiOkResponse({ type: HistoryCheckShown })
  async checkHistory(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<HistoryCheckShown> {
    const streams = await (await this.read(caseId, 'check', caller, request)).check();
    return { intact: streams.every(({ kind }) => kind === 'intact'), checkedAt: this.audit.clock.now(), streams };
  }

  private async exported(caseId: CaseId, caller: Caller, request: FastifyRequest): Promise<StreamableFile> {
    const history = await this.read(caseId, 'export', caller, request);
    const { log } = this.kept;
    const lines = exportLines(history, log && ((events) => proveExport(log, this.audit.store, events)));
    return new StreamableFile(Readable.from(lines, { objectMode: false }), { type: NDJSON });
  }

  /** Opens a history and puts on record, before anything is handed out, who reads what of it (I-40). */
  private async read(caseId: CaseId, what: Extent, caller: Caller, request: FastifyRequest): Promise<CaseHistory> {
    const history = await this.gate.open(caseId, caller);
    if (LINKING.includes(what) && !history.linked) throw ProblemError.refused(refuse(linksSealed));
    await this.note(history, caseId, what, caller, request);
    return history;
  }

  private async note(
    history: CaseHistory,
    caseId: CaseId,
    what: Extent,
    caller: Caller,
    request: FastifyRequest,
  ): Promise<void> {
    const handed = history.sealedTiers().map((tier) => ({ subject: 'history', what, tier }));
    await this.reading.note(caseId, handed, caller, request);
  }

  private positionIn(scope: string, cursor: string): Position {
    const position = this.cursors.open(scope, cursor);
    if (typeof position !== 'string') throw new ProblemError(problemCatalogue.cursorInvalid);
    return position as Position;
  }
}
