import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Body, Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createMemoryIssuer, memorySigner, Public } from '@parley/auth';
import { refuse } from '@parley/kernel';
import { createLogger } from '@parley/telemetry';
import { Act } from '../acts/act.decorator';
import { createApp } from '../app/create-app';
import { systemClock } from '../app/system-clock';
import { NestedField, TextField } from '../fields/field-decorators';
import { Shown } from '../fields/shown.decorator';
import { UuidParam } from '../fields/uuid-param.decorator';
import { firstLines, GUIDES } from './guides/guides';

const tooLate = { code: 'too-late', rule: 'S4', en: 'Too late.', 'zh-Hans': '已逾期。' } as const;

class MeasureRequest {
  @TextField({ meaning: 'What it is called.', example: "Duties' list", max: 20 })
  readonly title: string;
}

class ThingRequest {
  @NestedField(() => MeasureRequest, { meaning: 'The measure, by `title`.', example: {} })
  readonly measure: MeasureRequest;
}

class ThingShown {
  @Shown({ meaning: 'Title.', example: 'Duties' })
  readonly title: string;
}

@ApiTags('Late entries')
@Controller('v1/cases/:caseId/things')
class ThingsController {
  @Act({ post: '', status: 201, rule: 'S1', as: ['desk'], decides: () => refuse(tooLate), refuses: [tooLate] })
  @ApiOperation({
    summary: 'File a thing',
    description: 'Once, as I-28 says.\n\nIts `title` is <script>alert(1)</script>.',
  })
  @ApiCreatedResponse({ type: ThingShown })
  fileThing(@UuidParam('caseId') _id: string, @Body() _body: ThingRequest): object {
    return {};
  }

  @Act({ post: 'more', status: 201, rule: 'S1', as: ['desk'], decides: () => refuse(tooLate), refuses: [tooLate] })
  @ApiOperation({ summary: 'File more things' })
  @ApiCreatedResponse({ type: ThingShown })
  fileMoreThings(@UuidParam('caseId') _id: string, @Body() _body: ThingRequest): object {
    return {};
  }

