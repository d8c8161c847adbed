import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { createMemoryIssuer, memorySigner, Public } from '@parley/auth';
import { createLogger } from '@parley/telemetry';
import { createApp } from '../app/create-app';
import { systemClock } from '../app/system-clock';
import { problemCatalogue } from '../problems/problem-catalogue';

@Controller('v1/things')
class ThingsController {
  @Get()
  @Public()
  @ApiOperation({ summary: 'Read a thing' })
  @ApiOkResponse({ schema: { type: 'string' } })
  readThing(): string {
    return '';
  }
}

/** The document, as far as is asked here. */
interface Document {
  readonly components: {
    readonly schemas: {
      readonly ProblemCode: { readonly enum: readonly string[]; readonly 'x-enum-descriptions': readonly string[] };
    };
  };
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

describe('the served document of an application', () => {
  let app: NestFastifyApplication;

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

  it('is not sent again to who has it, and compressed to who takes that', async () => {
    const first = await app.inject({ url: '/openapi.json' });
    const headers = { 'if-none-match': first.headers.etag as string };
    expect((await app.inject({ url: '/openapi.json', headers })).statusCode).toBe(304);
    expect((await app.inject({ url: '/openapi.json', headers: { 'if-none-match': '"another"' } })).statusCode).toBe(
      200,
    );
    const small = await app.inject({ url: '/openapi.json', headers: { 'accept-encoding': 'gzip;q=0.8, x' } });
    expect(small.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding, accept-language' });
    expect(gunzipSync(small.rawPayload).toString()).toBe(first.body);
    const smallest = await app.inject({ url: '/openapi.json', headers: { 'accept-encoding': 'gzip, deflate, br' } });
    expect(smallest.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(smallest.rawPayload).toString()).toBe(first.body);
    const plain = await app.inject({ url: '/openapi.json', headers: { 'accept-encoding': 'gzip;q=0' } });
    expect(plain.headers['content-encoding']).toBeUndefined();
  });

  it('says what its refusals mean in the language that is asked for, and is another document then', async () => {
    const inLanguage = async (language: string) => {
      const { headers, body } = await app.inject({ url: '/openapi.json', headers: { 'accept-language': language } });
      const { components } = JSON.parse(body) as Document;
      const { enum: codes, 'x-enum-descriptions': meanings } = components.schemas.ProblemCode;
      const sentence = meanings[codes.indexOf('not-found')];
      return { sentence, language: headers['content-language'], tag: headers.etag };
    };
    const [english, chinese] = [await inLanguage('fr, en;q=0.5'), await inLanguage('zh-CN, en;q=0.5')];
    const { en, 'zh-Hans': zh } = problemCatalogue.notFound;
    expect([english, chinese]).toMatchObject([
      { sentence: `I-43: ${en}`, language: 'en' },
      { sentence: `I-43: ${zh}`, language: 'zh-Hans' },
    ]);
    expect(chinese.tag).not.toBe(english.tag);
    expect(await inLanguage('en')).toEqual(english);
  });
});
