import { Body, Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { CommandOutcome, Position } from '@parley/event-store';
import { actsIn } from '@parley/access';
import { type Instant, refuse } from '@parley/kernel';
import { createMemoryIssuer, type MemoryIssuer, Public, memorySigner } from '@parley/auth';
import { createLogger } from '@parley/telemetry';
import { Act } from '../acts/act.decorator';
import { Received } from '../acts/received.decorator';
import type { Answer } from '../acts/answer';
import type { ReceivedAct } from '../acts/received-act';
import { respond } from '../acts/respond';
import { IntField, ListField, TextField } from '../fields/field-decorators';
import { Shown } from '../fields/shown.decorator';
import { TextsField, type AuthoredText } from '../fields/texts.field';
import { createApp } from './create-app';

const tooLate = { code: 'too-late', rule: 'S4', en: 'Too late.', 'zh-Hans': '已逾期。' } as const;
const decides = () => refuse(tooLate);

class MeasureRequest {
  @TextField({ meaning: 'Title of the measure.', example: 'Section 301 duties', max: 100 })
  readonly title: string;
}

class FileRequest {
  @TextField({ meaning: 'Subject.', example: 'Duties', max: 20 })
  readonly subject: string;

  @IntField({ meaning: 'Year.', example: 2025, min: 2000, max: 2100, optional: true })
  readonly year?: number;

  @ListField(() => MeasureRequest, { meaning: 'Measures.', example: [{ title: 'x' }], min: 1, max: 2 })
  readonly measures: readonly MeasureRequest[];

  @TextsField({ meaning: 'Summary.', example: [], max: 50, optional: true, languages: ['en', 'zh-Hans'] })
  readonly summary?: readonly AuthoredText[];
}

class FiledShown {
  @Shown({ meaning: 'Subject.', example: 'Duties' })
  readonly subject: string;

  @Shown({ meaning: 'When it was received.', example: '2025-02-05T08:00:00.000Z', format: 'date-time', nullable: true })
  readonly receivedAt: string | null;
}

let outcome: CommandOutcome<{ readonly subject: string }>;

@Controller('v1/things')
class ThingsController {
  @Act({ post: '', status: 201, rule: 'S1', as: ['desk'], decides, refuses: [tooLate] })
  file(@Body() body: FileRequest, @Received() act: ReceivedAct): Answer<FiledShown> {
    return respond(outcome, () => ({ subject: body.subject, receivedAt: act.receivedAt }), {
      location: () => '/v1/things/1',
    });
  }

  @Get('boom')
  @Public()
  boom(): never {
    throw new Error('secret of a filing');
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

describe('an application', () => {
  let app: NestFastifyApplication;
  let issuer: MemoryIssuer;
  let desk: string;
  let lines = '';

  beforeAll(async () => {
    issuer = await createMemoryIssuer();
    desk = await issuer.bearer({ sub: 'desk-1', party: 'US', roles: ['desk'] });
    app = await createApp(ThingsModule, {
      clock: { now: () => '2025-02-05T08:00:00.000Z' as Instant },
      tokens: issuer.verifier,
      signer: memorySigner(),
      cursorSecret: Buffer.alloc(32, 7),
      logger: createLogger('info', { write: (line: string) => void (lines += line) }),
    });
  });
  beforeEach(() => {
    outcome = {
      kind: 'done',
      state: { subject: 'x' },
      revision: 3,
      position: '77' as Position,
      events: [],
      repeated: false,
    };
  });
  afterAll(() => app.close());

  const good = { subject: 'Duties', measures: [{ title: 'm' }] };
  const post = (payload: unknown, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: '/v1/things',
      headers: { authorization: desk, 'idempotency-key': 'k', 'content-type': 'application/json', ...headers },
      payload: typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload),
    });

  it('answers an act with its instant of receipt, its revision and a position that tells nothing', async () => {
    const response = await post(good);
    expect(response.statusCode).toBe(201);
    expect(response.json()).toEqual({ subject: 'Duties', receivedAt: '2025-02-05T08:00:00.000Z' });
    expect(response.headers).toMatchObject({
      etag: '"3"',
      location: '/v1/things/1',
      'x-content-type-options': 'nosniff',
    });
    expect(response.headers['parley-position']).toMatch(/^[\w-]{60,}$/);
  });

  it('names each field at fault by its path', async () => {
    const response = await post({
      subject: '',
      year: '2025',
      measures: [{ title: 'ok' }, { titel: 1 }],
      stranger: 1,
      summary: [{ lang: 'en', text: 'a\u202eb', kind: 'original' }],
    });
    expect(response.statusCode).toBe(422);
    expect(response.headers['content-type']).toContain('application/problem+json');
    const { errors, code } = response.json<{ code: string; errors: { path: string; code: string }[] }>();
    expect(code).toBe('invalid-fields');
    expect(errors.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      '/measures/1/titel unknown-field',
      '/measures/1/title required',
      '/stranger unknown-field',
      '/subject empty',
      '/summary/0/text bidi-control',
      '/year not-an-integer',
    ]);
  });

  it.each([
    ['malformed JSON', '{"a":', {}, 400, 'malformed-json'],
    ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), {}, 400, 'invalid-utf8'],
    ['a nest too deep', '['.repeat(50) + ']'.repeat(50), {}, 400, 'json-too-deep'],
    ['2 MB', JSON.stringify({ subject: 'x'.repeat(2_000_000) }), {}, 413, 'body-too-large'],
    ['a key of prototypes', '{"__proto__": {"a": 1}}', {}, 400, 'malformed-json'],
    ['another content type', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'wrong-content-type'],
    ['a list for an object', '[]', {}, 422, 'invalid-fields'],
    ['a null entry', JSON.stringify({ ...good, measures: [null] }), {}, 422, 'invalid-fields'],
    ['an empty idempotency key', JSON.stringify(good), { 'idempotency-key': '' }, 400, 'idempotency-key-missing'],
    [
      'an idempotency key of 201 characters',
      JSON.stringify(good),
      { 'idempotency-key': 'k'.repeat(201) },
      400,
      'idempotency-key-malformed',
    ],
    ['a weak entity tag', JSON.stringify(good), { 'if-match': 'W/"3"' }, 400, 'if-match-malformed'],
    ['an altered token', JSON.stringify(good), { authorization: 'Bearer a.b.c' }, 401, 'token-invalid'],
  ])('refuses %s', async (_what, payload, headers, status, code) => {
    const response = await post(payload, headers);
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([status, code]);
  });

  it('answers a refusal with the rule, in the language that the client prefers', async () => {
    outcome = { kind: 'refused', refused: refuse(tooLate, '/subject') };
    const response = await post(good, { 'accept-language': 'zh-CN, en;q=0.5' });
    expect(response.statusCode).toBe(409);
    expect(response.json()).toMatchObject({
      type: '/problems/too-late',
      title: '依程序规则不予受理',
      code: 'too-late',
      rule: 'S4',
      detail: '已逾期。',
      errors: [{ path: '/subject' }],
    });
  });

  it.each([
    [{ kind: 'key-reused' } as const, 409, 'idempotency-key-reused', {}],
    [{ kind: 'stale', revision: 4 } as const, 412, 'stale', { etag: '"4"' }],
    [{ kind: 'contended' } as const, 503, 'contended', { 'retry-after': '1' }],
    [{ kind: 'delayed' } as const, 503, 'delayed', { 'retry-after': '1' }],
  ])('answers %j as a problem', async (given, status, code, headers) => {
    outcome = given;
    const response = await post(good);
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([status, code]);
    expect(response.headers).toMatchObject(headers);
  });

  it('asks for a token, for a role, and refuses who holds two capacities', async () => {
    const codes = async (authorization?: string) => {
      const response = await app.inject({
        method: 'POST',
        url: '/v1/things',
        headers: authorization ? { authorization } : {},
        payload: good,
      });
      return [
        response.statusCode,
        response.json<{ code: string; rule?: string }>().code,
        response.json<{ rule?: string }>().rule,
      ];
    };
    expect(await codes()).toEqual([401, 'unauthenticated', undefined]);
    expect(await codes(await issuer.bearer({ sub: 'a', party: 'US', roles: ['auditor'] }))).toEqual([
      403,
      'role-required',
      'S1',
    ]);
    expect(await codes(await issuer.bearer({ sub: 'a', party: 'US', roles: ['desk', 'panel'] }))).toEqual([
      403,
      'two-capacities',
      'I-05',
    ]);
  });

  it('answers what it did not foresee without a word of it', async () => {
    const response = await app.inject({ url: '/v1/things/boom' });
    expect(response.statusCode).toBe(500);
    expect(response.body).not.toContain('secret');
    expect(response.body).not.toContain('at ');
    expect(lines).toContain('unforeseen error');
  });

  it.each(['/nowhere', '/v1/%zz', `/problems/${'x'.repeat(300)}`])('answers %s with a problem', async (url) => {
    const response = await app.inject({ url });
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
  });

  it.each([
    ['DELETE', '/v1/things', /\bPOST\b/],
    ['PATCH', '/v1/things?after=3', /\bPOST\b/],
    ['POST', '/healthz', /\bGET\b/],
    ['PUT', '/problems/not-found', /\bGET\b/],
  ] as const)('answers %s %s with the methods that there are', async (method, url, offered) => {
    const response = await app.inject({ method, url });
    expect(response.statusCode).toBe(405);
    expect(response.headers['allow']).toMatch(offered);
    expect(response.headers['allow']).not.toContain(method);
    expect(response.json<{ code: string }>().code).toBe('method-not-allowed');
  });

  it('serves an OpenAPI 3.1 document in which every refusal stands with its code', async () => {
    const document = (await app.inject({ url: '/openapi.json' })).json<
      Parameters<typeof actsIn>[0] & { openapi: string }
    >();
    expect(document.openapi).toBe('3.1.0');
    expect(actsIn(document)).toMatchObject([{ act: 'POST /v1/things', refusals: ['too-late'] }]);
    expect((await app.inject({ url: '/docs' })).statusCode).toBe(200);
    expect((await app.inject({ url: '/problems/too-late' })).json()).toMatchObject({ rule: 'S4' });
  });

  it('keeps bodies, headers and keys out of its log', async () => {
    lines = '';
    await post({ ...good, subject: 'unheard-of subject' }, { 'idempotency-key': 'secret-key' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(lines).not.toMatch(/unheard-of|secret-key|Bearer/);
  });
});