  @Get()
  @Public()
  @ApiOperation({ summary: 'Read a "thing" & <b>all</b> of it' })
  @ApiOkResponse({ type: ThingShown })
  readThing(@UuidParam('caseId') _id: string): object {
    return {};
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

describe('the pages of the document', () => {
  let app: NestFastifyApplication;
  const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

  beforeAll(async () => {
    const { verifier } = await createMemoryIssuer();
    app = await createApp(ThingsModule, {
      clock: systemClock,
      tokens: verifier,
      signer: memorySigner(),
      cursorSecret: Buffer.alloc(32),
      logger: createLogger('silent'),
    });
  });
  afterAll(() => app.close());

  it('list every operation under its chapter, without a script, and load only our style sheet', async () => {
    const { body, headers } = await get('/docs?lang=en');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self';/);
    expect(body).toContain('<a class="key" href="/docs/late-entries?lang=en#fileThing">File a thing</a>');
    expect(body).not.toMatch(/<script|style="|https?:\/\/(?!127\.0\.0\.1)/);
    for (const { name } of GUIDES) expect(body).toContain(`/docs/guides/${name}?lang=en`);
  });

  it('say of an operation who may do it, what it takes and how it is refused', async () => {
    const { body } = await get('/docs/late-entries?lang=en');
    const [, section = ''] = /<section class="operation" id="fileThing".*?>(.*?)<\/section>/s.exec(body) ?? [];
    for (const part of [
      '<code>POST /v1/cases/{caseId}/things</code>',
      'a desk',
      '<a class="rule" href="/rules/S1?lang=en">S1</a>',
      '<code class="key">measure</code> <a href="#schema-MeasureRequest"><code>MeasureRequest</code></a> · required',
      '<a href="#schema-ThingShown"><code>ThingShown</code></a>',
      '<a href="/problems/too-late?lang=en"><code>too-late</code></a>',
      '<a class="rule" href="/rules/S4?lang=en">S4</a>',
      'Too late.',
      '$parley/v1/cases/$case/things',
    ])
      expect(section).toContain(part);
    expect(body).toContain('<h3 id="schema-MeasureRequest">');
    expect(body).toContain('<code>maxLength 20</code>');
  });

  it('show an example that a shell takes as it stands, also with an apostrophe in it', async () => {
    const { body } = await get('/docs/late-entries?lang=en');
    expect(body).toContain('as cn-desk fileThing-1 -d &#39;{');
    expect(body).toContain('&quot;title&quot;: &quot;Duties&#39;\\&#39;&#39; list&quot;');
    expect(body).toContain('<code>curl -sS $parley/v1/cases/$case/things</code>');
  });

  it.each(['README.md', 'README.zh-Hans.md'])('begin with the lines of %s', (name) => {
    expect(readFileSync(path.resolve(__dirname, '../../../..', name), 'utf8')).toContain(`\n${firstLines()}\n`);
  });

  it('link rules in descriptions, set code apart, and show markup as the text that it is', async () => {
    const { body } = await get('/docs/late-entries?lang=en');
    expect(body).toContain('<p>Once, as <a class="rule" href="/rules/I-28?lang=en">I-28</a> says.</p>');
    expect(body).toContain('<p>Its <code>title</code> is &lt;script&gt;alert(1)&lt;/script&gt;.</p>');
    expect(body).toContain('Read a &quot;thing&quot; &amp; &lt;b&gt;all&lt;/b&gt; of it');
    expect(body).not.toMatch(/<script|<b>/);
  });

  it('are in Chinese around the English reference, whose refusals are in Chinese, too', async () => {
    const { body, headers } = await get('/docs/late-entries', { 'accept-language': 'zh-CN' });
    expect(headers['content-language']).toBe('zh-Hans');
    for (const part of ['拒绝事由', '已逾期。', '主管部门', 'lang="en"><a href="#fileThing">File a thing</a>'])
      expect(body).toContain(part);
  });

  it.each([
    ['a word of its summary', 'FILE thing', 'fileThing'],
    ['a code by which it is refused', 'too-late', 'fileThing'],
    ['its refusal in Chinese', '已逾期', 'fileThing'],
    ['its path', 'cases/{caseId}/things', 'readThing'],
    ['its rule', 'S1', 'fileThing'],
  ])('find an operation by %s', async (_what, search, id) => {
    expect(foundIn((await get(`/docs?lang=en&q=${encodeURIComponent(search)}`)).body)).toContain(`#${id}"`);
  });

  it('and those of problems name every act that may be refused so, also where acts share their answers', async () => {
    const { acts } = (await get('/problems/too-late')).json<{ acts: readonly { summary: string }[] }>();
    expect(acts.map(({ summary }) => summary)).toEqual(['File a thing', 'File more things']);
  });

  it('find guides by what one wants to do', async () => {
    for (const asked of ['grievance', 'How do I file a grievance?', '提交申诉'])
      expect(foundIn((await get(`/docs?lang=en&q=${encodeURIComponent(asked)}`)).body)).toContain('/docs/guides/file?');
  });

  it('say that nothing is found, and give back what was asked as text', async () => {
    const { body } = await get(`/docs?lang=en&q=${encodeURIComponent('"><script>x')}`);
    expect(foundIn(body)).toContain('class="nothing"');
    expect(body).toContain('value="&quot;&gt;&lt;script&gt;x"');
    expect(body).not.toContain('<script');
  });

  it('take a search that is given twice or is endless for what it is worth', async () => {
    expect((await get('/docs?q=a&q=b')).statusCode).toBe(200);
    expect((await get(`/docs?q=${'file '.repeat(2000)}`)).body.length).toBeLessThan(100_000);
  });

  it('are not sent again to who has them', async () => {
    for (const url of ['/docs', '/docs/late-entries', '/docs/guides/file']) {
      const { etag } = (await get(url)).headers;
      expect((await get(url, { 'if-none-match': etag as string })).statusCode).toBe(304);
      expect((await get(url, { 'if-none-match': etag as string, 'accept-language': 'zh' })).statusCode).toBe(200);
    }
  });

  it.each(['/docs/nothing', '/docs/guides/nothing'])('say so where there is none: %s', async (url) => {
    const { statusCode, body } = await get(`${url}?lang=en`);
    expect(statusCode).toBe(404);
    expect(body).toContain('not-found');
  });
});

const foundIn = (body: string): string => /<section aria-labelledby="found">.*?<\/section>/s.exec(body)?.[0] ?? '';
