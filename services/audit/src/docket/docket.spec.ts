import type { PublicEvent } from '@parley/messaging';
import { caseIdOf, registered, storyOf } from './docket-story.fixture';
import { runAudit, type RunningAudit } from '../running-audit.fixture';

const NUMBERS = ['CN-2025-0001', 'US-2025-0001', 'CN-2025-0002'] as const;
const EVIL = `<script>alert('x')</script> & \u202egnp.exe "quoted"`;

let audit: RunningAudit;

const plant = async (events: readonly PublicEvent[]): Promise<void> => {
  for (const event of events) {
    const context = event.source.slice('/parley/'.length);
    await audit.others.record(`${context}.told-${event.subject}`, {
      type: 'Told',
      tier: event.tier,
      occurredAt: event.time,
      tells: event,
    });
  }
};

beforeAll(async () => {
  audit = await runAudit();
  for (const [index, number] of NUMBERS.entries()) await plant(storyOf(caseIdOf(index), number));
  await plant([registered(caseIdOf(9), 'CN-2025-0003', [{ lang: 'en', text: EVIL, kind: 'original' }])]);
  await audit.service.idle();
  audit.clock.set('2025-02-10T08:00:00Z');
});
afterAll(() => audit.stop());

const get = (url: string, headers: Record<string, string> = {}) => audit.app.inject({ method: 'GET', url, headers });

interface Page {
  readonly items: readonly { readonly docketNumber: string }[];
  readonly next: string | null;
}

