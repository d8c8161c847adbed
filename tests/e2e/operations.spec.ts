import { startTestServer, type TestServer } from '@parley/testing';
import { Client as Database } from 'pg';
import { Client } from '../support/client';
import { constructedGrievance } from '../support/constructed';
import { fileGrievance } from '../support/file-grievance';
import { ParleyProcess } from '../support/parley-process';
import { wtoCase } from '../support/wto-case';

const DISMISSALS = '/v1/operations/parked/dismissals';

interface Operations {
  readonly projections: readonly { readonly service: string; readonly name: string; readonly state: string }[];
  readonly overdue: readonly unknown[];
  readonly parked: readonly {
    readonly service: string;
    readonly consumer: string;
    readonly work: string;
    readonly id: string;
    readonly digest: string;
    readonly key: string;
    readonly reason: string | null;
  }[];
}

describe('an operator', () => {
  let parley: ParleyProcess;
  let operator: Client;

  beforeAll(async () => {
    parley = await ParleyProcess.start({ clock: '2025-02-05T09:00:00+01:00', env: { PARLEY_HOSTILE_SEED: '3' } });
    operator = await Client.as(parley.url, 'operator');
    const filed = await fileGrievance(await Client.as(parley.url, 'cn-desk'), constructedGrievance(wtoCase(633)));
    await (
      await Client.as(parley.url, 'us-registry')
    ).act(`/v1/cases/${(filed.body as { id: string }).id}/completeness`, { finding: 'complete' });
    await operator.act('/v1/demonstration-clock', { to: '2025-02-06T09:00:00+01:00' });
  });
  afterAll(() => parley.stop());

  it('sees every read model follow, and nothing parked or overdue', async () => {
    const { projections, overdue, parked } = await operator.read<Operations>('/v1/operations');
    expect(projections.filter(({ state }) => state !== 'following')).toEqual([]);
    const models = projections.map(({ service, name }) => `${service} ${name}`);
    expect(models).toEqual(
      expect.arrayContaining([
        'audit docket',
        'evidence bytes-in-use',
        'intake agenda',
        'intake case-list',
        'intake hotline-list',
        'intake inboxes',
        'panelreview panel-list',
        'referral agreements',
      ]),
    );
    expect(new Set(models).size).toBe(models.length);
    expect({ overdue, parked }).toEqual({ overdue: [], parked: [] });
  });

  it('has the whole record, and the log of reads of a service, checked now, and sees what that came to', async () => {
    interface Check {
      readonly service: string;
      readonly name: string;
      readonly checkedAt: string | null;
      readonly checked: number;
      readonly failed: number;
    }
    const checks = async () => (await operator.read<{ checks: readonly Check[] }>('/v1/operations')).checks;
    // The clock has come to another day. The check of that night shows how far it is, and may begin after an order.
    const isOfToday = ({ name, checkedAt }: Check) => name === 'completeness' && (checkedAt ?? '') >= '2025-02-06';
    while (!(await checks()).some(isOfToday)) await new Promise(setImmediate);
    for (const [service, name] of [
      ['audit', 'record'],
      ['intake', 'reads'],
    ] as const) {
      const { events } = (
        await operator.act<{ events: number }>('/v1/operations/rebuilds', { service, projection: name })
      ).body;
      const [found] = (await checks()).filter((check) => check.service === service && check.name === name);
      expect(found).toMatchObject({ checked: events, failed: 0 });
      expect(events > 5 || name === 'reads').toBe(true);
    }
  });

  it('rebuilds each read model, and what it shows stays the same', async () => {
    const anybody = Client.public(parley.url);
    const registry = await Client.as(parley.url, 'us-registry');
    const shown = async () =>
      [await anybody.read<{ items: unknown }>('/v1/docket'), await registry.read<{ items: unknown }>('/v1/cases')].map(
        ({ items }) => items,
      );
    const before = await shown();
    for (const [service, projection] of [
      ['audit', 'docket'],
      ['intake', 'case-list'],
      ['panelreview', 'panel-list'],
    ]) {
      const rebuilt = await operator.act<{ events: number }>('/v1/operations/rebuilds', { service, projection });
      expect(rebuilt.body.events).toBeGreaterThan(0);
    }
    expect(await shown()).toEqual(before);
  });

  it('sees no case, and nobody else sees what the operator sees', async () => {
    const desk = await Client.as(parley.url, 'cn-desk');
    expect((await desk.get('/v1/operations')).status).toBe(403);
    expect((await Client.public(parley.url).get('/v1/operations')).status).toBe(401);
    expect((await operator.get('/v1/cases')).status).toBe(403);
  });
});

