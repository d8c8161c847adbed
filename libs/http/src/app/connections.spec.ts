import { connect, type Server, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Body, Controller, Get, Module, Post, Req, StreamableFile } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Instant } from '@parley/kernel';
import { createMemoryIssuer, Public, memorySigner } from '@parley/auth';
import { createLogger } from '@parley/telemetry';
import { TextField } from '../fields/field-decorators';
import { Upload, Uploaded } from '../uploads/upload.decorator';
import { ReceivedUpload } from '../uploads/received-upload';
import type { AppOptions } from './app-options';
import type { FastifyRequest } from 'fastify';
import { createApp } from './create-app';

class NoteRequest {
  @TextField({ meaning: 'A note.', example: 'x', max: 100 })
  readonly text: string;
}

const kept: number[] = [];
let release: (() => void) | undefined;

@Controller()
class ConnectionsController {
  @Post('notes')
  @Public()
  note(@Body() { text }: NoteRequest): { readonly text: string } {
    return { text };
  }

  @Post('files')
  @Public()
  @Upload({ maxBytes: 1_000 })
  async file(@Uploaded() upload: ReceivedUpload): Promise<{ readonly bytes: number }> {
    let bytes = 0;
    for await (const chunk of upload.stream()) bytes += (chunk as Buffer).length;
    kept.push(bytes);
    return { bytes };
  }

  @Post('dripped')
  @Public()
  @Upload({ maxBytes: 1_000 })
  async dripped(@Req() { raw }: FastifyRequest): Promise<void> {
    await text(new ReceivedUpload(raw, 1_000, undefined, { bytes: 10, millis: 20 }).stream());
  }

  @Get('slow')
  @Public()
  async slow(): Promise<{ readonly done: true }> {
    await new Promise<void>((resolve) => (release = resolve));
    return { done: true };
  }

  @Get('lasting')
  @Public()
  lasting(): StreamableFile {
    return new StreamableFile(Readable.from(slowly()), { type: 'text/plain' });
  }
}

/** An answer that goes on for three times as long as a body may take. */
async function* slowly(): AsyncGenerator<string> {
  for (let part = 1; part <= 6; part++) {
    yield `${String(part)} `;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

@Module({ controllers: [ConnectionsController] })
class ConnectionsModule {}

@Controller('forgotten')
class ForgetfulController {
  @Get()
  read(): string {
    return 'x';
  }
}

@Module({ controllers: [ForgetfulController] })
class ForgetfulModule {}

const code = (text: string): string | undefined => /"code":"([^"]+)"/.exec(text)?.[1];