describe('the public docket over HTTP', () => {
  it('is read without a token', async () => {
    const response = await get('/v1/docket');
    expect(response.statusCode).toBe(200);
    expect(response.json<Page>().items).toHaveLength(4);
  });

  it(
    'tells of each case its parties, subject in both languages, stage, next deadline, ' + 'calls and outcome (I-55)',
    async () => {
      const { line } = (await get('/v1/docket/CN-2025-0001')).json<{ line: Record<string, unknown> }>();
      expect(line).toMatchObject({
        complainant: 'CN',
        respondent: 'US',
        subject: [
          { lang: 'en', text: 'Tariffs on goods' },
          { lang: 'zh-Hans', text: '对商品加征关税' },
        ],
        stage: 'S11',
        stageName: { en: 'Screening ended', 'zh-Hans': '审查已结束' },
        nextDeadlines: [],
        reply: 'lapsed',
        calls: { offered: 1, answered: 0, unanswered: 1 },
        outcome: { code: 'findings-issued' },
      });
    },
  );

  it('names the next limit that is not over yet', async () => {
    const { line } = (await get('/v1/docket/CN-2025-0003')).json<{ line: { nextDeadlines: unknown } }>();
    expect(line.nextDeadlines).toMatchObject([
      {
        clock: 'reply',
        dueAt: '2025-02-21T16:00:00.000Z',
        name: { en: 'reply of the respondent' },
        awaits: 'nobody',
        ifNobodyActs: { en: 'The grievance is recorded as unanswered and goes on with the full panel.' },
      },
    ]);
  });

  it('says on the page of a case what happens if nobody acts, in both languages', async () => {
    expect((await get('/docket/CN-2025-0003')).body).toContain('The grievance is recorded as unanswered and goes on');
    expect((await get('/docket/CN-2025-0003?lang=zh-Hans')).body).toContain('记录为未答复，程序由完整专家组继续进行。');
  });

  it('goes from page to page without losing or repeating a case', async () => {
    const seen: string[] = [];
    for (let url: string | undefined = '/v1/docket?limit=1'; url !== undefined;) {
      const { items, next }: Page = (await get(url)).json();
      seen.push(...items.map(({ docketNumber }) => docketNumber));
      url = next === null ? undefined : `/v1/docket?limit=1&cursor=${next}`;
    }
    expect(seen.toSorted()).toEqual([...NUMBERS, 'CN-2025-0003'].toSorted());
  });

  it.each([
    ['?party=US&year=2025&stage=S4', ['CN-2025-0003']],
    ['?year=2024', []],
    ['?status=registered', ['CN-2025-0003']],
    ['?status=suspended', []],
    ['?dueFrom=2025-02-21T16:00:00Z&dueTo=2025-02-21T16:00:01Z', ['CN-2025-0003']],
    ['?dueFrom=2025-02-22T00:00:00%2B08:00&dueTo=2025-02-22T00:00:00.001%2B08:00', ['CN-2025-0003']],
    ['?dueTo=2025-02-21T16:00:00Z', []],
    ['?dueFrom=2025-07-07T15:00:00Z', ['CN-2025-0003']],
    ['?dueFrom=2025-07-07T15:00:00.001Z', []],
    ['?dueFrom=2025-02-22T00:00:00Z&dueTo=2025-07-01T00:00:00Z', []],
  ])('filters: %s', async (query, numbers) => {
    const { items } = (await get(`/v1/docket${query}`)).json<Page>();
    expect(items.map(({ docketNumber }) => docketNumber)).toEqual(numbers);
  });

  it.each([
    '?party=<b>',
    '?year=abc',
    '?stage=S99',
    '?outcome=won',
    '?status=filed',
    '?dueTo=soon',
    '?limit=0',
    '?stranger=1',
  ])('refuses the query %s', async (query) => {
    expect((await get(`/v1/docket${query}`)).statusCode).toBe(422);
  });

  it('takes no limit that is over for due, even before its default is recorded', async () => {
    const due = async () => (await get('/v1/docket?dueTo=2025-03-01T00:00:00Z')).json<Page>().items.length;
    expect(await due()).toBe(1);
    audit.clock.set('2025-02-21T16:00:00Z');
    expect(await due()).toBe(0);
    audit.clock.set('2025-02-10T08:00:00Z');
  });

  it('goes on only with what was asked for at first', async () => {
    const { items, next } = (await get('/v1/docket?status=ended&limit=2')).json<Page>();
    const cursor = encodeURIComponent(next ?? '');
    const rest = (await get(`/v1/docket?status=ended&limit=2&cursor=${cursor}`)).json<Page>();
    expect([...items, ...rest.items].map(({ docketNumber }) => docketNumber).toSorted()).toEqual(NUMBERS.toSorted());
    expect((await get(`/v1/docket?limit=2&cursor=${cursor}`)).json<{ code: string }>().code).toBe('cursor-invalid');
  });

  it('says which stages a case can be at to who asks for another, and what each entry’s event is called', async () => {
    const refused = await get('/v1/docket?stage=hotline');
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({
      errors: [{ path: '/stage', message: { en: 'This must be one of: S3, S4, S5, S6, S7, S8, S9, S11.' } }],
    });
    const { items } = (await get('/v1/docket/log?limit=500')).json<{ items: { kind: string; event: string }[] }>();
    expect(items.find(({ kind }) => kind === 'hotline-requested')?.event).toBe('HotlineRequested');
  });

  it('refuses a cursor that it did not give', async () => {
    expect((await get('/v1/docket?cursor=abc')).json<{ code: string }>().code).toBe('cursor-invalid');
  });

  it('leads who goes on behind a serial by its former name to the present one', async () => {
    const moved = await get('/v1/docket/log?after=3&limit=7');
    expect([moved.statusCode, moved.headers['location']]).toEqual([308, '/v1/docket/log?limit=7&cursor=3']);
    const ofCase = await get('/v1/docket/CN-2025-0001?after=0');
    expect([ofCase.statusCode, ofCase.headers['location']]).toEqual([308, '/v1/docket/CN-2025-0001?cursor=0']);
    expect((await get('/v1/docket/log?after=3&cursor=4')).statusCode).toBe(422);
  });

  it('hands out the log under serials without a gap, each linked to the one before (I-63)', async () => {
    const items: { serial: number; previous: string | null; commitment: string }[] = [];
    for (let cursor: string | null = '0'; cursor !== null;) {
      const page: { items: typeof items; next: string | null } = (
        await get(`/v1/docket/log?cursor=${cursor}&limit=7`)
      ).json();
      items.push(...page.items);
      cursor = page.next;
    }
    expect(items.map(({ serial }) => serial)).toEqual(items.map((_, index) => index + 1));
    expect(items.map(({ previous }) => previous)).toEqual([
      null,
      ...items.slice(0, -1).map(({ commitment }) => commitment),
    ]);
    expect(items).toHaveLength(3 * (storyOf('x', 'CN-2025-0001').length - 1) + 1);
  });

  it.each(['/v1/docket/CN-2025-9999', '/v1/docket/..%2f..%2fetc'])('answers 404 at %s', async (url) => {
    expect((await get(url)).json<{ code: string }>().code).toBe('not-found');
  });
});

