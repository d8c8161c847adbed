import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { evidenceService } from '@parley/evidence';
import type { OwnRoute } from '@parley/http';
import { ServiceInstances } from '../proxy/service-instances';
import { CONTEXTS, type Context, isInside, RoutesOfServices, type Services } from './routes-of-services';
import { ownRoutesOf, pathsOf } from './service-document.fixture';
import { SERVICES } from './services-of-routes.fixture';

const templateOf = ({ pattern }: OwnRoute): string => pattern.replaceAll(/:(\w+)/g, '{$1}');
/** Pages for people, which no document lists. */
const PAGES: readonly string[] = [
  ...['/docket', '/docket/{docketNumber}', '/docket/log', '/docket/log/{serial}', '/pages.css'],
];
/** The document itself. The gateway serves one of all services. */
const isDocument = (path: string): boolean => path === '/openapi.json' || path.startsWith('/docs');

describe('what a service tells the gateway', () => {
  it.each(SERVICES)('is every path of the document of %s, and nothing else', async (_context, service) => {
    const told = (await ownRoutesOf(service)).map(templateOf).filter((path) => !isDocument(path));
    const documented = await pathsOf(service);
    expect(documented.filter((path) => !told.includes(path))).toEqual([]);
    expect(told.filter((path) => !documented.includes(path) && !PAGES.includes(path))).toEqual([]);
  });

  it('is what may be uploaded', async () => {
    expect((await ownRoutesOf(evidenceService)).filter(({ uploadLimit }) => uploadLimit !== undefined)).toEqual([
      { pattern: '/v1/uploads', uploadLimit: 100 * 1024 * 1024 },
    ]);
  });

  it('is of one service alone, but for what the gateway answers itself', async () => {
    const told = await Promise.all(SERVICES.map(async ([, service]) => (await ownRoutesOf(service)).map(templateOf)));
    const all = told.flat().filter((path) => !isDocument(path));
    const shared = new Set(all.filter((path, index) => all.indexOf(path) !== index));
    expect([...shared].toSorted()).toEqual(['/healthz', '/pages.css', '/problems', '/problems/{code}', '/readyz']);
    expect(all.filter(isInside)).toEqual([]);
  });
});

describe('the routes of the services', () => {
  const told: Partial<Record<Context, readonly string[]>> = {};
  let servers: readonly Server[];
  let services: Services;

  beforeEach(async () => {
    for (const context of CONTEXTS) told[context] = [`/v1/of-${context}`];
    servers = CONTEXTS.map((context) =>
      createServer(
        (_request, response) =>
          void response.end(JSON.stringify((told[context] ?? []).map((pattern) => ({ pattern })))),
      ).listen(0, '127.0.0.1'),
    );
    await Promise.all(servers.map((server) => once(server, 'listening')));
    services = Object.fromEntries(
      CONTEXTS.map((context, index) => [
        context,
        new ServiceInstances([`http://127.0.0.1:${String((servers[index]?.address() as AddressInfo).port)}`]),
      ]),
    ) as Services;
  });
  afterEach(() => {
    for (const server of servers) server.close().closeAllConnections();
  });

  it('lead to who answers them, and nowhere for what nobody does', async () => {
    const routes = new RoutesOfServices(services);
    expect(await routes.find('/v1/of-referral')).toEqual({ service: 'referral', pattern: '/v1/of-referral' });
    expect(await routes.find('/v1/nothing')).toBeUndefined();
  });

  it('stay inside when they are of the inside', async () => {
    told.intake = ['/internal/demonstration/fire', '/internal/:anything'];
    expect(await new RoutesOfServices(services).find('/internal/demonstration/fire')).toBeUndefined();
  });

  it('are known anew when a newer version of a service answers more', async () => {
    const routes = new RoutesOfServices(services, 0);
    expect(await routes.find('/v1/toys')).toBeUndefined();
    told.evidence = ['/v1/of-evidence', '/v1/toys'];
    expect(await routes.find('/v1/toys')).toMatchObject({ service: 'evidence' });
  });

  it('may be of a service that was not reached yet, so nothing is said not to exist before', async () => {
    const routes = new RoutesOfServices(services, 0);
    servers[4]?.close().closeAllConnections();
    expect(await routes.find('/v1/of-intake')).toMatchObject({ service: 'intake' });
    await expect(routes.find('/v1/of-audit')).rejects.toMatchObject({ kind: { code: 'unavailable' } });
  });

  it('are kept while a service is away', async () => {
    const routes = new RoutesOfServices(services, 0);
    await routes.find('/v1/of-audit');
    servers[4]?.close().closeAllConnections();
    expect(await routes.find('/v1/nothing')).toBeUndefined();
    expect(await routes.find('/v1/of-audit')).toMatchObject({ service: 'audit' });
  });
});
