import { KeptToken } from './kept-token';
import { Parley } from './parley';
import { refuses, shows, ToyApi, type ToyPaths } from './toy-api.fixture';

const LIFE_S = 900;

/** Gives numbered tokens, whose `iat` is far from the clock of this machine. */
function issuer(): jest.Mock<Promise<string>, []> {
  let given = 0;
  return jest.fn(async () => {
    const payload = JSON.stringify({ iat: 1_000, exp: 1_000 + LIFE_S, n: given++ });
    return `head.${Buffer.from(payload).toString('base64url')}.signature`;
  });
}

describe('a token that is kept', () => {
  afterEach(() => jest.restoreAllMocks());

  const later = (seconds: number): void => {
    const then = Date.now() + seconds * 1_000;
    jest.spyOn(Date, 'now').mockReturnValue(then);
  };

  it('is asked for once by all who need it at the same time, and used until a minute before its end', async () => {
    const ask = issuer();
    const kept = new KeptToken(ask);
    const [first, ...others] = await Promise.all([kept.current(), kept.current(), kept.current()]);
    later(LIFE_S - 61);
    expect(new Set([first, ...others, await kept.current()]).size).toBe(1);
    expect(ask).toHaveBeenCalledTimes(1);
    later(2);
    expect(await kept.current()).not.toBe(first);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('is used once where it does not tell how long it lives', async () => {
    const ask = jest.fn(() => 'opaque');
    const kept = new KeptToken(ask);
    await kept.current();
    await kept.current();
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('is asked for again after nobody could give one', async () => {
    const ask = issuer().mockRejectedValueOnce(new Error('no issuer'));
    const kept = new KeptToken(ask);
    await expect(kept.current()).rejects.toThrow('no issuer');
    expect(await kept.current()).toMatch(/^head\./);
  });

  describe('when it is refused', () => {
    let api: ToyApi;

    beforeAll(async () => {
      api = await ToyApi.listen();
    });
    afterAll(() => api.close());

    it('is replaced, once for a call, and the act has the same key', async () => {
      const ask = issuer();
      const parley = new Parley<ToyPaths>(api.url, { token: ask });
      api.will(
        refuses(401, 'token-invalid'),
        shows({ id: 1 }),
        refuses(401, 'token-invalid'),
        refuses(401, 'token-invalid'),
      );
      await parley.post('/things', { body: { name: 'one' } });
      const [first, second] = api.header('authorization');
      expect(first).toMatch(/^Bearer head\./);
      expect(second).not.toBe(first);
      expect(new Set(api.header('idempotency-key')).size).toBe(1);
      await expect(parley.get('/things')).rejects.toMatchObject({ code: 'token-invalid' });
      expect(ask).toHaveBeenCalledTimes(3);
    });

    it('is no matter of the API when its source fails: nothing is sent', async () => {
      api.will(shows({ items: [], next: null }));
      const parley = new Parley<ToyPaths>(api.url, { token: () => Promise.reject(new Error('signed out')) });
      await expect(parley.get('/things')).rejects.toThrow('signed out');
      expect(api.got).toEqual([]);
    });
  });
});
