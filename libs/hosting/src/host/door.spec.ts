import { Controller, Get, HttpCode, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createMemoryIssuer, Public } from '@parley/auth';
import { createApp, systemClock } from '@parley/http';
import { createLogger } from '@parley/telemetry';
import { Door } from './door';

describe('the door of a service', () => {
  let door: Door;
  let app: NestFastifyApplication;
  let answer: () => void;
  let entered: Promise<void>;

  beforeEach(async () => {
    door = new Door('it is starting');
    let begun: () => void = () => undefined;
    entered = new Promise((resolve) => (begun = resolve));
    const answering = new Promise<void>((resolve) => (answer = resolve));
    @Controller()
    class Slow {
      @Get('slow')
      @Public()
      async slow(): Promise<{ readonly done: boolean }> {
        begun();
        await answering;
        return { done: true };
      }

      @Post('acts')
      @HttpCode(200)
      @Public()
      act(): { readonly done: boolean } {
        return { done: true };
      }

      @Get('acts')
      @Public()
      acts(): { readonly items: readonly string[] } {
        return { items: [] };
      }
    }
    @Module({ controllers: [Slow] })
    class SlowModule {}
    app = await createApp(SlowModule, {
      clock: systemClock,
      tokens: (await createMemoryIssuer()).verifier,
      cursorSecret: Buffer.alloc(32),
      logger: createLogger('silent'),
      admission: door,
      readiness: [{ name: 'intake', check: () => Promise.resolve(door.reason) }],
    });
    await app.listen(0, '127.0.0.1');
  });
  afterEach(() => app.close());

  const get = async (path: string) => fetch(`${await app.getUrl()}${path}`);

  it('refuses everything but questions after health while the service starts', async () => {
    const refused = await get('/slow');
    expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toEqual([
      503,
      '1',
      expect.objectContaining({ code: 'unavailable' }),
    ]);
    expect((await get('/nowhere')).status).toBe(503);
    expect((await get('/healthz')).status).toBe(200);
    expect(await (await get('/readyz')).json()).toMatchObject({
      status: 'not-ready',
      reasons: [{ check: 'intake', reason: 'it is starting' }],
    });
  });

  it('lets those inside finish when it closes, refuses new ones, and says so at once', async () => {
    door.open();
    const inside = get('/slow');
    await entered;
    let empty = false;
    const left = door.close('it is stopping').then(() => (empty = true));
    expect((await get('/slow')).status).toBe(503);
    const ready = await get('/readyz');
    expect([ready.status, await ready.json()]).toEqual([
      503,
      expect.objectContaining({ reasons: [{ check: 'intake', reason: 'it is stopping' }] }),
    ]);
    expect(empty).toBe(false);
    answer();
    expect(await (await inside).json()).toEqual({ done: true });
    await left;
  });

  it('lets reads in and refuses acts while it is unsure whose the database is', async () => {
    let unsure = true;
    door.refuseActsWhile(() => unsure);
    door.open();
    const act = async () => fetch(`${await app.getUrl()}/acts`, { method: 'POST' });
    expect([(await get('/acts')).status, (await act()).status, (await act()).headers.get('retry-after')]).toEqual([
      200,
      503,
      '1',
    ]);
    unsure = false;
    expect((await act()).status).toBe(200);
  });

  it('has nobody to wait for when nobody is inside', async () => {
    door.open();
    await door.close('it is stopping');
    expect(door.reason).toBe('it is stopping');
  });
});
