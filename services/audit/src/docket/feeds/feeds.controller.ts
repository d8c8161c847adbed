import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public } from '@parley/auth';
import {
  answerFeed,
  CALENDAR,
  EnumField,
  html,
  problemCatalogue,
  ProblemError,
  PUBLIC_URL,
  QueryIntField,
  type Html,
} from '@parley/http';
import type { Bilingual, Language } from '@parley/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditApi } from '../../history/case-state.response';
import { lineOf } from '../docket.controller';
import { calendarOfCase } from './case-calendar.http';
import { entryId, feedPath, pageOf, placeOf, titleOf, type DocketFeed, type PublishedEntry } from './feeds.http';
import { JsonFeedShown } from './feeds.response';

class LanguageQuery {
  @EnumField({
    meaning: 'Language; English when left out.',
    example: 'zh-Hans',
    values: ['en', 'zh-Hans'],
    optional: true,
  })
  readonly lang?: Language;
}

class FeedQuery extends LanguageQuery {
  @QueryIntField({
    meaning: 'Only entries before this serial; from the newest when left out.',
    example: 51,
    min: 1,
    max: 2_147_483_647,
    optional: true,
  })
  readonly before?: number;
}

/** A feed keeps its id for ever, even if its address changes. */
const FEED_IDS: Readonly<Record<Language, string>> = {
  en: 'urn:uuid:2b0c9f3e-6d0c-4a53-9a0f-5d0d6b9d8a01',
  'zh-Hans': 'urn:uuid:2b0c9f3e-6d0c-4a53-9a0f-5d0d6b9d8a02',
};

/** When a feed without entries last changed: it must say so (RFC 4287). */
const NEVER = '1970-01-01T00:00:00.000Z';

/** The feed as Atom (RFC 4287), with its pages linked by RFC 5005. */
function atomFeed({ lang, entries, older, site }: DocketFeed): string {
  const other: Language = lang === 'en' ? 'zh-Hans' : 'en';
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
<id>${FEED_IDS[lang]}</id>
<title>${feedWords.title[lang]}</title>
<subtitle>${feedWords.description[lang]}</subtitle>
<updated>${entries[0]?.enteredAt ?? NEVER}</updated>
<author><name>${feedWords.author[lang]}</name></author>
<link rel="self" type="application/atom+xml" href="${site}${feedPath('atom', lang)}"/>
<link rel="alternate" type="text/html" hreflang="${lang}" href="${site}/docket?lang=${lang}"/>
<link rel="related" type="application/atom+xml" hreflang="${other}" href="${site}${feedPath('atom', other)}"/>
${older !== null && html`<link rel="next" type="application/atom+xml" href="${site}${feedPath('atom', lang, older)}"/>`}
${entries.map((published) => atomEntry(published, lang, site))}
</feed>
`.markup;
}

const atomEntry = (published: PublishedEntry, lang: Language, site: string): Html => html`<entry>
<id>${entryId(published, lang)}</id>
<title>${titleOf(published, lang)}</title>
<updated>${published.enteredAt}</updated>
<published>${published.enteredAt}</published>
<link rel="alternate" type="text/html" hreflang="${lang}" href="${site}${pageOf(published, lang)}"/>
<category term="${published.entry.kind}"/>
<content type="text">${published.entry.texts[lang]}</content>
</entry>
`;

const feedWords = {
  title: { en: 'Public docket: every entry', 'zh-Hans': '公开案件登记簿：全部条目' },
  description: {
    en:
      'Serials run 1, 2, 3 … without a gap and never change: nothing was left out. The secretariat ' +
      'advises; it does not judge.',
    'zh-Hans': '序号为 1、2、3……连续不断且永不更改：没有遗漏。秘书处提供意见，不作裁决。',
  },
  author: { en: 'Dispute Screening Secretariat', 'zh-Hans': '争端筛查秘书处' },
} as const satisfies Record<string, Bilingual>;

/**
 * The feed as JSON Feed 1.1. The extension `_parley` holds the serial, by which a reader sees that nothing is missing.
 */
function jsonFeed({ lang, entries, older, site }: DocketFeed): JsonFeedShown {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: feedWords.title[lang],
    description: feedWords.description[lang],
    home_page_url: `${site}/docket?lang=${lang}`,
    feed_url: `${site}${feedPath('json', lang)}`,
    ...(older === null ? {} : { next_url: `${site}${feedPath('json', lang, older)}` }),
    language: lang,
    authors: [{ name: feedWords.author[lang] }],
    items: entries.map((published) => ({
      id: entryId(published, lang),
      url: `${site}${pageOf(published, lang)}`,
      title: titleOf(published, lang),
      content_text: published.entry.texts[lang],
      date_published: published.enteredAt,
      language: lang,
      tags: [published.entry.kind],
      _parley: placeOf(published.entry),
    })),
  };
}

const ATOM = 'application/atom+xml';
const JSON_FEED = 'application/feed+json';
const ENTRIES = 50;

/**
 * The public docket as feeds to subscribe to: the same entries as the public log, the newest first, in either language
 * (I-57).
 */
@ApiTags('Docket')
@Public()
@Controller('docket')
export class DocketFeedsController {
  constructor(
    @Inject(AuditApi) private readonly audit: AuditApi,
    @Inject(PUBLIC_URL) private readonly site: string,
  ) {}

  @Get('feed.atom')
  @ApiOperation({
    summary: 'Follow the docket by Atom',
    description: 'The newest 50 entries of the public log, and links to those before them. Serials have no gap (I-63).',
  })
  @ApiProduces(ATOM)
  @ApiOkResponse({ schema: { type: 'string' }, description: 'An Atom feed (RFC 4287).' })
  async followDocketByAtom(
    @Query() query: FeedQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return answerFeed({ type: ATOM, body: atomFeed(await this.feed(query)) }, request, reply);
  }

  @Get('feed.json')
  @ApiOperation({
    summary: 'Follow the docket by JSON Feed',
    description:
      'The newest 50 entries of the public log, and a link to those before them. Serials have no gap (I-63).',
  })
  @ApiProduces(JSON_FEED)
  @ApiOkResponse({ type: JsonFeedShown })
  async followDocketByJsonFeed(
    @Query() query: FeedQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return answerFeed({ type: JSON_FEED, body: JSON.stringify(jsonFeed(await this.feed(query))) }, request, reply);
  }

  @Get(':docketNumber/calendar.ics')
  @ApiOperation({ summary: 'Follow the public limits of a case in a calendar', description: 'RFC 5545.' })
  @ApiProduces(CALENDAR)
  @ApiParam({ name: 'docketNumber', description: 'Docket number.', example: 'CN-2025-0001' })
  @ApiOkResponse({ schema: { type: 'string' }, description: 'A calendar (RFC 5545).' })
  async downloadCaseCalendar(
    @Param('docketNumber') docketNumber: string,
    @Query() { lang = 'en' }: LanguageQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const line = await lineOf(this.audit, docketNumber);
    if (line === undefined) throw new ProblemError(problemCatalogue.notFound);
    return answerFeed(calendarOfCase(line, { lang, site: this.site, now: this.audit.clock.now() }), request, reply);
  }

  private async feed({ lang = 'en', before }: FeedQuery): Promise<DocketFeed> {
    const found = await this.audit.docket.newest(ENTRIES + 1, before);
    const entries = found.slice(0, ENTRIES);
    const older = found.length > ENTRIES ? (entries.at(-1)?.entry.serial ?? null) : null;
    return { lang, entries, older, site: this.site };
  }
}