describe('the docket as pages', () => {
  it.each([
    ['en', 'Public docket', 'China', 'Screening', '/docket?lang=en', {}],
    ['zh-Hans', '公开案件登记簿', '中国', '结论', '/docket?lang=zh-Hans', {}],
    ['zh-Hans', '公开案件登记簿', '中国', '结论', '/docket', { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5' }],
  ])('speak %s', async (lang, title, party, word, url, headers) => {
    const response = await get(url, headers);
    expect(response.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-language': lang,
      vary: 'accept-encoding, accept-language',
    });
    expect(response.body).toContain(`<html lang="${lang}">`);
    for (const text of [title, party, word]) expect(response.body).toContain(text);
  });

  it('lead from a stage to its rule, and from each page to the rules and the words', async () => {
    const { body } = await get('/docket?lang=zh-Hans');
    expect(body).toMatch(/<span class="badge"><a href="\/rules\/S\d+\?lang=zh-Hans">/);
    expect(body).toMatch(/<a class="rule" href="\/rules\/[^"]+\?lang=zh-Hans">/);
    for (const path of ['/rules', '/problems', '/glossary']) expect(body).toContain(`<a href="${path}?lang=zh-Hans">`);
  });

  it('name their twin in the other language', async () => {
    expect((await get('/docket/CN-2025-0001?lang=en')).body).toContain(
      '<link rel="alternate" hreflang="zh-Hans" href="/docket/CN-2025-0001?lang=zh-Hans">',
    );
  });

  it('tell the story of a case in both languages', async () => {
    const [english, chinese] = [
      (await get('/docket/CN-2025-0001?lang=en')).body,
      (await get('/docket/CN-2025-0001?lang=zh-Hans')).body,
    ];
    expect(english).toContain('The respondent did not reply in time.');
    expect(chinese).toContain('被申诉方未在期限内答复。');
    expect(english.match(/<li id="e\d+"/g)).toHaveLength(storyOf('x', 'CN-2025-0001').length - 1);
  });

  it('show the findings with their reasons and separate statements, or that there are none (I-13, I-73)', async () => {
    const { body } = await get('/docket/CN-2025-0001?lang=en');
    expect(body).toContain(
      '<strong>not substantiated</strong><p class="note">The majority adopted no reasons in time.</p>',
    );
    expect(body).toContain('Objections: time – not sustained.');
    expect(body).toContain(
      '<strong>substantiated</strong><p class="written" lang="en"><bdi>The duty exceeds the bound rate.</bdi></p>',
    );
    expect(body).toContain(
      'Separate statement of the members from China</p><p class="written" lang="en"><bdi>We ' +
        'would find it so.</bdi></p>',
    );
    expect(body).toContain(
      'Separate statement of the members from the United States</p><p>None was given in time.</p>',
    );
  });

  it.each(['/docket?lang=en', '/docket/CN-2025-0003?lang=zh-Hans'])(
    'show at %s what somebody wrote as text, never as markup',
    async (url) => {
      const { body } = await get(url);
      expect(body).toContain(
        '&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; \ufffdgnp.exe &quot;quoted&quot;</bdi>',
      );
      expect(body).not.toMatch(/<script|\u202e/);
    },
  );

  it('bring nothing from elsewhere and run nothing', async () => {
    const { headers, body } = await get('/docket/CN-2025-0001');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(body).not.toMatch(/https?:|style=|<script|\son\w+=/);
    expect((await get('/pages.css')).headers['content-type']).toBe('text/css; charset=utf-8');
  });

  it('answer a case that is not there with a page and 404', async () => {
    const response = await get('/docket/CN-2025-9999?lang=en');
    expect([response.statusCode, response.body.includes('There is no such case on the docket.')]).toEqual([404, true]);
  });

  it('show everything where a filter makes no sense', async () => {
    for (const query of ['party=%22%3E%3Cb%3E&year=x&lang=xx', 'dueFrom=2025-02-30&dueTo=9999-12-31&status=x'])
      expect((await get(`/docket?${query}`)).body).toContain('CN-2025-0002');
  });
});

describe('the document of the API', () => {
  it('says of every field of the audit what it means, with an example or the values that it may have', async () => {
    interface Schema {
      readonly properties?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    }
    const { components } = (await get('/openapi.json')).json<{ components: { schemas: Record<string, Schema> } }>();
    const own = Object.entries(components.schemas).filter(([name]) =>
      /^(Docket|Logged|PublicLog|History|Stream|CaseState|Part|Happened|Running|LastEvent|CallCount)/.test(name),
    );
    const silent = own.flatMap(([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(
          ([, field]) =>
            field['description'] === undefined || !/"examples?":|"enum":|\$ref/.test(JSON.stringify(field)),
        )
        .map(([field]) => `${name}.${field}`),
    );
    expect(own.length).toBeGreaterThan(10);
    expect(silent).toEqual([]);
  });
});
