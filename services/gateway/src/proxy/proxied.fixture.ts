import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createMemoryIssuer } from '@parley/auth';
import { createApp, systemClock } from '@parley/http';
import { createLogger } from '@parley/telemetry';
import { countRequests } from '../metrics/count-requests';
import { CONTEXTS, type Context } from '../routes/route-table';
import { proxyRoutes, type Services } from './proxy-routes';
import { ServiceInstances } from './service-instances';

@Module({})
class NothingOfItsOwn {}

export type Answering = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A gateway before one server that stands for every service and answers as a spec says. */
export class Proxied {
  answering: Answering = (_request, response) => void response.end();
  /** Method and address of each request that reached the server. */
  readonly asked: string[] = [];

  private constructor(
    readonly app: NestFastifyApplication,
    readonly url: string,
    readonly services: Services,
    private readonly server: Server,
  ) {}

  static async start(): Promise<Proxied> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const services = Object.fromEntries(
      CONTEXTS.map((context: Context) => [context, new ServiceInstances([origin])]),
    ) as Services;
    const app = await createApp(NothingOfItsOwn, {
      clock: systemClock,
      tokens: (await createMemoryIssuer()).verifier,
      cursorSecret: Buffer.alloc(32),
      logger: createLogger('silent'),
      mount: (fastify) => {
        countRequests(fastify);
        proxyRoutes(fastify, services);
      },
    });
    await app.listen(0, '127.0.0.1');
    const proxied = new Proxied(app, await app.getUrl(), services, server);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      proxied.asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
      proxied.answering(request, response);
    });
    return proxied;
  }

  /** Sends bytes as they are over a connection of their own, and gives all that came back. */
  raw(...parts: readonly (string | Buffer)[]): Promise<string> {
    return new Promise((resolve, reject) => {
      const { port } = new URL(this.url);
      const socket = connect(Number(port), '127.0.0.1', () => {
        for (const part of parts) socket.write(part);
      });
      let answer = '';
      socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
      socket.on('close', () => resolve(answer));
      socket.on('error', reject);
    });
  }

  /** The server goes away, and whoever is connected to it with it. */
  async endServer(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  async stop(): Promise<void> {
    await this.app.close();
    if (this.server.listening) await this.endServer();
  }
}
