import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { panelReview, tell } from '@parley/contracts';
import { InMemoryEventStore, sha256, verifyChain, type RecordedEvent } from '@parley/event-store';
import {
  canonicalJson,
  plusMillis,
  type CaseId,
  type CommandId,
  type Instant,
  type Party,
  type PartyCode,
} from '@parley/kernel';
import { FeedByHand } from '@parley/messaging/testing';
import { createMemoryIssuer, memorySigner, type MemoryIssuer } from '@parley/auth';
import { createApp, ServiceWork, type RunningService, type ServicePorts } from '@parley/http';
import { createLogger } from '@parley/telemetry';
import { currentRuleSet } from '@parley/procedure';
import { AnnouncedCalendars, InstalledRules } from '@parley/processes';
import { createTestDatabase, recordedEvent, type TestDatabase } from '@parley/testing';
import { DataSource } from 'typeorm';
import { Cases } from '../repositories';
import { caseStream, contactStream } from '../streams';
import { at, clocksOf, filing, grievance, registered } from './case-story.fixture';
import { MAY_END_SCREENINGS } from './case.hears';
import { intakeService } from '../intake.service';

const MARGIN_MS = 30_000;
const LONG_STOP = at('2025-07-07T17:00:00+02:00');
const party = (code: string): Party => {
  const name = { en: code, 'zh-Hans': code };
  return { code: code as PartyCode, name, inSentence: name, exhibitPrefix: code, calendar: code, desk: name };
};

/** An event that the panel recorded in a case; its content does not matter. */
const ofPanel = (caseId: CaseId, when: Instant): RecordedEvent =>
  recordedEvent({ stream: `panelreview.panel-${caseId}`, at: when });

