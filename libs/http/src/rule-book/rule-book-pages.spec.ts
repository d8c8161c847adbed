import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createMemoryIssuer } from '@parley/auth';
import type { Instant } from '@parley/kernel';
import { BOOK_RULES, calendarArchive, clocksOn, currentRuleSet, GLOSSARY, INVARIANTS } from '@parley/procedure';
import { createLogger } from '@parley/telemetry';
import { createApp } from '../app/create-app';
import type { ProblemShown } from '../problems/problem-kind.response';
import { problemPage } from '../problems/problem.page';
import { ProcedureModule } from '../procedure/procedure.module';
import { rulesOfThisProcess } from '../procedure/show-procedure';
import { glossaryPage, ruleBookPage, rulePage } from './rule-book.page';
import type { GlossaryShown, RuleBookShown, RuleShown } from './rule-book.response';

class RuleBooks {}

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

describe('the rules in words', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    const clock = { now: () => '2026-03-02T09:00:00.000Z' as Instant };
    const clocksOf = clocksOn(calendarArchive().current('US', 'CN'), 'standard', [currentRuleSet]);
    app = await createApp(
      { module: RuleBooks, imports: [ProcedureModule.of(rulesOfThisProcess(clocksOf, clock))] },
      {
        clock,
        tokens: (await createMemoryIssuer()).verifier,
        cursorSecret: Buffer.alloc(32),
        logger: createLogger('silent'),
      },
    );
  });
  afterAll(() => app.close());

  const get = (url: string, headers: Readonly<Record<string, string>> = {}) => app.inject({ url, headers });
  const page = async (url: string) => (await get(url, { accept: BROWSER })).body;

  it('are pages for browsers and data for whoever asks for data, or takes anything', async () => {
    const types = async (accept: string) => (await get('/rules/I-28', { accept })).headers['content-type'];
    expect(await types(BROWSER)).toBe('text/html; charset=utf-8');
    expect(await types('text/*;q=0.5')).toBe('text/html; charset=utf-8');
    for (const accept of ['*/*', 'application/json', 'text/html;q=0.5, application/json', 'text/html;q=0, */*'])
      expect(await types(accept)).toBe('application/json; charset=utf-8');
    expect((await get('/rules/I-28')).headers['vary']).toBe('accept, accept-language');
    expect((await get('/rules/I-28', { accept: BROWSER })).headers['vary']).toBe(
      'accept-encoding, accept, accept-language',
    );
  });

  it('have a page for each version, with its clocks, in seat time and both languages', async () => {
    const { version } = currentRuleSet;
    const [english, chinese] = await Promise.all(
      ['en', 'zh-Hans'].map((lang) => page(`/rules/versions/${version}?lang=${lang}`)),
    );
    expect(await page('/rules/S4?lang=en')).toContain(`href="/rules/versions/${version}?lang=en"`);
    expect([english, chinese].map((body) => /<h2 id="clocks">([^<]+)/.exec(body ?? '')?.[1])).toEqual([
      'Clocks',
      '期限',
    ]);
    expect((await get('/rules/versions/1999-1', { accept: BROWSER })).statusCode).toBe(404);
  });

  it('are in the language that the address names, else in the one that the reader prefers', async () => {
    const langOf = async (url: string, preferred: string) => {
      const { headers, body } = await get(url, { accept: BROWSER, 'accept-language': preferred });
      return [headers['content-language'], /<html lang="([^"]+)"/.exec(body)?.[1]];
    };
    expect(await langOf('/rules/I-28', 'zh-CN')).toEqual(['zh-Hans', 'zh-Hans']);
    expect(await langOf('/rules/I-28?lang=en', 'zh-CN')).toEqual(['en', 'en']);
    expect(await langOf('/glossary?lang=xx', 'fr')).toEqual(['en', 'en']);
  });

  it('are the same as a page and as data: each page is made of the JSON alone', async () => {
    const pages: readonly (readonly [string, (data: never, lang: 'en' | 'zh-Hans') => string])[] = [
      ['/rules', (data: RuleBookShown, lang) => ruleBookPage(data, lang)],
      ['/rules/S4', (data: RuleShown, lang) => rulePage(data, lang)],
      ['/glossary', (data: GlossaryShown, lang) => glossaryPage(data, lang)],
      ['/problems/stale', (data: ProblemShown, lang) => problemPage(data, lang)],
    ];
    for (const [path, made] of pages)
      for (const lang of ['en', 'zh-Hans'] as const)
        expect(await page(`${path}?lang=${lang}`)).toBe(made((await get(path)).json<never>(), lang));
  });

  it('say of a rule what it says, why, what it changes, its clocks, and the refusals that quote it', async () => {
    const { sentence, why, changes } = INVARIANTS['I-28'];
    const described = (await get('/rules/I-28')).json<RuleShown>();
    expect(described).toMatchObject({ rule: 'I-28', part: 'filing', title: null, sentence, why, changes });
    expect(described.refusals.map(({ code }) => code)).toContain('idempotency-key-reused');
    const reply = (await get('/rules/S4')).json<RuleShown>();
    const lengths = reply.tracks.map(({ track, clocks }) => {
      const { length, unit } = clocks.find(({ clock }) => clock === 'reply') ?? {};
      return [track, length, unit];
    });
    expect(lengths).toEqual([
      ['standard', 10, 'joint-business-day'],
      ['complex', 10, 'joint-business-day'],
      ['urgent', 3, 'calendar-day'],
    ]);
    expect(reply.defaults).toEqual([currentRuleSet.silence['recorded-as-unanswered']]);
    expect(await page('/rules/S4?lang=zh-Hans')).toContain('<dd>10 个共同工作日</dd>');
  });

  it('list every rule once, and every word', async () => {
    const { items } = (await get('/rules')).json<RuleBookShown>();
    expect(items.map(({ rule }) => rule)).toEqual(BOOK_RULES.map(({ rule }) => rule));
    expect((await get('/glossary')).json<GlossaryShown>().items).toEqual(GLOSSARY);
  });

  it.each(['/rules/many%20cases', '/rules/many-cases', '/rules/Many-Cases'])('are found at %s', async (url) => {
    expect((await get(url)).json<RuleShown>().rule).toBe('many cases');
  });

  it.each(['/rules/I-77', '/rules/%3Cscript%3E', '/problems/no-such-thing'])(
    'say at %s that there is no such page, to people as to programs',
    async (url) => {
      const answered = await get(url);
      expect([answered.statusCode, answered.json<{ code: string }>().code]).toEqual([404, 'not-found']);
      const shown = await get(url, { accept: BROWSER });
      expect([shown.statusCode, shown.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
      expect(shown.body).toContain('<h1><code>not-found</code></h1>');
      expect(shown.body).not.toContain('<script>');
    },
  );

  it('are linked from a refusal, which names its rule', async () => {
    expect((await get('/rules/I-77')).headers['link']).toBe('</rules/I-43>; rel="help"');
  });

  it.each(['/rules', '/rules/I-67', '/glossary', '/problems', '/problems/stale'])(
    'bring at %s nothing from elsewhere and run nothing, and have one heading, one main part and no id twice',
    async (url) => {
      const { headers, body } = await get(url, { accept: BROWSER });
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self';/);
      expect(body).not.toMatch(/https?:|style=|<script|\son\w+=/);
      expect([body.match(/<h1/g)?.length, body.match(/<main/g)?.length]).toEqual([1, 1]);
      const ids = [...body.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    },
  );
});
