import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Public } from '@parley/auth';
import {
  CURSORS,
  limitOf,
  openPosition,
  problemCatalogue,
  ProblemError,
  sealPosition,
  ShownPage,
  type CursorCodec,
  type PageShown,
} from '@parley/http';
import { readPublicLog } from './docket-log';
import { AuditApi } from '../history/case-state.response';
import { DocketCaseShown, DocketQuery, LogQuery, PublicLogShown, showEntry, showLogged } from './docket.response';
import { DocketLineShown, showLine } from './docket-line.response';

const SCOPE = 'docket';
const LOG_LIMIT = 200;

@ApiTags('Docket')
@Public()
@Controller('v1/docket')
export class DocketController {
  constructor(
    @Inject(AuditApi) private readonly audit: AuditApi,
    @Inject(CURSORS) private readonly cursors: CursorCodec,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'The public docket',
    description: 'Every registered case, the newest registration first (I-55).',
  })
  @ShownPage(() => DocketLineShown, 'A page of the docket.')
  async listDocket(@Query() query: DocketQuery): Promise<PageShown<DocketLineShown>> {
    if (query.after !== undefined) await this.waitFor(query.after);
    const limit = limitOf(query);
    const before = this.placeOf(query.cursor);
    const lines = await this.audit.docket.lines(query, {
      limit: limit + 1,
      ...(before === undefined ? {} : { before }),
    });
    const shown = lines.slice(0, limit);
    const last = lines.length > limit ? shown.at(-1) : undefined;
    const now = this.audit.clock.now();
    const recordedAt = await this.audit.docket.recordedAt();
    return {
      items: shown.map((line) => showLine(line, now)),
      next: last ? this.cursors.seal(SCOPE, last.firstSerial) : null,
      asOf: { position: sealPosition(this.cursors, this.audit.seen()), recordedAt: recordedAt?.toISOString() ?? null },
    };
  }

  @Get('log')
  @ApiOperation({
    summary: 'The public log',
    description:
      'All entries of all cases in one order. Serials run 1, 2, 3 … and never change, so a reader can tell that ' +
      'nothing was left out (I-63).',
  })
  @ApiOkResponse({ type: PublicLogShown })
  async listPublicLog(@Query() { after = 0, limit = LOG_LIMIT }: LogQuery): Promise<PublicLogShown> {
    const entries = await readPublicLog(this.audit.store, after, limit + 1);
    return { items: entries.slice(0, limit).map(showLogged), after: entries.length > limit ? after + limit : null };
  }

  @Get(':docketNumber')
  @ApiOperation({ summary: 'One case of the docket', description: 'Its line and its entries.' })
  @ApiParam({ name: 'docketNumber', description: 'Docket number.', example: 'CN-2025-0001' })
  @ApiOkResponse({ type: DocketCaseShown })
  async readDocketLine(
    @Param('docketNumber') docketNumber: string,
    @Query() { after = 0, limit = LOG_LIMIT }: LogQuery,
  ): Promise<DocketCaseShown> {
    const line = await this.audit.docket.line(docketNumber);
    if (!line) throw new ProblemError(problemCatalogue.notFound);
    const entries = await this.audit.docket.entries(docketNumber, after, limit + 1);
    const shown = entries.slice(0, limit);
    return {
      line: showLine(line, this.audit.clock.now()),
      entries: shown.map(showEntry),
      after: entries.length > limit ? (shown.at(-1)?.serial ?? null) : null,
    };
  }

  /**
   * The log hears of a write through the feed, so this waits for the feed and not for the position of the write itself.
   */
  private async waitFor(position: string): Promise<void> {
    openPosition(this.cursors, position);
    await this.audit.caughtUp();
  }

  private placeOf(cursor: string | undefined): number | undefined {
    if (cursor === undefined) return undefined;
    const place = this.cursors.open(SCOPE, cursor);
    if (typeof place !== 'number') throw new ProblemError(problemCatalogue.cursorInvalid);
    return place;
  }
}
