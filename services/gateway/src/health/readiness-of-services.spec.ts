import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ServiceInstances } from '../proxy/service-instances';
import { type Services, CONTEXTS, type Context } from '../routes/routes-of-services';
import { readinessOfServices } from './readiness-of-services';

const READY = { status: 'ready', reasons: [], degraded: [] };
const NOBODY = 'http://127.0.0.1:9';

describe('the readiness of services', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close().closeAllConnections();
  });

  const saying = async (readiness: object): Promise<string> => {
    const server = createServer((_request, response) => void response.end(JSON.stringify(readiness))).listen(
      0,
      '127.0.0.1',
    );
    servers.push(server);
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const told = async (urls: Partial<Record<Context, readonly string[]>>, otherwise: string) => {
    const services = Object.fromEntries(
      CONTEXTS.map((context) => [context, new ServiceInstances(urls[context] ?? [otherwise])]),
    ) as Services;
    const checks = await Promise.all(
      readinessOfServices(services).map(async (check) => ({
        name: check.name,
        reason: await check.check(),
        degraded: await check.degraded?.(),
      })),
    );
    return {
      reasons: checks.flatMap(({ reason }) => reason ?? []),
      degraded: checks.flatMap(({ name, degraded }) => (degraded === undefined ? [] : [`${name}: ${degraded}`])),
    };
  };

  it('is nothing to speak of when all are ready', async () => {
    expect(await told({}, await saying(READY))).toEqual({ reasons: [], degraded: [] });
  });

  it('names who is away or held up, and keeps nobody from the others', async () => {
    const parked = await saying({ ...READY, degraded: [{ check: 'audit', reason: 'a message is parked in audit' }] });
    const starting = await saying({
      ...READY,
      status: 'not-ready',
      reasons: [{ check: 'intake', reason: 'it is starting' }],
    });
    expect(
      await told({ audit: [parked, parked, NOBODY], intake: [starting], referral: [NOBODY] }, await saying(READY)),
    ).toEqual({
      reasons: [],
      degraded: [
        'intake: it is starting',
        'referral: referral does not answer',
        'audit: 1 of 3 instances of audit do not answer; a message is parked in audit',
      ],
    });
  });

  it('is lacking when none of them takes work', async () => {
    expect((await told({}, NOBODY)).reasons).toEqual(['no service takes work']);
  });
});
