import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { SentEvents } from '@parley/testing';
import { Proxied } from './proxied.fixture';

const JSON_TYPE = { 'content-type': 'application/json' };
const MIB = 1024 * 1024;

describe('the routes of the gateway', () => {
  let proxied: Proxied;

  beforeEach(async () => {
    proxied = await Proxied.start();
  });
  afterEach(() => proxied.stop());

  it('pass on method, address, body and answer as they are', async () => {
    proxied.answering = async (request, response) => {
      response
        .writeHead(201, { etag: '"3"', 'content-type': 'application/json', location: '/v1/cases/1' })
        .end(JSON.stringify({ sent: await text(request) }));
    };
    const answer = await fetch(`${proxied.url}/v1/cases?x=%2e%2e/a&y=%E4%B8%AD`, {
      method: 'POST',
      headers: JSON_TYPE,
      body: '{"subject": "税"}',
    });
    expect([answer.status, answer.headers.get('etag'), answer.headers.get('location')]).toEqual([
      201,
      '"3"',
      '/v1/cases/1',
    ]);
    expect(await answer.json()).toEqual({ sent: '{"subject": "税"}' });
    expect(proxied.asked).toEqual(['POST /v1/cases?x=%2e%2e/a&y=%E4%B8%AD']);
  });

  it.each(['GET', 'HEAD', 'PUT', 'DELETE'])('pass on %s', async (method) => {
    proxied.answering = (_request, response) =>
      void response
        .writeHead(200, { 'content-length': method === 'HEAD' ? 7 : 2 })
        .end(method === 'HEAD' ? undefined : 'ok');
    const answer = await fetch(`${proxied.url}/v1/drafts/1`, { method });
    expect([answer.status, await answer.text()]).toEqual([200, method === 'HEAD' ? '' : 'ok']);
    expect(proxied.asked).toEqual([`${method} /v1/drafts/1`]);
  });

  it('pass on what a service has compressed for who takes that', async () => {
    const page = '<p>a grievance</p>'.repeat(100);
    const taken: unknown[] = [];
    proxied.answering = ({ headers }, response) => {
      taken.push(headers['accept-encoding']);
      response
        .writeHead(200, { 'content-encoding': 'gzip', vary: 'accept-encoding', 'content-type': 'text/html' })
        .end(gzipSync(page));
    };
    const answer = await fetch(`${proxied.url}/docket/CN-2025-0001`, { headers: { 'accept-encoding': 'gzip' } });
    expect([taken, answer.headers.get('content-encoding'), answer.headers.get('vary')]).toEqual([
      ...[['gzip'], 'gzip', 'accept-encoding'],
    ]);
    expect(await answer.text()).toBe(page);
  });

  it('carry the id and the trace of a request, and nothing that belongs to its connection', async () => {
    const came: IncomingHttpHeaders[] = [];
    proxied.answering = ({ headers }, response) => {
      came.push(headers);
      response
        .writeHead(200, { 'x-of-service': 'kept', 'keep-alive': 'timeout=1', 'x-hop': 'dropped', connection: 'x-hop' })
        .end();
    };
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const head =
      `GET /v1/cases HTTP/1.1\r\nhost: parley\r\ntraceparent: ${traceparent}\r\nx-request-id: ` +
      'request-of-a-client\r\nx-private: 1\r\nte: trailers\r\nconnection: close, x-private\r\n\r\n';
    const answer = await proxied.raw(head);
    expect(came).toEqual([expect.objectContaining({ traceparent, 'x-request-id': 'request-of-a-client' })]);
    expect(Object.keys(came[0] ?? {})).not.toEqual(expect.arrayContaining(['x-private']));
    expect(came[0]).not.toHaveProperty('te');
    expect(answer).toContain('x-of-service: kept');
    expect(answer).not.toContain('x-hop');
  });

  it('take an upload whose client waits to be told to go on, as curl does', async () => {
    proxied.answering = async (request, response) => void response.end(`${String((await text(request)).length)} bytes`);
    const answer = await proxied.raw(
      'POST /v1/uploads HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\ncontent-type: ' +
        'application/octet-stream\r\ncontent-length: 5\r\nconnection: close\r\n\r\n',
      'bytes',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 100 Continue/);
    expect(answer).toContain('5 bytes');
  });

  it('stream an upload of 100 MB to a service that reads slowly, holding little of it at any time', async () => {
    let [sent, read, most] = [0, 0, 0];
    const [sending, reading] = [createHash('sha256'), createHash('sha256')];
    proxied.answering = async (request, response) => {
      for await (const chunk of request as AsyncIterable<Buffer>) {
        reading.update(chunk);
        read += chunk.length;
        await new Promise((resolve) => setImmediate(resolve));
      }
      response.end(reading.digest('hex'));
    };
    const chunk = Buffer.alloc(MIB, 'parley');
    const body = Readable.from(
      (function* () {
        for (; sent < 100 * MIB; sent += MIB) {
          most = Math.max(most, sent - read);
          sending.update(chunk);
          yield chunk;
        }
      })(),
    );
    const headers = { 'content-type': 'application/octet-stream', 'content-length': String(100 * MIB) };
    const answer = await fetch(`${proxied.url}/v1/uploads`, {
      method: 'POST',
      headers,
      body: Readable.toWeb(body),
      duplex: 'half',
    });
    expect(await answer.text()).toBe(sending.digest('hex'));
    // Two connections buffer this much of it. Without backpressure it would be nearly all of it.
    expect(most).toBeLessThan(40 * MIB);
  }, 60_000);

  it('give an upload longer than other bodies, which must have arrived in the time of an act', async () => {
    const hurried = await Proxied.start({ requestTimeout: 150 });
    hurried.answering = async (request, response) => void response.end(await text(request));
    const body = Readable.from(
      (async function* () {
        yield Buffer.from('by');
        await new Promise((resolve) => setTimeout(resolve, 600));
        yield Buffer.from('tes');
      })(),
    );
    const headers = { 'content-type': 'application/octet-stream' };
    const sent = { method: 'POST', headers, body: Readable.toWeb(body), duplex: 'half' } as const;
    expect(await (await fetch(`${hurried.url}/v1/uploads`, sent)).text()).toBe('bytes');
    hurried.answering = () => undefined;
    const never = await hurried.raw(
      'POST /v1/cases HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
      '1\r\n{\r\n',
    );
    expect(never).toMatch(/^HTTP\/1\.1 408 /);
    await hurried.stop();
  });

  it('refuse a body that is too large before a service hears of it, or of the rest of it', async () => {
    const answer = await fetch(`${proxied.url}/v1/cases`, {
      method: 'POST',
      headers: JSON_TYPE,
      body: 'x'.repeat(2 * MIB),
    });
    expect([answer.status, await answer.json()]).toEqual([
      413,
      expect.objectContaining({ code: 'body-too-large', instance: '/v1/cases' }),
    ]);
    expect(proxied.asked).toEqual([]);
    // A service answers a request that it has read to its end. If it answered before, it would race with the last byte.
    proxied.answering = (request, response) => void request.resume().on('end', () => response.end());
    const piece = `100000\r\n${'x'.repeat(MIB)}\r\n`;
    const chunked = await proxied.raw(
      'POST /v1/cases HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: ' +
        'chunked\r\nconnection: close\r\n\r\n',
      piece,
      '1\r\nx\r\n',
    );
    expect(chunked).toMatch(/^HTTP\/1\.1 413 /);
    const upload = await proxied.raw(
      'POST /v1/uploads HTTP/1.1\r\nhost: x\r\ncontent-type: application/octet-stream\r\ncontent-length: ' +
        `${String(101 * MIB)}\r\nconnection: close\r\n\r\n`,
    );
    expect(upload).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('answer for a service that is away with a problem that says when to try again', async () => {
    await proxied.endServers();
    const answer = await fetch(`${proxied.url}/v1/cases`, {
      method: 'POST',
      headers: { ...JSON_TYPE, 'accept-language': 'zh' },
      body: '{}',
    });
    expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('content-type')]).toEqual([
      503,
      '1',
      'application/problem+json',
    ]);
    expect(await answer.json()).toMatchObject({
      code: 'unavailable',
      instance: '/v1/cases',
      detail: '服务正在启动或停止，或无法连接数据库，请重试。',
    });
  });

  it.each(['POST', 'GET'])('send a %s once, though its connection breaks', async (method) => {
    proxied.answering = ({ socket }) => void socket.destroy();
    const answer = await fetch(`${proxied.url}/v1/cases`, {
      method,
      ...(method === 'POST' ? { headers: JSON_TYPE, body: '{}' } : {}),
    });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
    expect(proxied.asked).toHaveLength(1);
  });

  it('pass on the 503 of a service that is stopping, without asking it again', async () => {
    proxied.answering = (_request, response) => void response.writeHead(503, { 'retry-after': '7' }).end();
    const answer = await fetch(`${proxied.url}/v1/cases`);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '7']);
    expect(proxied.asked).toHaveLength(1);
  });

  it.each([
    '/internal/demonstration/fire',
    '/v1/cases/../../internal/demonstration/fire',
    '/v1/cases/x/panel/%2e%2e',
    '/docket/..%5c..%5cinternal',
    '/v1/nothing',
  ])('never ask a service for %s', async (path) => {
    const answer = await proxied.raw(
      `POST ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`,
    );
    expect(proxied.asked.filter((asked) => asked.includes('internal'))).toEqual([]);
    expect(answer).toMatch(/^HTTP\/1\.1 (404|400) /);
  });

  it('pass on a stream as it comes, and end it when they close', async () => {
    proxied.answering = (_request, response) =>
      void response.writeHead(200, { 'content-type': 'text/event-stream' }).write('id: 1\n\n');
    const stream = await SentEvents.open(`${proxied.url}/v1/cases`, {});
    expect(stream.lastId).toBe('1');
    await proxied.app.close();
    expect(await stream.ended).toBe(true);
  });

  it('let what is under way end when they close, and refuse what comes then', async () => {
    let finish: () => void = () => undefined;
    const reached = new Promise<void>((resolve) => {
      proxied.answering = (_request, response) => {
        finish = () => void response.end('done');
        resolve();
      };
    });
    const slow = fetch(`${proxied.url}/v1/cases`).then((answer) => answer.text());
    await reached;
    const closed = proxied.app.close();
    while (proxied.app.getHttpServer().listening) await new Promise((resolve) => setImmediate(resolve));
    finish();
    expect(await slow).toBe('done');
    await closed;
    await expect(fetch(`${proxied.url}/v1/cases`)).rejects.toThrow('fetch failed');
  });
});
