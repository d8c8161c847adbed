import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createMemoryIssuer } from '@parley/auth';
import { createApp, FollowThrough, OWN_ROUTES, systemClock, type AppOptions, type OwnRoute } from '@parley/http';
import { createLogger } from '@parley/telemetry';
import { countRequests } from '../metrics/open-metrics';
import { CONTEXTS, type Context, RoutesOfServices, type Services } from '../routes/routes-of-services';
import { proxyRoutes } from './proxy-routes';
import { ServiceInstances } from './service-instances';

@Module({})
class NothingOfItsOwn {}

export type Answering = (request: IncomingMessage, response: ServerResponse) => unknown;

/** The routes that the services say they answer. */
const ROUTES: Readonly<Record<Context, readonly OwnRoute[]>> = {
  intake: ['/v1/cases', '/v1/cases/:caseId', '/v1/drafts/:draftId', '/v1/keys', '/internal/demonstration/fire'].map(
    (pattern) => ({ pattern }),
  ),
  evidence: [{ pattern: '/v1/uploads', uploadLimit: 100 * 1024 * 1024 }, { pattern: '/v1/keys' }],
  panelreview: [{ pattern: '/v1/cases/:caseId/panel' }],
  referral: [],
  audit: [{ pattern: '/docket/:docketNumber' }],
};

/** A gateway in front of servers that stand for the services and answer as a spec says. */
export class Proxied {
  /** How much is on record, and what the services do until they have heard it. */
  recorded = 0;
  hearing: () => Promise<void> = () => Promise.resolve();
  answering: Answering = (_request, response) => void response.end();
  /** Method and address of each request that was sent on. */
  readonly asked: string[] = [];

  private constructor(
    readonly app: NestFastifyApplication,
    readonly url: string,
    readonly services: Services,
    private readonly servers: readonly Server[],
  ) {}

  /** @param more options of the gateway beside those that each of these has */
  static async start(more: Pick<AppOptions, 'requestTimeout'> = {}): Promise<Proxied> {
    const followThrough = new FollowThrough({
      head: () => Promise.resolve(String(proxied.recorded)),
      idle: () => proxied.hearing(),
    });
    const servers = CONTEXTS.map(() => createServer().listen(0, '127.0.0.1'));
    await Promise.all(servers.map((server) => once(server, 'listening')));
    const services = Object.fromEntries(
      CONTEXTS.map((context, index) => [context, new ServiceInstances([originOf(servers[index])])]),
    ) as Services;
    const app = await createApp(NothingOfItsOwn, {
      ...more,
      clock: systemClock,
      tokens: (await createMemoryIssuer()).verifier,
      cursorSecret: Buffer.alloc(32),
      logger: createLogger('silent'),
      mount: (fastify) => {
        countRequests(fastify);
        proxyRoutes(fastify, { services, routes: new RoutesOfServices(services), followThrough });
      },
    });
    await app.listen(0, '127.0.0.1');
    const proxied = new Proxied(app, await app.getUrl(), services, servers);
    for (const [index, server] of servers.entries())
      server.on('request', (request: IncomingMessage, response: ServerResponse) => {
        const context = CONTEXTS[index];
        if (request.url === OWN_ROUTES && context) return void response.end(JSON.stringify(ROUTES[context]));
        proxied.asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
        proxied.answering(request, response);
      });
    return proxied;
  }

  /** Sends bytes unchanged over a new connection, and gives all that came back. */
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

  /** Ends the servers, and with them every connection to them. */
  async endServers(): Promise<void> {
    const closed = this.servers.map((server) => once(server, 'close'));
    for (const server of this.servers) server.close().closeAllConnections();
    await Promise.all(closed);
  }

  async stop(): Promise<void> {
    await this.app.close();
    if (this.servers[0]?.listening) await this.endServers();
  }
}

const originOf = (server: Server | undefined): string =>
  `http://127.0.0.1:${String((server?.address() as AddressInfo).port)}`;