describe('a server', () => {
  let app: NestFastifyApplication;
  let options: AppOptions;
  const admitted: string[] = [];
  let door: Promise<void> = Promise.resolve();
  let onLeave: (path: string) => void = () => undefined;

  /** Sends bytes as they are, and gives the answer once the connection has closed. */
  const raw = (text: string, end = false) =>
    new Promise<string>((resolve, reject) => {
      const { port } = app.getHttpServer().address() as { port: number };
      const socket = connect(port, '127.0.0.1', () => (end ? socket.end(text) : socket.write(text)));
      let answer = '';
      socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
      socket.on('close', () => resolve(answer));
      socket.on('error', reject);
    });

  beforeAll(async () => {
    options = {
      clock: { now: () => '2025-02-05T08:00:00.000Z' as Instant },
      tokens: (await createMemoryIssuer()).verifier,
      signer: memorySigner(),
      cursorSecret: Buffer.alloc(32, 7),
      logger: createLogger('silent'),
      requestTimeout: 100,
      readiness: [
        { name: 'database', check: () => Promise.resolve('it is starting') },
        { name: 'broken', check: () => Promise.reject(new Error('postgres://user:secret@host')) },
        {
          name: 'fine',
          check: () => Promise.resolve(undefined),
          degraded: () => Promise.resolve('2 messages are parked in audit'),
        },
      ],
      admission: {
        enter: ({ path }) => door.then(() => void admitted.push(`enter ${path}`)),
        leave: ({ path }) => {
          admitted.push(`leave ${path}`);
          onLeave(path);
        },
      },
    };
    app = await createApp(ConnectionsModule, options);
    await app.listen(0, '127.0.0.1');
  });
  afterAll(() => app.close());

  it('lets go of a client that hung up while it waited at the door', async () => {
    const left = new Promise<string>((resolve) => (onLeave = resolve));
    let open: () => void = () => undefined;
    door = new Promise((resolve) => (open = resolve));
    const { port } = app.getHttpServer().address() as { port: number };
    const closed = new Promise((resolve) =>
      app.getHttpServer().once('connection', (socket: Socket) => socket.once('close', resolve)),
    );
    const client = connect(port, '127.0.0.1', () =>
      client.write('GET /slow?held HTTP/1.1\r\nhost: x\r\n\r\n', () => client.destroy()),
    );
    await closed;
    open();
    expect(await left).toBe('/slow');
  });

  it('refuses a body that does not come in time, and closes', async () => {
    const answer = await raw(
      'POST /notes HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{"text": "beg',
    );
    expect(answer).toContain('HTTP/1.1 408');
    expect(code(answer)).toBe('request-timeout');
  });

  it('goes on with an answer for longer than a body may take', async () => {
    const other = await createApp(ConnectionsModule, options);
    await other.listen(0, '127.0.0.1');
    const answer = await fetch(`${await other.getUrl()}/lasting`);
    expect(await answer.text()).toBe('1 2 3 4 5 6 ');
    await other.close();
  });

  it('answers what is not HTTP with a problem', async () => {
    expect(code(await raw('HELO parley\r\n\r\n'))).toBe('malformed-request');
  });

  it('answers headers that are too large with a problem', async () => {
    expect(code(await raw(`GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`))).toBe(
      'headers-too-large',
    );
  });

  it('takes an upload as a stream and counts it', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/files',
      headers: { 'content-type': 'application/octet-stream' },
      payload: Buffer.alloc(1_000),
    });
    expect(response.json()).toEqual({ bytes: 1_000 });
  });

  it.each([
    [
      'is declared too large',
      { 'content-type': 'application/octet-stream' },
      Buffer.alloc(1_001),
      413,
      'body-too-large',
    ],
    [
      'is of another content type',
      { 'content-type': 'application/json' },
      Buffer.from('{}'),
      415,
      'wrong-content-type',
    ],
  ])('refuses an upload that %s', async (_what, headers, payload, status, problem) => {
    const response = await app.inject({ method: 'POST', url: '/files', headers, payload });
    expect([response.statusCode, code(response.body)]).toEqual([status, problem]);
  });

  it('refuses an upload that turns out too large', async () => {
    const chunk = `3e8\r\n${'x'.repeat(1_000)}\r\n`;
    const answer = await raw(
      'POST /files HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: ' +
        `application/octet-stream\r\ntransfer-encoding: chunked\r\n\r\n${chunk}${chunk}0\r\n\r\n`,
    );
    expect(code(answer)).toBe('body-too-large');
  });

  it('keeps nothing of an upload that is cut off', async () => {
    kept.length = 0;
    await raw(
      'POST /files HTTP/1.1\r\nhost: x\r\ncontent-type: application/octet-stream\r\ncontent-length: 900\r\n\r\nhalf',
      true,
    );
    expect(kept).toEqual([]);
  });

  it('refuses an upload that comes in drop by drop, and closes', async () => {
    const answer = await raw(
      'POST /dripped HTTP/1.1\r\nhost: x\r\ncontent-type: application/octet-stream\r\ncontent-length: 900\r\n\r\ndrop',
    );
    expect(answer).toContain('HTTP/1.1 408');
    expect(code(answer)).toBe('upload-too-slow');
  });

  it('takes no file where an act is expected', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/notes',
      headers: { 'content-type': 'application/octet-stream' },
      payload: Buffer.alloc(1),
    });
    expect([response.statusCode, code(response.body)]).toEqual([415, 'wrong-content-type']);
  });

  it('says what is not ready, without the text of an error', async () => {
    const response = await app.inject({ url: '/readyz' });
    expect(response.statusCode).toBe(503);
    expect(response.json()).toEqual({
      status: 'not-ready',
      reasons: [
        { check: 'database', reason: 'it is starting' },
        { check: 'broken', reason: 'the check failed' },
      ],
      degraded: [{ check: 'fine', reason: '2 messages are parked in audit' }],
    });
    expect((await app.inject({ url: '/healthz' })).json()).toEqual({ status: 'alive' });
  });

  it('lets each request through its admission once in and once out', async () => {
    admitted.length = 0;
    await raw('GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
    expect(admitted).toEqual(['enter /healthz', 'leave /healthz']);
  });

  it('does not start with a route that says neither who may call it nor that anybody may', async () => {
    await expect(createApp(ForgetfulModule, options)).rejects.toThrow('ForgetfulController.read');
  });

  it('finishes what is under way when it closes, and refuses what comes then', async () => {
    const other = await createApp(ConnectionsModule, options);
    await other.listen(0, '127.0.0.1');
    const url = await other.getUrl();
    const slow = fetch(`${url}/slow`).then((response) => response.json());
    while (!release) await new Promise((resolve) => setImmediate(resolve));
    const server = other.getHttpServer() as Server;
    const closed = other.close();
    while (server.listening) await new Promise((resolve) => setImmediate(resolve));
    release();
    expect(await slow).toEqual({ done: true });
    await closed;
    await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed');
  });
});
