import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Got {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** One answer of the server, or none: a connection that breaks. */
export type Reply = (response: ServerResponse, got: Got) => void;

type Shows<Body, More = object> = {
  responses: {
    200: { headers: object; content: { 'application/json': Body } };
    409: { headers: object; content: { 'application/problem+json': { code: 'taken' | 'closed' } } };
  };
} & More;

/** Paths as the types of a document say them. */
export interface ToyPaths {
  '/things': {
    get: Shows<
      { items: { id: number }[]; next: string | null },
      { parameters: { query?: { cursor?: string; colour?: string } } }
    >;
    post: Shows<
      { id: number },
      {
        parameters: { header: { 'Idempotency-Key': string; 'If-Match'?: string } };
        requestBody: { content: { 'application/json': { name: string } } };
      }
    >;
  };
  '/v1/cases/{caseId}/calls': { post: Shows<{ id: number }, { parameters: { path: { caseId: string } } }> };
  '/file': { get: { parameters: object; responses: { 200: { headers: object; content: { 'text/plain': string } } } } };
  '/v1/uploads': {
    post: Shows<{ uploadId: string }, { parameters: object; requestBody: { content: { 'x/y': string } } }>;
  };
}

/** A server that answers as it is told, one reply for each request, and keeps what it got. */
export class ToyApi {
  readonly got: Got[] = [];
  #replies: Reply[] = [];

  private constructor(
    readonly url: string,
    readonly close: () => Promise<void>,
  ) {}

  static async listen(): Promise<ToyApi> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        const got = { method, url, headers, body: Buffer.concat(chunks) };
        api.got.push(got);
        (api.#replies.shift() ?? breaks)(response, got);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const api = new ToyApi(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    });
    return api;
  }

  /** Forgets what it got, and answers the next requests so. */
  will(...replies: Reply[]): void {
    this.got.length = 0;
    this.#replies = replies;
  }

  /** The values of a header in the requests that it got. */
  header(name: string): readonly unknown[] {
    return this.got.map(({ headers }) => headers[name]);
  }
}

export const breaks: Reply = (response) => response.destroy();

export const shows =
  (body: object, headers: Readonly<Record<string, string>> = {}): Reply =>
  (response) =>
    response
      .writeHead(200, { 'content-type': 'application/json; charset=utf-8', ...headers })
      .end(JSON.stringify(body));

export const refuses =
  (status: number, code: string, headers: Readonly<Record<string, string>> = {}): Reply =>
  (response, { url }) => {
    const messages = { en: 'It is refused.', 'zh-Hans': '不予受理。' };
    const errors = [{ path: '/name', code: 'too-long', message: messages }];
    const problem = { type: `/problems/${code}`, title: 'Refused', status, code, rule: 'I-28', detail: messages.en };
    response
      .writeHead(status, { 'content-type': 'application/problem+json', ...headers })
      .end(JSON.stringify({ ...problem, messages, errors, instance: url }));
  };
