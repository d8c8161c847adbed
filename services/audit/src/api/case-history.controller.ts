import { Readable } from 'node:stream';
import { Controller, Get, Header, Inject, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { refusals, type Caller } from '@parley/access';
import type { Position } from '@parley/event-store';
import { parseInstant } from '@parley/kernel';
import { CURSORS, CurrentCaller, problemCatalogue, ProblemError, Refuses, Roles, UuidParam, type CursorCodec } from '@parley/platform';
import type { FastifyRequest } from 'fastify';
import { CaseHistory } from '../application/case-history';
import { exportLines } from '../application/export-line';
import { AuditApi } from './audit-api';
import { CaseStateResponse } from './case-state.response';
import { showEvent } from './history-entry.response';
import { HistoryQuery, StateQuery } from './history.request';
import { HistoryCheckResponse, HistoryResponse } from './history.response';

const NDJSON = 'application/x-ndjson';
const PAGE = 50;

@ApiTags('history')
@Roles('desk', 'registry', 'panel', 'cohead', 'auditor')
@Refuses(refusals.notFound, refusals.twoCapacities)
@Controller('v1/cases/:caseId/history')
export class CaseHistoryController {
  constructor(
    @Inject(AuditApi) private readonly audit: AuditApi,
    @Inject(CURSORS) private readonly cursors: CursorCodec,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'History of a case',
    description:
      'Every event of every service about the case, in the one order of the store: who, when in law and when recorded, ' +
      'under which rule, in answer to what, with its digest. Events that are not yours to read are absent. ' +
      'With `Accept: application/x-ndjson` the whole history comes as an export.',
  })
  @ApiProduces('application/json', NDJSON)
  @ApiOkResponse({ type: HistoryResponse })
  async page(
    @UuidParam('caseId') caseId: string,
    @CurrentCaller() caller: Caller,
    @Query() query: HistoryQuery,
    @Req() { headers }: FastifyRequest,
  ): Promise<HistoryResponse | StreamableFile> {
    const history = await this.open(caseId, caller);
    if (headers.accept?.includes(NDJSON)) return exportOf(history);
    const scope = `history:${caseId}`;
    const after = query.cursor === undefined ? undefined : this.positionIn(scope, query.cursor);
    const { events, next } = await history.page(after, query.limit ?? PAGE);
    return { items: events.map(showEvent), next: next === undefined ? null : this.cursors.seal(scope, next) };
  }

  @Get('export')
  @Header('content-disposition', 'attachment; filename="history.ndjson"')
  @ApiOperation({
    summary: 'Export of a history',
    description:
      'JSON Lines, one event each: `header` (canonical envelope with the payload’s digest), `payload` (base64) and ' +
      '`commitment`, the SHA-256 of `header`. Anyone can compute them again without this system.',
  })
  @ApiProduces(NDJSON)
  @ApiOkResponse({ description: 'The events that are yours to read, in the one order of the store.', schema: { type: 'string' } })
  async export(@UuidParam('caseId') caseId: string, @CurrentCaller() caller: Caller): Promise<StreamableFile> {
    return exportOf(await this.open(caseId, caller));
  }

  @Get('state')
  @ApiOperation({
    summary: 'State of a case at an instant',
    description:
      'What could have been known of the case at an instant, part by part: made of the events that had been recorded ' +
      'by then, and of no others.',
  })
  @ApiOkResponse({ type: CaseStateResponse })
  async state(
    @UuidParam('caseId') caseId: string,
    @CurrentCaller() caller: Caller,
    @Query() query: StateQuery,
  ): Promise<CaseStateResponse> {
    // Taken before the record is looked at: all that was recorded by then is in it.
    const now = this.audit.clock.now();
    const asOf = (query.asOf === undefined ? undefined : parseInstant(query.asOf)) ?? now;
    const history = await this.open(caseId, caller);
    return { asOf, ...(await history.at(asOf)) };
  }

  @Get('check')
  @ApiOperation({
    summary: 'Check of the hash chain',
    description:
      'Computes the commitment of every event of each stream of the case again, and follows the links from the first event to the head.',
  })
  @ApiOkResponse({ type: HistoryCheckResponse })
  async check(@UuidParam('caseId') caseId: string, @CurrentCaller() caller: Caller): Promise<HistoryCheckResponse> {
    const streams = await (await this.open(caseId, caller)).check();
    return { intact: streams.every(({ kind }) => kind === 'intact'), checkedAt: this.audit.clock.now(), streams };
  }

  /**
   * What the caller may not know of is looked for as long as what is not there: once more after all that is recorded has
   * been heard. So who just filed finds the case, and the time that a 404 takes tells nothing.
   * @throws ProblemError 404
   */
  private async open(caseId: string, caller: Caller): Promise<CaseHistory> {
    const history = await CaseHistory.of(this.audit.store, caseId, caller);
    if (history) return history;
    await this.audit.caughtUp();
    const late = await CaseHistory.of(this.audit.store, caseId, caller);
    if (!late) throw new ProblemError(problemCatalogue.notFound);
    return late;
  }

  private positionIn(scope: string, cursor: string): Position {
    const position = this.cursors.open(scope, cursor);
    if (typeof position !== 'string') throw new ProblemError(problemCatalogue.cursorInvalid);
    return position as Position;
  }
}

const exportOf = (history: CaseHistory): StreamableFile =>
  new StreamableFile(Readable.from(exportLines(history.events()), { objectMode: false }), { type: NDJSON });
