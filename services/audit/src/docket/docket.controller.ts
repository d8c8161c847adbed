import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Public } from '@parley/auth';
import {
  CURSORS,
  openPosition,
  questionOf,
  problemCatalogue,
  ProblemError,
  sealPosition,
  ShownList,
  type CursorCodec,
  type PageShown,
  pageOfRecord,
  shownAs,
} from '@parley/http';
import { readPublicLog } from './docket-log';
import { AuditApi } from '../history/case-state.response';
import { KeptLog } from '../log/log.controller';
import { showAttested } from '../log/log.response';
import { DocketCaseShown, DocketQuery, LogQuery, PublicLogShown, showEntry, showLogged } from './docket.response';
import type { DocketLine } from './docket-line.rules';
import { DocketLineShown, showLine } from './docket-line.response';

const LOG_LIMIT = 200;

@ApiTags('Docket')
@Public()
@Controller('v1/docket')
export class DocketController {
  constructor(
    @Inject(AuditApi) private readonly audit: AuditApi,
    @Inject(CURSORS) private readonly cursors: CursorCodec,
    @Inject(KeptLog) private readonly kept: KeptLog,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'The public docket',
    description: 'Every registered case, the newest registration first (I-55).',
  })
  @ShownList(() => DocketLineShown, 'A page of the docket.')
  async listDocket(@Query() query: DocketQuery): Promise<PageShown<DocketLineShown>> {
    if (query.after !== undefined) openPosition(this.cursors, query.after);
    const now = this.audit.clock.now();
    const page = await pageOfRecord(
      { scope: questionOf('docket', query), cursors: this.cursors },
      query,
      (limit, before: number | undefined) =>
        this.audit.docket.lines(query, { limit, now, ...(before === undefined ? {} : { before }) }),
      ({ firstSerial }) => firstSerial,
    );
    const recordedAt = await this.audit.docket.recordedAt();
    return {
      ...shownAs(page, (line) => showLine(line, now)),
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
  async listPublicLog(@Query() { cursor = 0, limit = LOG_LIMIT }: LogQuery): Promise<PublicLogShown> {
    const entries = await readPublicLog(this.audit.store, cursor, limit + 1);
    const soFar = await this.kept.log?.soFar();
    return {
      items: entries.slice(0, limit).map(showLogged),
      next: entries.length > limit ? String(cursor + limit) : null,
      asOf: null,
      attestation: soFar ? showAttested(soFar) : null,
    };
  }

  @Get(':docketNumber')
  @ApiOperation({ summary: 'One case of the docket', description: 'Its line and its entries.' })
  @ApiParam({ name: 'docketNumber', description: 'Docket number.', example: 'CN-2025-0001' })
  @ApiOkResponse({ type: DocketCaseShown })
  async readDocketLine(
    @Param('docketNumber') docketNumber: string,
    @Query() { cursor = 0, limit = LOG_LIMIT }: LogQuery,
  ): Promise<DocketCaseShown> {
    const shown = await readCase(this.audit, docketNumber, { cursor, limit });
    if (!shown) throw new ProblemError(problemCatalogue.notFound);
    return shown;
  }
}

/** The line of a case, also where its registration is only on its way to the docket. */
export const lineOf = async ({ docket, caughtUp }: AuditApi, docketNumber: string): Promise<DocketLine | undefined> =>
  (await docket.line(docketNumber)) ?? (await caughtUp(), docket.line(docketNumber));

/** One case as JSON has it; `undefined` where it is not on the docket. */
export async function readCase(
  audit: AuditApi,
  docketNumber: string,
  { cursor, limit }: { readonly cursor: number; readonly limit: number },
): Promise<DocketCaseShown | undefined> {
  const line = await lineOf(audit, docketNumber);
  if (line === undefined) return undefined;
  const entries = await audit.docket.entries(docketNumber, cursor, limit + 1);
  const shown = entries.slice(0, limit);
  return {
    line: showLine(line, audit.clock.now()),
    entries: shown.map(showEntry),
    next: entries.length > limit ? String(shown.at(-1)?.serial) : null,
  };
}
