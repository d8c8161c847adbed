import { Parley } from './parley';
import { ParleyProblem, ParleyUnanswered, ParleyUnexpected } from './problem';
import type { ActToSign } from './signed-act';
import { breaks, refuses, shows, ToyApi, type ToyPaths } from './toy-api.fixture';

const BODY = { body: { name: 'one' } };
const SOON = { 'retry-after': '0' };

describe('the client', () => {
  let api: ToyApi;
  let parley: Parley<ToyPaths>;

  beforeAll(async () => {
    api = await ToyApi.listen();
    parley = new Parley<ToyPaths>(`${api.url}/`, { purpose: 'Trying', attempts: 3 });
  });
  afterAll(() => api.close());

  const thrown = (promise: Promise<unknown>): Promise<unknown> =>
    promise.then(
      () => undefined,
      (error: unknown) => error,
    );

  it('signs each act by its key, its path and its body, with one signature for all attempts, and no read', async () => {
    const acts: ActToSign[] = [];
    const sign = (act: ActToSign) => {
      acts.push(act);
      return Promise.resolve(`signature ${String(acts.length)}`);
    };
    const signing = new Parley<ToyPaths>(api.url, { sign });
    api.will(refuses(503, 'contended', SOON), shows({ id: 1 }), shows({ id: 2 }), shows({ items: [], next: null }));
    await signing.post('/things', BODY);
    await signing.post('/v1/cases/{caseId}/calls', { params: { path: { caseId: 'a case' } } });
    await signing.get('/things');
    const [once = '', again, other = ''] = api.header('idempotency-key');
    expect(acts).toEqual([
      { act: 'POST /things', case: null, ...BODY, once },
      { act: 'POST /v1/cases/a%20case/calls', case: 'a case', body: undefined, once: other },
    ]);
    expect(again).toBe(once);
    expect(api.header('parley-signature')).toEqual(['signature 1', 'signature 1', 'signature 2', undefined]);
  });

  describe('sends again, with the same key and body', () => {
    it.each([
      ['a connection that broke', breaks],
      ['503 that says when', refuses(503, 'contended', SOON)],
      ['429 that says when', refuses(429, 'too-many-requests', SOON)],
      [
        'an answer that broke off',
        (response) => {
          response.writeHead(200, { 'content-type': 'application/json', 'content-length': '99' }).write('{"id":');
          setImmediate(() => response.destroy());
        },
      ],
    ] satisfies [string, typeof breaks][])('after %s', async (_, reply) => {
      api.will(reply, shows({ id: 1 }));
      expect((await parley.post('/things', BODY)).data).toEqual({ id: 1 });
      const [first, second] = api.header('idempotency-key');
      expect(first).toMatch(/^[0-9a-f-]{36}$/);
      expect(second).toBe(first);
      expect(api.got.map(({ body }) => body.toString())).toEqual(['{"name":"one"}', '{"name":"one"}']);
    });
  });

  it.each([
    ['a refusal', refuses(409, 'taken')],
    ['an error of the system', refuses(500, 'internal')],
    ['503 that does not say when', refuses(503, 'unavailable')],
    ['429 that asks for more than its patience', refuses(429, 'too-many-requests', { 'retry-after': '3600' })],
  ] satisfies [string, typeof breaks][])('does not send again after %s', async (_, reply) => {
    api.will(reply, shows({ id: 1 }));
    expect(await thrown(parley.post('/things', BODY))).toBeInstanceOf(ParleyProblem);
    expect(api.got).toHaveLength(1);
  });

  it('asks to wait for what follows from acts, beside what it always says', async () => {
    api.will(shows({ id: 1 }));
    await parley.get('/things', { wait: 5 });
    expect([api.header('prefer'), api.header('parley-purpose')]).toEqual([['wait=5'], ['Trying']]);
  });

  it('gives up after its attempts, and says with which key to go on', async () => {
    api.will();
    const error = await thrown(parley.post('/things', BODY));
    expect(error).toBeInstanceOf(ParleyUnanswered);
    const keys = api.header('idempotency-key');
    expect(keys).toHaveLength(3);
    expect(new Set([...keys, (error as ParleyUnanswered).idempotencyKey]).size).toBe(1);
  });

  it('sends the key that it is given', async () => {
    api.will(shows({ id: 1 }));
    await parley.post('/things', { ...BODY, params: { header: { 'Idempotency-Key': 'mine' } } });
    expect(api.header('idempotency-key')).toEqual(['mine']);
  });

  it('makes a key of its own for each act, and none for what is read', async () => {
    api.will(shows({ id: 1 }), shows({ id: 2 }), shows({ items: [], next: null }));
    await parley.post('/things', BODY);
    await parley.post('/things', BODY);
    await parley.get('/things');
    const [one, other, read] = api.header('idempotency-key');
    expect(one).not.toBe(other);
    expect(read).toBeUndefined();
    expect(api.header('parley-purpose')).toEqual(['Trying', 'Trying', 'Trying']);
  });

  it('stops when its caller does, between two attempts as well', async () => {
    const caller = new AbortController();
    const asked = thrown(parley.post('/things', { ...BODY, signal: caller.signal }));
    api.will((response) => {
      response.destroy();
      caller.abort(new Error('left'));
    });
    expect(await asked).toEqual(new Error('left'));
    expect(api.got).toHaveLength(1);
  });

  it('asks only for what has changed, page by page', async () => {
    const page = { items: [{ id: 1 }], next: null };
    const unchanged = (response: Parameters<typeof breaks>[0]): unknown => response.writeHead(304).end();
    api.will(shows(page, { etag: '"3"' }), unchanged, unchanged, shows(page, { etag: '"4"' }));
    const red = { params: { query: { colour: 'red' } } };
    const answers = [];
    for (const asked of [red, red, red, {}]) answers.push(await parley.get('/things', asked));
    expect(answers.map(({ data, etag }) => ({ data, etag }))).toEqual([
      ...Array<unknown>(3).fill({ data: page, etag: '"3"' }),
      { data: page, etag: '"4"' },
    ]);
    expect(api.header('if-none-match')).toEqual([undefined, '"3"', '"3"', undefined]);
  });

  it('goes over every page of a list with the same question', async () => {
    api.will(shows({ items: [{ id: 1 }, { id: 2 }], next: 'q 1' }), shows({ items: [{ id: 3 }], next: null }));
    const seen: number[] = [];
    for await (const { id } of parley.each('/things', { params: { query: { colour: 'red' } } })) seen.push(id);
    expect(seen).toEqual([1, 2, 3]);
    expect(api.got.map(({ url }) => url)).toEqual(['/things?colour=red', '/things?colour=red&cursor=q%201']);
  });

  it('asks for no page that nobody looks at', async () => {
    api.will(shows({ items: [{ id: 1 }, { id: 2 }], next: 'q1' }));
    for await (const { id } of parley.each('/things')) if (id === 1) break;
    expect(api.got).toHaveLength(1);
  });

  it('throws a refusal with its code, rule and fields, and knows of which operation it is', async () => {
    api.will(refuses(409, 'taken'));
    const error = await thrown(parley.post('/things', BODY));
    expect(error).toMatchObject({
      code: 'taken',
      status: 409,
      rule: 'I-28',
      messages: { en: 'It is refused.', 'zh-Hans': '不予受理。' },
      errors: [{ path: '/name', code: 'too-long' }],
      message: 'POST /things: 409 taken (I-28): It is refused.\n  /name: It is refused.',
    });
    expect(parley.isProblemOf('post', '/things', error)).toBe(true);
    expect(parley.isProblemOf('get', '/things', error)).toBe(false);
    expect(parley.isProblemOf('post', '/things', new Error('taken'))).toBe(false);
  });

  it('tells the answer of somebody else, such as a proxy, from one of the API', async () => {
    api.will((response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>'));
    const error = await thrown(parley.get('/things'));
    expect(error).toBeInstanceOf(ParleyUnexpected);
    expect(error).toMatchObject({ message: 'GET /things: 502 without a problem of the API' });
  });

  it.each(['', 'two\nlines\n'])('downloads what is there, and be it nothing: %j', async (text) => {
    api.will((response) => {
      response.writeHead(200, { 'content-type': 'text/plain', 'content-length': String(text.length) }).end(text);
    });
    expect(await (await parley.download('/file')).data.text()).toBe(text);
  });

  it('sends a file with its digest, tells how far it is, and begins anew when the connection breaks', async () => {
    const content = new Uint8Array(150_000).fill(1);
    api.will(breaks, shows({ uploadId: 'u1' }));
    const heard: number[] = [];
    const { data } = await parley.upload(content, { onSent: (sent) => heard.push(sent) });
    expect(data).toEqual({ uploadId: 'u1' });
    expect(heard).toEqual([65_536, 131_072, 150_000]);
    expect(api.got.map(({ body }) => body.equals(Buffer.from(content)))).toEqual([true, true]);
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', content)).toString('base64');
    expect(api.header('repr-digest')).toEqual(Array(2).fill(`sha-256=:${digest}:`));
    expect(api.header('content-type')).toEqual(Array(2).fill('application/octet-stream'));
  });

  it('throws the refusal of a file', async () => {
    api.will(refuses(409, 'closed'));
    const error = await thrown(parley.upload(new Blob(['x'])));
    expect(parley.isProblemOf('post', '/v1/uploads', error) && error.code).toBe('closed');
  });
});
