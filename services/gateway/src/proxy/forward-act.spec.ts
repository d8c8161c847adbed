import { text } from 'node:stream/consumers';
import { Proxied } from './proxied.fixture';

const EARLY = { code: 'wrong-stage' };

describe('an act that its service refuses', () => {
  let proxied: Proxied;
  let bodies: string[];
  /** What the service says, in turn. */
  let answers: { readonly status: number; readonly body: object }[];

  beforeEach(async () => {
    proxied = await Proxied.start();
    [bodies, answers] = [[], []];
    proxied.answering = async (request, response) => {
      bodies.push(await text(request));
      const { status, body } = answers.shift() ?? { status: 500, body: {} };
      const of = status < 400 ? { etag: '"3"' } : { 'x-refused': 'once', 'x-frame-options': 'of the service' };
      response.writeHead(status, { 'content-type': 'application/json', ...of }).end(JSON.stringify(body));
    };
  });
  afterEach(() => proxied.stop());

  const act = async (body = '{"position":"税"}') => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'k' };
    const answer = await fetch(`${proxied.url}/v1/cases`, { method: 'POST', headers, body });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as object };
  };

  it('is sent once more, as it came, when all that is on record has been heard', async () => {
    answers = [
      { status: 409, body: EARLY },
      { status: 201, body: { done: true } },
    ];
    const { status, headers, body } = await act();
    expect([status, body, headers.get('etag'), headers.get('x-refused')]).toEqual([201, { done: true }, '"3"', null]);
    expect(bodies).toEqual(['{"position":"税"}', '{"position":"税"}']);
  });

  it('stands refused when it is refused again, whatever the reason then', async () => {
    answers = [
      { status: 404, body: { code: 'not-found' } },
      { status: 409, body: EARLY },
    ];
    expect(await act()).toMatchObject({ status: 409, body: EARLY });
    expect(bodies).toHaveLength(2);
  });

  it('is sent once when all had been heard before it came', async () => {
    answers = [409, 409, 409].map((status) => ({ status, body: EARLY }));
    await act();
    expect(await act()).toMatchObject({ status: 409, body: EARLY });
    expect(bodies).toHaveLength(3);
  });

  it('is told to come again when nobody can say whether all has been heard', async () => {
    proxied.hearing = () => Promise.reject(new Error('the broker is away'));
    answers = [{ status: 409, body: EARLY }];
    const { status, headers, body } = await act();
    expect([status, body]).toEqual([503, expect.objectContaining({ code: 'not-yet', instance: '/v1/cases' })]);
    expect([headers.get('retry-after'), headers.get('x-refused')]).toEqual(['1', null]);
    expect(headers.get('x-frame-options')).toBe('DENY');
  });

  it.each([
    [422, { code: 'invalid-fields' }],
    [403, { code: 'role-required' }],
    [409, { code: 'idempotency-key-reused' }],
    [400, { nothing: 'of the API' }],
  ])('is sent once where its %s by %j depends on nothing that was recorded', async (status, body) => {
    proxied.hearing = () => Promise.reject(new Error('not to be asked'));
    answers = [{ status, body }];
    expect(await act()).toMatchObject({ status, body });
    expect(bodies).toHaveLength(1);
  });

  it('is sent once more without a body where it had none', async () => {
    answers = [
      { status: 404, body: { code: 'not-found' } },
      { status: 200, body: {} },
    ];
    const answer = await fetch(`${proxied.url}/v1/drafts/1`, { method: 'DELETE' });
    expect(answer.status).toBe(200);
    expect(bodies).toEqual(['', '']);
  });
});
