import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@parley/auth';
import { answerPage, pageLanguage, type PageReader } from '@parley/http';
import type { FastifyReply } from 'fastify';
import type { DocketFilter } from '../docket.table';
import { AuditApi } from '../../history/case-state.response';
import { DOCKET_STAGES } from '../docket.response';
import { docketCasePage } from './docket-case.page';
import { docketListPage, PageContext } from './page-context.page';
import { docketMissingPage } from './page-words.page';

type RawQuery = Readonly<Record<string, unknown>>;

const LINES = 50;
const ENTRIES = 1_000;

/**
 * The docket for people: the same facts as the JSON, as pages. A wrong filter shows everything rather than an error.
 */
@ApiExcludeController()
@Public()
@Controller('docket')
export class DocketPagesController {
  constructor(@Inject(AuditApi) private readonly audit: AuditApi) {}

  @Get()
  async list(
    @Query() query: RawQuery,
    @Req() reader: PageReader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const page = this.pageFor(reader, reply);
    const filter = filterOf(query, page);
    const before = wholeNumber(query['before']);
    const lines = await this.audit.docket.lines(filter, {
      limit: LINES + 1,
      ...(before === undefined ? {} : { before }),
    });
    const shown = lines.slice(0, LINES);
    const older = lines.length > LINES ? shown.at(-1)?.firstSerial : undefined;
    const places = { ...(before === undefined ? {} : { before }), ...(older === undefined ? {} : { older }) };
    return docketListPage(page, { lines: shown, filter, years: await this.audit.docket.years(), ...places });
  }

  @Get(':docketNumber')
  async one(
    @Param('docketNumber') docketNumber: string,
    @Req() reader: PageReader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const page = this.pageFor(reader, reply);
    const line = await this.audit.docket.line(docketNumber);
    if (line === undefined) {
      void reply.code(404);
      return docketMissingPage(page);
    }
    const entries = await this.audit.docket.entries(docketNumber, 0, ENTRIES + 1);
    return docketCasePage(page, { line, entries: entries.slice(0, ENTRIES), more: entries.length > ENTRIES });
  }

  private pageFor(reader: PageReader, reply: FastifyReply): PageContext {
    const lang = pageLanguage(reader);
    answerPage(reply, lang);
    void reply.header('vary', 'accept-language');
    return new PageContext(lang, this.audit.parties, this.audit.clock.now(), this.audit.zone);
  }
}

const wholeNumber = (value: unknown): number | undefined =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : undefined;

function filterOf(query: RawQuery, { parties }: PageContext): DocketFilter {
  const party = parties.find(({ code }) => code === query['party'])?.code;
  const year = wholeNumber(query['year']);
  const stage = DOCKET_STAGES.find((one) => one === query['stage']);
  return {
    ...(party === undefined ? {} : { party }),
    ...(year === undefined ? {} : { year }),
    ...(stage === undefined ? {} : { stage }),
  };
}
