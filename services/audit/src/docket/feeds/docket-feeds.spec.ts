import { escapeText } from '@parley/http';
import { instantFromMillis } from '@parley/kernel';
import { parsedCalendar } from '@parley/testing';
import { runAudit, type RunningAudit } from '../../running-audit.fixture';
import { OF_NO_CASE } from '../docket-deadlines.rules';
import { caseIdOf, registered, storyOf } from '../docket-story.fixture';
import { placeOf } from './feeds.http';

interface JsonFeed {
  readonly feed_url: string;
  readonly home_page_url: string;
  readonly next_url?: string;
  readonly items: readonly {
    readonly id: string;
    readonly url: string;
    readonly title: string;
    readonly content_text: string;
    readonly _parley: { readonly serial: number; readonly docketNumber: string | null };
  }[];
}

const SITE = 'https://parley.example';

describe('the feeds of the docket', () => {
  let audit: RunningAudit;
  const get = (url: string) => audit.app.inject({ url });
  const json = async (url: string): Promise<JsonFeed> => (await get(url)).json<JsonFeed>();

  beforeAll(async () => {
    audit = await runAudit();
    for (let index = 0; index < 6; index++) {
      for (const event of storyOf(caseIdOf(index), `CN-2025-000${String(index + 1)}`)) {
        await audit.others.record(`${event.source.slice('/parley/'.length)}.told-${event.subject}`, {
          type: 'Told',
          tier: event.tier,
          occurredAt: event.time,
          tells: event,
        });
      }
    }
    await audit.service.idle();
  });
  afterAll(() => audit.stop());

  it('lead through every entry of the public log without a gap, from the newest to the first', async () => {
    const serials: number[] = [];
    for (let url: string | undefined = '/docket/feed.json'; url !== undefined;) {
      const page: JsonFeed = await json(url);
      serials.push(...page.items.map(({ _parley }) => _parley.serial));
      url = page.next_url?.slice(SITE.length);
    }
    expect(serials.length).toBeGreaterThan(50);
    expect(serials).toEqual(serials.map((_, index) => serials.length - index));
  });

  it('have an id of its own for each entry in each language, the same in both formats', async () => {
    const [english, chinese] = [await json('/docket/feed.json'), await json('/docket/feed.json?lang=zh-Hans')];
    expect(chinese.items.map(({ _parley }) => _parley)).toEqual(english.items.map(({ _parley }) => _parley));
    const ids = [...english.items, ...chinese.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [lang, { items }] of [['en', english] as const, ['zh-Hans', chinese] as const]) {
      const atom = (await get(`/docket/feed.atom?lang=${lang}`)).body;
      expect([...atom.matchAll(/<entry>\n<id>([^<]+)<\/id>/g)].map(([, id]) => id)).toEqual(items.map(({ id }) => id));
      for (const { content_text: text } of items) expect(atom).toContain(escapeText(text));
    }
  });

  it('say in each title which case it is of and what happened', async () => {
    for (const lang of ['en', 'zh-Hans']) {
      const { items } = await json(`/docket/feed.json?lang=${lang}`);
      for (const { title, content_text: text } of items) {
        const [, number, said = ''] = /^(?:(CN-2025-000\d) · )?(.*[.。])$/.exec(title) ?? [];
        expect([text.startsWith(said), said === '']).toEqual([true, false]);
        expect(number ?? 'of no case').toMatch(/^CN-2025|^of no case$/);
      }
      expect(items.filter(({ title }) => title.startsWith('CN-2025')).length).toBeGreaterThan(40);
    }
  });

  it('are, as JSON, what the document of the interface says of them', async () => {
    type Schemas = Record<string, { readonly properties: object; readonly required: readonly string[] }>;
    const { schemas } = (await get('/openapi.json')).json<{ components: { schemas: Schemas } }>().components;
    const feed = await json('/docket/feed.json');
    const [item, { next_url: next, ...whole }] = [feed.items[0], feed];
    expect(next).toBeDefined();
    for (const [name, shown] of [
      ['JsonFeedShown', whole],
      ['FeedItemShown', item],
      ['FeedPlaceShown', item?._parley],
    ] as const)
      expect(schemas[name]?.required.toSorted()).toEqual(Object.keys(shown ?? {}).toSorted());
    expect(Object.keys(schemas['JsonFeedShown']?.properties ?? {})).toContain('next_url');
  });

  it('say null as the number of the case where an entry is of none, as the public log does', async () => {
    const at = instantFromMillis(0);
    expect(placeOf({ serial: 7, docketNumber: OF_NO_CASE, at })).toEqual({ serial: 7, docketNumber: null, at });
    const { items } = await json('/docket/feed.json');
    const inTitles = items.map(({ title }) => /^(CN-2025-000\d) · /.exec(title)?.[1] ?? null);
    expect(items.map(({ _parley }) => _parley.docketNumber)).toEqual(inTitles);
  });

  it('lead to whole addresses, since they are read far from the docket', async () => {
    const [feed, atom] = [await json('/docket/feed.json'), (await get('/docket/feed.atom')).body];
    const links = [feed.feed_url, feed.home_page_url, feed.next_url, ...feed.items.map(({ url }) => url)];
    const ofAtom = [...atom.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(ofAtom.length).toBeGreaterThan(feed.items.length);
    expect([...links, ...ofAtom].filter((link) => !link?.startsWith(`${SITE}/docket`))).toEqual([]);
    expect(feed.items[0]?.url).toMatch(/\/docket\/CN-2025-000\d\?lang=en#e\d+$/);
  });

  it.each(['/docket/feed.atom', '/docket/feed.json', '/docket/CN-2025-0001/calendar.ics'])(
    'are sent once: %s answers 304 to who has it as it stands',
    async (url) => {
      const tag = (await get(url)).headers['etag'];
      audit.clock.set('2025-02-04T08:00:00Z');
      const again = await audit.app.inject({ url, headers: { 'if-none-match': tag } });
      expect([typeof tag, again.statusCode, again.body]).toEqual(['string', 304, '']);
      const other = await audit.app.inject({ url: `${url}?lang=zh-Hans`, headers: { 'if-none-match': tag } });
      expect(other.statusCode).toBe(200);
    },
  );

  it('are of the media types that readers look for', async () => {
    expect((await get('/docket/feed.atom')).headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    expect((await get('/docket/feed.json')).headers['content-type']).toBe('application/feed+json; charset=utf-8');
  });

  it('are announced by the page of the docket', async () => {
    const page = (await get('/docket?lang=zh-Hans')).body;
    expect(page).toContain('type="application/atom+xml" href="/docket/feed.atom?lang=zh-Hans"');
    expect(page).toContain('type="application/feed+json" href="/docket/feed.json?lang=zh-Hans"');
  });

  it.each(['/docket/feed.json?lang=fr', '/docket/feed.atom?before=0', '/docket/feed.json?page=2'])(
    'refuse %s',
    async (url) => {
      expect((await get(url)).statusCode).toBe(422);
    },
  );
});

describe('the calendar of a case', () => {
  let audit: RunningAudit;

  beforeAll(async () => {
    audit = await runAudit();
    const event = registered(caseIdOf(1), 'CN-2025-0001');
    await audit.others.record(`intake.told-${event.subject}`, {
      type: 'Told',
      tier: event.tier,
      occurredAt: event.time,
      tells: event,
    });
    await audit.service.idle();
  });
  afterAll(() => audit.stop());

  const read = async (lang: string) => {
    const answer = await audit.app.inject({ url: `/docket/CN-2025-0001/calendar.ics?lang=${lang}` });
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    return parsedCalendar(answer.body);
  };

  it('holds every public limit that runs, with alarms, what silence does and where to read on', async () => {
    const entries = await read('en');
    expect(entries.map(({ DTSTART, SUMMARY }) => [DTSTART, SUMMARY])).toEqual([
      ['20250221T160000Z', 'CN-2025-0001: reply of the respondent'],
      ['20250707T150000Z', expect.stringMatching(/^CN-2025-0001: \S/) as string],
    ]);
    expect(entries[0]).toMatchObject({
      ALARMS: '-P1D -PT1H',
      DESCRIPTION: expect.stringMatching(
        /If nobody acts: The grievance is recorded as unanswered.*\nhttps:\/\/parley\.example\/docket\/CN-2025-0001\?lang=en$/,
      ) as string,
    });
  });

  it('is another one in the other language', async () => {
    const [english, chinese] = [await read('en'), await read('zh-Hans')];
    expect(chinese[0]?.['SUMMARY']).toMatch(/^CN-2025-0001: \p{Script=Han}/u);
    expect(chinese.map(({ UID }) => UID).filter((uid) => english.some(({ UID }) => UID === uid))).toEqual([]);
  });

  it('is there for no case that is not on the docket', async () => {
    const answer = await audit.app.inject({ url: '/docket/CN-2025-9999/calendar.ics' });
    expect(answer.json<{ code: string }>().code).toBe('not-found');
  });
});
