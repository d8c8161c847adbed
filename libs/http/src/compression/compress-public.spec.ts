import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Controller, Get, Module, Res } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createMemoryIssuer, Public, Roles } from '@parley/auth';
import { createLogger } from '@parley/telemetry';
import type { FastifyReply } from 'fastify';
import { createApp } from '../app/create-app';
import { systemClock } from '../app/system-clock';
import { answerPage } from '../pages/page-answer';
import { HoldsNoMaterial } from '../reads/logged-read.decorator';
import { answerEverybody } from './compress-public';

const LONG = `<p>${'A grievance of one government against the other. '.repeat(100)}</p>`;

@Controller('things')
class ThingsController {
  @Get('page')
  @Public()
  page(@Res({ passthrough: true }) reply: FastifyReply): string {
    answerPage(reply, 'en');
    return LONG;
  }

  @Get('short')
  @Public()
  short(@Res({ passthrough: true }) reply: FastifyReply): string {
    answerEverybody(reply);
    return 'short';
  }

  @Get('data')
  @Public()
  data(): readonly string[] {
    return [LONG];
  }

  @Get('own')
  @Roles('desk')
  @HoldsNoMaterial()
  own(@Res({ passthrough: true }) reply: FastifyReply): string {
    void reply.type('text/html; charset=utf-8');
    return LONG;
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

describe('compression', () => {
  let app: NestFastifyApplication;
  let bearer: string;

  beforeAll(async () => {
    const issuer = await createMemoryIssuer();
    bearer = await issuer.bearer({ sub: 'cn-desk', party: 'CN', roles: ['desk'] });
    app = await createApp(ThingsModule, {
      clock: systemClock,
      tokens: issuer.verifier,
      cursorSecret: Buffer.alloc(32),
      logger: createLogger('silent'),
    });
  });
  afterAll(() => app.close());

  const get = (url: string, coding: string | undefined, more: Readonly<Record<string, string>> = {}) =>
    app.inject({ url, headers: { ...(coding === undefined ? {} : { 'accept-encoding': coding }), ...more } });
  const codingOf = async (...asked: Parameters<typeof get>) => (await get(...asked)).headers['content-encoding'];

  it('makes a page small for who takes that, and loses nothing of it', async () => {
    const plain = await get('/things/page', undefined);
    expect([plain.body, plain.headers['content-encoding']]).toEqual([LONG, undefined]);
    for (const [asked, coding, read] of [
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['gzip;q=0.5, x', 'gzip', gunzipSync],
      ['br;q=0, gzip', 'gzip', gunzipSync],
    ] as const) {
      const { headers, rawPayload } = await get('/things/page', asked);
      expect(headers).toMatchObject({ 'content-encoding': coding, 'content-length': String(rawPayload.length) });
      expect(rawPayload.length).toBeLessThan(LONG.length / 10);
      expect(read(rawPayload).toString()).toBe(LONG);
    }
  });

  it.each(['identity', 'gzip;q=0', 'deflate', '', '*'])('leaves it as it is for who says "%s"', async (asked) => {
    expect((await get('/things/page', asked)).body).toBe(LONG);
  });

  it('says of each answer that could have come otherwise that it could, so that no cache mixes them up', async () => {
    for (const asked of [undefined, 'br', 'identity'])
      expect((await get('/things/page', asked)).headers['vary']).toContain('accept-encoding');
  });

  it('answers HEAD as it would GET', async () => {
    const headers = { 'accept-encoding': 'br' };
    const [got, head] = [
      await get('/things/page', 'br'),
      await app.inject({ method: 'HEAD', url: '/things/page', headers }),
    ];
    expect(head.rawPayload.length).toBe(0);
    for (const name of ['content-encoding', 'content-length', 'vary'])
      expect([name, head.headers[name]]).toEqual([name, got.headers[name]]);
  });

  it('leaves what is short as it is', async () => expect(await codingOf('/things/short', 'br')).toBeUndefined());

  it('is for what everybody is shown alone: never for what a reader has of its own (BREACH)', async () => {
    expect(await codingOf('/things/data', 'br')).toBeUndefined();
    const own = await get('/things/own', 'br', { authorization: bearer });
    expect([own.statusCode, own.body, own.headers['content-encoding']]).toEqual([200, LONG, undefined]);
    // Even where somebody said by mistake that it is for everybody.
    expect(await codingOf('/things/page', 'br', { authorization: bearer })).toBeUndefined();
  });

  it('has the style sheet and the document of the API come in less than half of their bytes', async () => {
    for (const url of ['/pages.css', '/openapi.json']) {
      const [plain, small] = [await get(url, undefined), await get(url, 'gzip')];
      expect(gunzipSync(small.rawPayload).equals(plain.rawPayload)).toBe(true);
      expect(small.rawPayload.length * 2).toBeLessThan(plain.rawPayload.length);
    }
  });
});