describe('a message that cannot be handled', () => {
  const APPENDS = 'event_store.append_event, event_store.append_events, event_store.append_one_by_one';
  let server: TestServer;
  let parley: ParleyProcess;
  const said: string[] = [];
  let caseId = '';

  /** Runs SQL as the keeper of the database. */
  const run = async (sql: string): Promise<void> => {
    const database = new Database({ connectionString: server.url });
    await database.connect();
    await database.query(sql).finally(() => database.end());
  };

  beforeAll(async () => {
    server = await startTestServer();
    parley = await ParleyProcess.start({
      clock: '2025-02-05T09:00:00+01:00',
      env: { PARLEY_DATABASE_URL: server.url },
      log: (line) => said.push(line),
    });
  }, 300_000);
  afterAll(async () => {
    await parley.stop();
    await server.stop();
  });

  it('is parked, named to the operator and to who watches, logged, and handled when it is replayed', async () => {
    const operator = await Client.as(parley.url, 'operator');
    const anybody = Client.public(parley.url);
    const operations = () => operator.read<Operations>('/v1/operations');
    const ready = () => anybody.read<{ status: string; degraded: readonly unknown[] }>('/readyz');
    const docket = async () => (await anybody.read<{ items: readonly unknown[] }>('/v1/docket')).items.length;

    await run(`REVOKE EXECUTE ON FUNCTION ${APPENDS} FROM parley_audit`);
    const { id } = (await fileGrievance(await Client.as(parley.url, 'cn-desk'), constructedGrievance(wtoCase(633))))
      .body as { id: string };
    await (await Client.as(parley.url, 'us-registry')).act(`/v1/cases/${id}/completeness`, { finding: 'complete' });
    await operator.act('/v1/demonstration-clock', { to: '2025-02-06T09:00:00+01:00' });

    const { parked } = await operations();
    const [first] = parked;
    expect(first).toMatchObject({
      service: 'audit',
      consumer: 'docket',
      key: `intake/${id}`,
      reason: expect.stringMatching(/: its words are in the log alone$/),
    });
    expect(await docket()).toBe(0);
    while ((await ready()).degraded.length === 0) await new Promise(setImmediate);
    expect(await ready()).toMatchObject({
      status: 'ready',
      degraded: [{ check: 'audit', reason: expect.stringMatching(/parked in audit$/) }],
    });
    expect(said.some((line) => line.includes('"level":"error"') && line.includes('"msg":"a message is parked"'))).toBe(
      true,
    );

    await run(`GRANT EXECUTE ON FUNCTION ${APPENDS} TO parley_audit`);
    await operator.act('/v1/operations/parked/replay', { service: 'audit', consumer: 'docket', key: `intake/${id}` });
    await operator.act('/v1/operations/parked/replay', { service: 'audit', consumer: 'docket' });
    expect((await operations()).parked).toEqual([]);
    await operator.act('/v1/demonstration-clock', { to: '2025-02-06T09:01:00+01:00' });
    expect(await docket()).toBe(1);
    caseId = id;
  }, 300_000);

  it('is dismissed by the operator alone, for good, and both parties read that in the history', async () => {
    const operator = await Client.as(parley.url, 'operator');
    const parked = async () => (await operator.read<Operations>('/v1/operations')).parked;
    const settle = (to: string) => operator.act('/v1/demonstration-clock', { to });
    await run(`REVOKE EXECUTE ON FUNCTION ${APPENDS} FROM parley_audit`);
    await (await Client.as(parley.url, 'cn-desk')).act(`/v1/cases/${caseId}/claims/withdrawals`, { claims: ['C1'] });
    await settle('2025-02-06T09:02:00+01:00');
    await run(`GRANT EXECUTE ON FUNCTION ${APPENDS} TO parley_audit`);
    const [found] = await parked();
    expect(found).toMatchObject({ service: 'audit', work: 'docket', key: `intake/${caseId}` });
    const { service = '', work = '', id = '', digest = '' } = found ?? {};
    const reason = [{ lang: 'en', text: 'A trial of the dismissal.', kind: 'original' }];
    const asked = { service, work, id, digest, reason };

    for (const user of ['cn-desk', 'us-registry', 'us-cohead', 'cn-auditor'])
      expect((await (await Client.as(parley.url, user)).post(DISMISSALS, asked)).status).toBe(403);
    for (const [wrong, status, code] of [
      [{ id: 'nowhere' }, 404, 'parked-message-not-found'],
      [{ service: 'nobody' }, 404, 'not-found'],
      [{ digest: 'f'.repeat(64) }, 422, 'parked-message-digest-differs'],
      [{ party: 'US' }, 422, 'invalid-fields'],
      [{ reason: [] }, 422, 'invalid-fields'],
    ] as const)
      expect(await operator.post(DISMISSALS, { ...asked, ...wrong })).toMatchObject({ status, body: { code } });
    expect(await parked()).toHaveLength(1);

    const done = await operator.act(DISMISSALS, asked, { key: 'once' });
    expect(done).toMatchObject({ status: 201, body: { ...asked, by: 'operator', key: `intake/${caseId}` } });
    expect((await operator.act(DISMISSALS, asked, { key: 'once' })).body).toEqual(done.body);
    expect(await operator.post(DISMISSALS, asked)).toMatchObject({
      status: 409,
      body: { code: 'parked-message-dismissed' },
    });
    expect(await parked()).toEqual([]);
    await operator.act('/v1/operations/parked/replay', { service, consumer: 'docket' });
    await settle('2025-02-06T09:03:00+01:00');
    const log = await Client.public(parley.url).read<{ items: readonly { kind: string }[] }>('/v1/docket/log');
    expect(log.items.map(({ kind }) => kind)).not.toContain('claims-withdrawn');

    for (const auditor of ['us-auditor', 'cn-auditor'])
      expect(await (await Client.as(parley.url, auditor)).read(DISMISSALS)).toEqual({
        ...{ items: [done.body], next: null, asOf: null },
        away: [],
      });
    for (const reader of ['cn-desk', 'us-desk', 'us-registry', 'cn-auditor']) {
      const { items } = await (
        await Client.as(parley.url, reader)
      ).read<{ items: readonly { type: string }[] }>(`/v1/cases/${caseId}/history?limit=200`);
      expect(items.filter(({ type }) => type === 'MessageDismissed')).toMatchObject([
        {
          ...{ tier: 'PARTIES', actor: { personId: 'operator', role: 'operator' }, payload: { id, digest, reason } },
          sentence: { en: expect.stringContaining('The operator dismissed a message (withdrawal of claims)') },
        },
      ]);
    }
  }, 300_000);

  it('has the log of reads checked, and anybody reads on the docket what was found, and not of whom', async () => {
    const operator = await Client.as(parley.url, 'operator');
    const check = () => operator.act('/v1/operations/rebuilds', { service: 'audit', projection: 'reads' });
    const docket = async () => (await fetch(`${parley.url}/docket/log?lang=en`)).text();
    await check();
    expect(await docket()).not.toContain('logs of reads');
    await run(`ALTER TABLE audit.reads DISABLE TRIGGER reads_only_grow;
      UPDATE audit.reads SET person_id = 'somebody' WHERE read_id = (SELECT min(read_id) FROM audit.reads)`);
    await check();
    const found = /logs of reads[^]*?<\/ul>/.exec(await docket())?.[0];
    expect(found).toMatch(/audit ·\nnot as it was written: a read was altered \(1\)/);
    expect(found).not.toMatch(/somebody|cn-desk|us-auditor/);
  }, 300_000);
});