describe('the intake as it runs', () => {
  let server: TestDatabase;
  let database: DataSource;
  let store: InMemoryEventStore;
  let cases: Cases;
  let service: RunningService;
  let app: NestFastifyApplication;
  let issuer: MemoryIssuer;
  let feed: FeedByHand;
  let now: Instant;

  beforeEach(async () => {
    now = at('2025-02-04T10:00:00+01:00');
    server = await createTestDatabase();
    const { entities, migrations } = intakeService;
    database = await new DataSource({
      type: 'postgres',
      url: server.url,
      schema: 'intake',
      entities: [...entities],
      migrations: [...migrations],
    }).initialize();
    await database.query('CREATE SCHEMA intake');
    await database.runMigrations();
    const clock = { now: () => now };
    store = new InMemoryEventStore({ clock });
    cases = new Cases({ store, clocksOf, ruleSetVersion: currentRuleSet.version });
    feed = new FeedByHand(database);
    const signer = memorySigner();
    service = await ServiceWork.begin(intakeService, {
      ...{ clock, store, feed, database, signer, clocksOf },
      calendars: new AnnouncedCalendars(['US', 'CN']),
      ruleSets: new InstalledRules(),
      blobs: {} as ServicePorts['blobs'],
      parties: [party('US'), party('CN')],
      ruleSetVersion: currentRuleSet.version,
      requestMarginMs: MARGIN_MS,
      derivationKey: Buffer.alloc(32),
      onFailure: () => undefined,
    });
    issuer = await createMemoryIssuer();
    app = await createApp(service.module, {
      clock,
      signer,
      tokens: issuer.verifier,
      cursorSecret: Buffer.alloc(32, 2),
      logger: createLogger('silent'),
    });
  });
  afterEach(async () => {
    await app.close();
    await service.stop();
    await database.destroy();
    await server.drop();
  });

  /** A case that was found complete. A person has to do no more for it to be registered. */
  async function registeredCase(): Promise<CaseId> {
    const caseId = randomUUID() as CaseId;
    for (const command of [{ ...filing('2025-02-04T10:00:00+01:00'), caseId }, ...registered.slice(1, 2)]) {
      const commandId = randomUUID() as CommandId;
      const cause = { kind: 'command', id: commandId, bodyDigest: sha256(commandId) } as const;
      await cases.act(caseId, command, {
        commandId,
        cause,
        actor: { kind: 'system', process: 'spec' },
        ruleSetVersion: currentRuleSet.version,
      });
    }
    await service.idle();
    return caseId;
  }

  async function timePasses(to: Instant): Promise<void> {
    now = to;
    for (const timers of service.timers) await timers.fireDue();
    await service.idle();
  }

  const list = async (code: string | undefined, ...roles: readonly ('desk' | 'registry' | 'auditor')[]) => {
    const authorization = await issuer.bearer({
      sub: 'somebody',
      roles,
      ...(code === undefined ? {} : { party: code }),
    });
    return (await app.inject({ url: '/v1/cases', headers: { authorization } })).json<{
      items: { docketNumber: string | null; status: string }[];
    }>().items;
  };

  it('gives complete cases their numbers in turn, without anybody asking (I-27)', async () => {
    for (const number of ['CN-2025-0001', 'CN-2025-0002']) {
      const { state } = await cases.read(await registeredCase());
      expect(state).toMatchObject({ status: 'registered', registration: { docketNumber: number } });
    }
  });

  it(
    'lapses a case that everybody is silent in, but not before who may end it was heard past the ' +
      'long-stop (I-17, I-19)',
    async () => {
      const caseId = await registeredCase();
      const status = async () => (await cases.read(caseId)).state.status;
      const heardUntil = (instant: Instant) => feed.pass(instant, MAY_END_SCREENINGS);
      await timePasses(plusMillis(LONG_STOP, MARGIN_MS));
      expect(await status()).toBe('registered');
      await heardUntil(plusMillis(LONG_STOP, MARGIN_MS - 1));
      await timePasses(now);
      expect(await status()).toBe('registered');
      await heardUntil(plusMillis(LONG_STOP, MARGIN_MS));
      await timePasses(now);
      const events = await store.read(caseStream(caseId));
      expect(events.slice(-5).map(({ type, occurredAt }) => [type, occurredAt])).toEqual([
        ['ReplyLapsed', '2025-02-21T16:00:00.000Z'],
        ['ConsultationsEscalated', '2025-03-05T16:00:00.000Z'],
        ['ConsultationsClosed', '2025-03-14T16:00:00.000Z'],
        ['NoJointProposal', '2025-03-21T16:00:00.000Z'],
        ['ScreeningEnded', LONG_STOP],
      ]);
      expect(await list('US', 'desk')).toMatchObject([{ docketNumber: 'CN-2025-0001', status: 'ended' }]);
    },
  );

  it('ends with findings once, however often it hears of them', async () => {
    const caseId = await registeredCase();
    const findings = tell(ofPanel(caseId, plusMillis(LONG_STOP, -1)), panelReview.FindingsIssuedSchema, { caseId });
    for (let times = 0; times < 3; times++) await feed.deliver(findings);
    await service.idle();
    expect((await cases.read(caseId)).state).toMatchObject({ status: 'ended', outcome: 'findings-issued' });
    expect((await store.read(caseStream(caseId))).filter(({ type }) => type === 'ScreeningEnded')).toHaveLength(1);
  });

  it(
    'lists a side’s cases to its desk and auditors, all of them to the registry, and none ' + 'to anybody else (I-43)',
    async () => {
      await registeredCase();
      const found = async (...who: Parameters<typeof list>) => (await list(...who)).length;
      expect([await found('CN', 'desk'), await found('US', 'auditor'), await found(undefined, 'registry')]).toEqual([
        1, 1, 1,
      ]);
      expect([await found('FR', 'desk'), await found('FR', 'auditor')]).toEqual([0, 0]);
    },
  );

  it('shows whom to call to the complainant’s people alone, who delete it with who did it on record', async () => {
    const headersOf = async (code: string, role: 'desk' | 'registry' | 'cohead') => ({
      authorization: await issuer.bearer({ sub: `${code}-${role}`, party: code, roles: [role] }),
    });
    const [desk, registry] = [await headersOf('CN', 'desk'), await headersOf('CN', 'registry')];
    const others = [
      await headersOf('US', 'desk'),
      await headersOf('US', 'registry'),
      await headersOf('US', 'cohead'),
      await headersOf('CN', 'cohead'),
    ];
    const body = {
      grievance,
      certification: { digest: sha256(canonicalJson(grievance)) },
      contact: { name: 'Li Wei', reach: '+86 10 0000 0000' },
    };
    const file = () =>
      app.inject({ method: 'POST', url: '/v1/cases', headers: { ...desk, 'idempotency-key': 'one' }, payload: body });
    const filed = await file();
    const { id } = filed.json<{ id: CaseId }>();
    const contact = async (headers = registry) =>
      (await app.inject({ url: `/v1/cases/${id}`, headers })).json<{ contact: unknown }>().contact;
    let asked = 0;
    const forget = (headers: typeof desk) =>
      app.inject({
        method: 'DELETE',
        url: `/v1/cases/${id}/contact`,
        headers: { ...headers, 'idempotency-key': `forget-${String(asked++)}` },
      });
    const before = await store.read(caseStream(id));
    expect(await contact()).toEqual(body.contact);
    for (const other of others) {
      expect(await contact(other)).toBeNull();
      expect((await forget(other)).statusCode).toBe(403);
    }
    expect(await contact()).toEqual(body.contact);
    expect((await forget(desk)).json()).toEqual({ erasures: [{ by: 'CN-desk', at: expect.any(String) }] });
    expect((await forget(registry)).json<{ erasures: unknown[] }>().erasures).toHaveLength(2);
    expect(await store.read(contactStream(id))).toMatchObject([
      { type: 'ContactErased', tier: 'FILER', actor: { personId: 'CN-desk', role: 'desk' } },
      { type: 'ContactErased', tier: 'FILER', actor: { personId: 'CN-registry', role: 'registry' } },
    ]);
    expect(await contact()).toBeNull();
    expect((await file()).statusCode).toBe(201);
    expect(await contact()).toBeNull();
    const after = await store.read(caseStream(id));
    expect(after).toEqual(before);
    expect(verifyChain(caseStream(id), after)).toMatchObject({ kind: 'intact' });
    expect(after.map(({ payload }) => Buffer.from(payload).toString()).join('')).not.toContain('Li Wei');
  });

  it('shows a case to whoever is on its panel, until they are not, and whom to call to nobody on it', async () => {
    const caseId = await registeredCase();
    let seats = 0;
    const authorization = await issuer.bearer({ sub: 'm1', party: 'US', roles: ['panel'] });
    const read = async () =>
      (await app.inject({ url: `/v1/cases/${caseId}`, headers: { authorization } })).json<{
        code?: string;
        contact?: null;
        docketNumber?: string;
      }>();
    const seat = async (kind: string) => {
      const told = ofPanel(caseId, plusMillis(now, seats++));
      await feed.deliver(tell(told, panelReview.PanelFactSchema, { caseId, kind, personId: 'm1' }));
      await service.idle();
    };
    expect(await read()).toMatchObject({ code: 'not-found' });
    await seat('member-nominated');
    expect(await read()).toMatchObject({ docketNumber: 'CN-2025-0001', contact: null });
    await seat('challenge-upheld');
    expect(await read()).toMatchObject({ code: 'not-found' });
  });
});
