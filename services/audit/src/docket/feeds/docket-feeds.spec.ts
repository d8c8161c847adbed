import { caseIdOf, storyOf } from '../docket-story.fixture';
import { runAudit, type RunningAudit } from '../../running-audit.fixture';
import { escapeText } from '@parley/http';

interface JsonFeed {
  readonly next_url?: string;
  readonly items: readonly {
    readonly id: string;
    readonly content_text: string;
    readonly _parley: { readonly serial: number };
  }[];
}

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
      url = page.next_url;
    }
    expect(serials.length).toBeGreaterThan(50);
    expect(serials).toEqual(serials.map((_, index) => serials.length - index));
  });

  it('say the same entries under the same ids in both languages and both formats', async () => {
    const [english, chinese] = [await json('/docket/feed.json'), await json('/docket/feed.json?lang=zh-Hans')];
    expect(chinese.items.map(({ id }) => id)).toEqual(english.items.map(({ id }) => id));
    expect(chinese.items.some(({ content_text: text }, index) => text === english.items[index]?.content_text)).toBe(
      false,
    );
    const atom = (await get('/docket/feed.atom?lang=zh-Hans')).body;
    expect([...atom.matchAll(/<entry>\n<id>([^<]+)<\/id>/g)].map(([, id]) => id)).toEqual(
      english.items.map(({ id }) => id),
    );
    for (const { content_text: text } of chinese.items) expect(atom).toContain(escapeText(text));
  });

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
