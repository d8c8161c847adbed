import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@parley/auth';
import { TERMS } from '@parley/contracts';
import { answerPage, MEASURE_ASKED, pageLanguage, type PageReader } from '@parley/http';
import { parseIsoDate, type IsoDate } from '@parley/kernel';
import { foundOfReads } from '@parley/processes';
import { AGREEMENT_CODES, dayAfter, dayStart } from '@parley/procedure';
import type { FastifyReply } from 'fastify';
import type { DocketFilter } from '../docket.table';
import { AuditApi } from '../../history/case-state.response';
import { KeptLog } from '../../log/log.controller';
import { showAttested } from '../../log/log.response';
import { readCase } from '../docket.controller';
import { showLine } from '../docket-line.response';
import { DOCKET_STATUSES } from '../docket-line.rules';
import { readPublicLog } from '../docket-log';
import { DOCKET_STAGES, showEntry, showLogged } from '../docket.response';
import { docketCasePage } from './docket-case.page';
import { docketListPage, type AskedOfDocket } from './docket-list.page';
import { docketEntryPage, docketLogPage } from './docket-log.page';
import { PageContext } from './page-context.page';
import { docketMissingPage } from './page-words.page';
import { LOGS_OF_READS } from './reads-found.page';

type RawQuery = Readonly<Record<string, unknown>>;

const LINES = 50;
/** Entries of one page of the log. */
const ENTRIES = 100;
/** Entries of a case on its page. What they tell together is told of all of them, so a case has hardly ever more. */
const ENTRIES_OF_A_CASE = 5_000;

/**
 * The docket for people: the same facts as the JSON, as pages. A wrong filter shows everything rather than an error.
 */
@ApiExcludeController()
@Public()
@Controller('docket')
export class DocketPagesController {
  constructor(
    @Inject(AuditApi) private readonly audit: AuditApi,
    @Inject(KeptLog) private readonly kept: KeptLog,
  ) {}

  @Get()
  async list(
    @Query() query: RawQuery,
    @Req() reader: PageReader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const page = this.pageFor(reader, reply);
    const filter = filterOf(query, page);
    const before = wholeNumber(query['before']);
    const now = this.audit.clock.now();
    const lines = await this.audit.docket.lines(inInstants(filter, this.audit.zone), {
      limit: LINES + 1,
      now,
      ...(before === undefined ? {} : { before }),
    });
    const shown = lines.slice(0, LINES);
    const older = lines.length > LINES ? shown.at(-1)?.firstSerial : undefined;
    return docketListPage(page, {
      lines: shown.map((line) => showLine(line, now)),
      filter,
      years: await this.audit.docket.years(),
      ...placesOf(before, older),
    });
  }

  @Get('log')
  async log(
    @Query() query: RawQuery,
    @Req() reader: PageReader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const page = this.pageFor(reader, reply);
    const before = wholeNumber(query['before']);
    const found = (await this.audit.docket.newest(ENTRIES + 1, before)).map(({ entry }) => showEntry(entry));
    const entries = found.slice(0, ENTRIES);
    const soFar = await this.kept.log?.soFar();
    return docketLogPage(page, {
      entries,
      ...(soFar ? { attestation: showAttested(soFar) } : {}),
      isHalted: this.kept.log?.halted() !== undefined,
      walk: await this.audit.walks.last(),
      reads: await foundOfReads(this.audit.store, LOGS_OF_READS),
      ...placesOf(before, found.length > ENTRIES ? entries.at(-1)?.serial : undefined),
    });
  }

  @Get('log/:serial')
  async entry(
    @Param('serial') name: string,
    @Req() reader: PageReader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const page = this.pageFor(reader, reply);
    const serial = wholeNumber(name) ?? 0;
    const [found, next] = serial < 1 ? [] : await readPublicLog(this.audit.store, serial - 1, 2);
    if (found === undefined) return missing(page, reply, 'entry');
    return docketEntryPage(page, showLogged(found), next === undefined);
  }

  @Get(':docketNumber')
  async one(
    @Param('docketNumber') docketNumber: string,
    @Req() reader: PageReader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const page = this.pageFor(reader, reply);
    const found = await readCase(this.audit, docketNumber, { cursor: 0, limit: ENTRIES_OF_A_CASE });
    return found === undefined ? missing(page, reply, 'case') : docketCasePage(page, found);
  }

  private pageFor(reader: PageReader, reply: FastifyReply): PageContext {
    const lang = pageLanguage(reader);
    answerPage(reply, lang);
    void reply.header('vary', 'accept-language');
    return new PageContext(lang, this.audit.parties, this.audit.zone, this.audit.trial);
  }
}

function missing(page: PageContext, reply: FastifyReply, of: 'case' | 'entry'): string {
  void reply.code(404);
  return docketMissingPage(page, of);
}

/** Where a page of a list begins and ends, as far as it is not the end of the list. */
const placesOf = (
  before: number | undefined,
  older: number | undefined,
): { readonly before?: number; readonly older?: number } => ({
  ...(before === undefined ? {} : { before }),
  ...(older === undefined ? {} : { older }),
});

const wholeNumber = (value: unknown): number | undefined =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : undefined;

/** A day until the end of the years that a docket can be asked for. */
function dayIn(value: unknown): IsoDate | undefined {
  const day = typeof value === 'string' ? parseIsoDate(value) : undefined;
  return day !== undefined && day < '3000' ? day : undefined;
}

/** The number of a measure as somebody typed it. */
const measureIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= 100 && MEASURE_ASKED.test(value) ? value : undefined;

/** The days of the form as instants: from midnight at the seat to the midnight after the last day. */
const inInstants = ({ dueFrom, dueTo, ...filter }: AskedOfDocket, zone: string): DocketFilter => ({
  ...filter,
  ...(dueFrom === undefined ? {} : { dueFrom: dayStart(dueFrom, { zone }) }),
  ...(dueTo === undefined ? {} : { dueTo: dayStart(dayAfter(dueTo), { zone }) }),
});

function filterOf(query: RawQuery, { parties }: PageContext): AskedOfDocket {
  const party = parties.find(({ code }) => code === query['party'])?.code;
  const year = wholeNumber(query['year']);
  const status = DOCKET_STATUSES.find((one) => one === query['status']);
  const stage = DOCKET_STAGES.find((one) => one === query['stage']);
  const outcome = Object.keys(TERMS.outcome).find((one) => one === query['outcome']);
  const agreement = AGREEMENT_CODES.find((one) => one === query['agreement']);
  const measure = measureIn(query['measure']);
  const [dueFrom, dueTo] = [dayIn(query['dueFrom']), dayIn(query['dueTo'])];
  return {
    ...(party === undefined ? {} : { party }),
    ...(year === undefined ? {} : { year }),
    ...(status === undefined ? {} : { status }),
    ...(stage === undefined ? {} : { stage }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(agreement === undefined ? {} : { agreement }),
    ...(measure === undefined ? {} : { measure }),
    ...(dueFrom === undefined ? {} : { dueFrom }),
    ...(dueTo === undefined ? {} : { dueTo }),
  };
}
