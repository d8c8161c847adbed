import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { PUBLIC_CALLER } from '@parley/access';
import type { Instant, PersonId } from '@parley/kernel';
import { SecuritySpans, type Operations, type ReceivedAct } from '@parley/http';
import { ServiceInstances } from '../proxy/service-instances';
import { type Services, CONTEXTS, type Context } from '../routes/routes-of-services';
import { operationsOfServices } from './operations-of-services';

const OPERATOR = {
  authorization: 'Bearer of.the.operator',
  caller: { kind: 'person', personId: 'operator' as PersonId, party: null, roles: ['operator'] },
  receivedAt: '2025-03-03T10:00:00.000Z' as Instant,
} as const;

describe('the operations of separate services', () => {
  const servers: Server[] = [];
  const asked: string[] = [];
  let operations: Operations;
  const own = new SecuritySpans();
  /** What a service answers. When left out, it answers with its operations. */
  let refusal: { readonly status: number; readonly body: object } | undefined;

  const serve = async (context: Context): Promise<string> => {
    const answer = async (request: IncomingMessage): Promise<object> => {
      asked.push(
        [context, request.method, request.url, request.headers.authorization, request.headers['idempotency-key']]
          .concat(await text(request))
          .filter((part) => part !== undefined && part !== '')
          .join(' '),
      );
      if (request.method === 'POST') return { replayed: 3, events: 4, seconds: 0.1 };
      return {
        projections: [{ service: context, name: 'list' }],
        overdue: [],
        parked: [{ service: context, id: 'm1' }],
        items: [{ service: context, at: context }],
        checks: [],
      };
    };
    const server = createServer((request, response) => {
      void answer(request).then((body) =>
        response.writeHead(refusal?.status ?? 200).end(JSON.stringify(refusal?.body ?? body)),
      );
    }).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  beforeEach(async () => {
    asked.length = 0;
    refusal = undefined;
    operations = operationsOfServices(
      Object.fromEntries(
        await Promise.all(CONTEXTS.map(async (context) => [context, new ServiceInstances([await serve(context)])])),
      ) as Services,
      own,
    );
  });
  afterEach(() => {
    for (const server of servers.splice(0)) server.close().closeAllConnections();
  });

  it('are shown as those of one, each asked in the operator’s name', async () => {
    const shown = await operations.read(OPERATOR);
    expect([shown.projections.map(({ service }) => service), shown.parked.length, shown.overdue, shown.away]).toEqual([
      CONTEXTS,
      5,
      [],
      [],
    ]);
    expect([...asked].sort()).toEqual(
      CONTEXTS.map((context) => `${context} GET /v1/operations Bearer of.the.operator`).sort(),
    );
  });

  it('are done by the service that is named, and by no other', async () => {
    expect(await operations.replay({ service: 'audit', consumer: 'docket', key: 'intake/1' }, OPERATOR)).toMatchObject({
      replayed: 3,
    });
    expect(await operations.rebuild({ service: 'intake', projection: 'case-list' }, OPERATOR)).toMatchObject({
      events: 4,
    });
    expect(asked).toEqual([
      'audit POST /v1/operations/parked/replay Bearer of.the.operator ' +
        '{"service":"audit","consumer":"docket","key":"intake/1"}',
      'intake POST /v1/operations/rebuilds Bearer of.the.operator {"service":"intake","projection":"case-list"}',
    ]);
    await expect(operations.rebuild({ service: 'toString', projection: 'x' }, OPERATOR)).rejects.toMatchObject({
      kind: { code: 'not-found' },
    });
  });

  it('dismiss in the service that is named, under the key of the act, unless its rules refuse it', async () => {
    const request = { service: 'audit', work: 'docket', id: 'm1', digest: 'e'.repeat(64), reason: [] };
    const named = { ...OPERATOR, idempotencyKey: 'once' };
    await operations.dismiss(request, {} as ReceivedAct, named);
    expect(asked).toEqual([
      `audit POST /v1/operations/parked/dismissals Bearer of.the.operator once ${JSON.stringify(request)}`,
    ]);
    refusal = { status: 409, body: { code: 'parked-message-only-waits' } };
    await expect(operations.dismiss(request, {} as ReceivedAct, named)).rejects.toMatchObject({
      kind: { status: 409, code: 'parked-message-only-waits', rule: 'I-17' },
    });
  });

  it('show what was dismissed in any of them, the newest first', async () => {
    const { items, away } = await operations.dismissed(PUBLIC_CALLER, OPERATOR);
    expect([items.map(({ service }) => service), away]).toEqual([CONTEXTS.toSorted().toReversed(), []]);
  });

  it('are refused as the service refuses them, and what goes wrong in it is its own', async () => {
    refusal = { status: 404, body: { code: 'not-found' } };
    await expect(operations.rebuild({ service: 'intake', projection: 'x' }, OPERATOR)).rejects.toMatchObject({
      kind: { status: 404, code: 'not-found' },
    });
    await expect(operations.read(OPERATOR)).rejects.toMatchObject({ kind: { status: 404 } });
    refusal = { status: 500, body: { code: 'internal' } };
    await expect(operations.rebuild({ service: 'intake', projection: 'x' }, OPERATOR)).rejects.toMatchObject({
      kind: { status: 503, code: 'unavailable' },
      headers: { 'retry-after': '1' },
    });
  });

  it('are shown as far as services are there, and name those that are not', async () => {
    const [, evidence] = servers;
    evidence?.close().closeAllConnections();
    const shown = await operations.read(OPERATOR);
    expect([shown.away, shown.projections.map(({ service }) => service)]).toEqual([
      ['evidence'],
      CONTEXTS.filter((context) => context !== 'evidence'),
    ]);
    for (const server of servers.splice(0)) server.close().closeAllConnections();
    expect(await operations.read(OPERATOR)).toEqual({
      projections: [],
      overdue: [],
      parked: [],
      checks: [],
      away: CONTEXTS,
    });
    await expect(operations.rebuild({ service: 'intake', projection: 'x' }, OPERATOR)).rejects.toMatchObject({
      kind: { code: 'unavailable' },
    });
  });
});
