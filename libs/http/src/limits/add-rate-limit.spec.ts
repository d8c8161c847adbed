import fc from 'fast-check';
import { Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createMemoryIssuer, type MemoryIssuer, Public } from '@parley/auth';
import { createLogger } from '@parley/telemetry';
import { createApp } from '../app/create-app';
import { systemClock } from '../app/system-clock';
import { SecuritySpans } from '../security/security-spans';

@Controller()
class ListController {
  @Get('list')
  @Public()
  list(): { readonly items: readonly string[] } {
    return { items: [] };
  }
}

@Module({ controllers: [ListController] })
class ListModule {}

describe('who asks too often', () => {
  let issuer: MemoryIssuer;
  let app: NestFastifyApplication;
  let security: SecuritySpans;

  const open = async (requestsPerMinute: number, trustedProxies: readonly string[] = []): Promise<void> => {
    issuer = await createMemoryIssuer();
    security = new SecuritySpans();
    app = await createApp(ListModule, {
      clock: systemClock,
      tokens: issuer.verifier,
      cursorSecret: Buffer.alloc(32),
      logger: createLogger('silent'),
      requestsPerMinute,
      trustedProxies,
      security,
    });
  };
  afterEach(() => app.close());

  const get = (headers: Readonly<Record<string, string>> = {}, url = '/list', remoteAddress = '192.0.2.1') =>
    app.inject({ method: 'GET', url, headers, remoteAddress });
  const statuses = async (times: number, ...asked: Parameters<typeof get>): Promise<readonly number[]> => {
    const answers: number[] = [];
    for (let n = 0; n < times; n++) answers.push((await get(...asked)).statusCode);
    return answers;
  };
  const tokenOf = async (sub: string): Promise<{ readonly authorization: string }> => ({
    authorization: `Bearer ${await issuer.token({ sub: sub, party: 'CN', roles: ['desk'] })}`,
  });

  it('is refused in both languages, and told when to come again', async () => {
    await open(2);
    expect(await statuses(2)).toEqual([200, 200]);
    const refused = await get();
    expect([refused.statusCode, refused.headers['retry-after'], refused.headers['content-type']]).toEqual([
      429,
      '60',
      'application/problem+json',
    ]);
    expect(refused.json()).toMatchObject({
      code: 'too-many-requests',
      messages: { en: expect.any(String) as string, 'zh-Hans': expect.any(String) as string },
    });
  });

  it('is a person wherever the requests come from, and keeps nobody else of the same address out', async () => {
    await open(2);
    const desk = await tokenOf('cn-desk');
    expect(await statuses(2, desk)).toEqual([200, 200]);
    expect((await get(desk, '/list', '192.0.2.99')).statusCode).toBe(429);
    expect((await get(await tokenOf('us-desk'))).statusCode).toBe(200);
    expect(await statuses(3)).toEqual([200, 200, 429]);
  });

  it('is a security event: counted by person, and for all addresses together', async () => {
    await open(1);
    const desk = await tokenOf('cn-desk');
    await statuses(4, desk);
    for (const address of ['192.0.2.7', '192.0.2.8']) await statuses(3, {}, '/list?token=hidden', address);
    const limit = { kind: 'limit', method: 'GET', route: '/list', outcome: 'too-many-requests' };
    expect(security.take()).toEqual([
      expect.objectContaining({ ...limit, personId: 'cn-desk', party: 'CN', count: 3 }),
      expect.objectContaining({ ...limit, personId: null, party: null, count: 4 }),
    ]);
  });

  it('is an address for tokens that are not valid, whatever they claim', async () => {
    await open(2);
    const answers = [
      await get({ authorization: 'Bearer made.up.1' }),
      await get({ authorization: 'Bearer made.up.2' }),
      await get({ authorization: 'Bearer made.up.3' }),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401, 429]);
    expect((await get({}, '/list', '192.0.2.2')).statusCode).toBe(200);
  });

  it('is the address that a trusted proxy names, and no header’s of anybody else', async () => {
    await open(1, ['192.0.2.0/24']);
    const by = (client: string) => ({ 'x-forwarded-for': `198.51.100.7, ${client}` });
    expect([
      (await get(by('203.0.113.1'))).statusCode,
      (await get(by('203.0.113.2'))).statusCode,
      (await get(by('203.0.113.1'))).statusCode,
    ]).toEqual([200, 200, 429]);
    await app.close();
    await open(1);
    expect([(await get(by('203.0.113.1'))).statusCode, (await get(by('203.0.113.2'))).statusCode]).toEqual([200, 429]);
  });

  it('makes no more than twice the limit of requests in any minute, and is refused no longer than told', async () => {
    let now = Date.UTC(2025, 1, 3);
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
    try {
      await open(5);
      let caller = 0;
      const waits = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 40 });
      await fc.assert(
        fc.asyncProperty(waits, async (steps) => {
          const address = `2001:db8::${(++caller).toString(16)}`;
          const passed: number[] = [];
          for (const step of steps) {
            now += step;
            const { statusCode, headers } = await get({}, '/list', address);
            if (statusCode === 429) {
              now += Number(headers['retry-after']) * 1_000;
              expect((await get({}, '/list', address)).statusCode).toBe(200);
            }
            passed.push(now);
          }
          for (const from of passed)
            expect(passed.filter((at) => at >= from && at < from + 60_000).length).toBeLessThanOrEqual(2 * 5);
        }),
      );
    } finally {
      clock.mockRestore();
    }
  });

  it('is refused on a path that leads nowhere too', async () => {
    await open(2);
    expect(await statuses(3, {}, '/nowhere')).toEqual([404, 404, 429]);
  });

  it('is nobody who asks after health, and nobody where there is no limit', async () => {
    await open(1);
    expect(await statuses(3, {}, '/healthz')).toEqual([200, 200, 200]);
    await app.close();
    await open(0);
    expect(await statuses(5)).toEqual([200, 200, 200, 200, 200]);
  });
});
