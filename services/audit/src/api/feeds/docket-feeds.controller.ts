import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public } from '@parley/auth';
import type { FastifyReply } from 'fastify';
import { AuditApi } from '../audit-api';
import { atomFeed } from './atom-feed';
import { FeedQuery } from './feed.request';
import type { DocketFeed } from './feed-entry';
import { jsonFeed } from './json-feed';

const ATOM = 'application/atom+xml';
const JSON_FEED = 'application/feed+json';
const ENTRIES = 50;

/**
 * The public docket for who wants to be told: the same entries as the public log, the newest first, in either language
 * (I-57).
 */
@ApiTags('docket')
@Public()
@Controller('docket')
export class DocketFeedsController {
  constructor(@Inject(AuditApi) private readonly audit: AuditApi) {}

  @Get('feed.atom')
  @ApiOperation({
    summary: 'Follow the docket by Atom',
    description: 'The newest 50 entries of the public log, and links to those before them. Serials have no gap (I-63).',
  })
  @ApiProduces(ATOM)
  @ApiOkResponse({ schema: { type: 'string' }, description: 'An Atom feed (RFC 4287).' })
  async atom(@Query() query: FeedQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('content-type', `${ATOM}; charset=utf-8`);
    return atomFeed(await this.feed(query), this.audit.clock.now());
  }

  @Get('feed.json')
  @ApiOperation({
    summary: 'Follow the docket by JSON Feed',
    description:
      'The newest 50 entries of the public log, and a link to those before them. Serials have no gap (I-63).',
  })
  @ApiProduces(JSON_FEED)
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true }, description: 'A JSON Feed, version 1.1.' })
  async json(@Query() query: FeedQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    void reply.header('content-type', `${JSON_FEED}; charset=utf-8`);
    return jsonFeed(await this.feed(query));
  }

  private async feed({ lang = 'en', before }: FeedQuery): Promise<DocketFeed> {
    const found = await this.audit.docket.newest(ENTRIES + 1, before);
    const entries = found.slice(0, ENTRIES);
    return { lang, entries, older: found.length > ENTRIES ? (entries.at(-1)?.entry.serial ?? null) : null };
  }
}
