import { create, toBinary } from '@bufbuild/protobuf';
import { Controller, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { intake } from '@parley/contracts';
import { InMemoryEventStore } from '@parley/event-store';
import type { Instant, PartyCode, Party } from '@parley/kernel';
import type { Consumption, Feed, Subscription } from '@parley/messaging';
import { MemoryInbox } from '@parley/messaging/testing';
import { createMemoryIssuer, delegationsMigration, memorySigner, type MemoryIssuer } from '@parley/auth';
import { Act, createApp, Received, type ReceivedAct, type ServiceDefinition } from '@parley/http';
import { createLogger } from '@parley/telemetry';
import { calendarArchive, clocksOn, currentRuleSet } from '@parley/procedure';
import { AnnouncedCalendars } from '@parley/processes';
import { createTestDatabase, type TestDatabase } from '@parley/testing';
import { DataSource } from 'typeorm';
import { startService, type OpenService, type SharedPorts } from './start-service';

@Controller('v1/things')
class ThingsController {
  @Act({ post: '', as: ['desk'], rule: 'S1', refuses: [] })
  act(@Received({ body: 'none' }) { delegation }: ReceivedAct): object {
    return { delegation: delegation ?? null };
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

const done = (): Promise<void> => Promise.resolve();
const things: ServiceDefinition = {
  context: 'things',
  entities: [],
  migrations: [delegationsMigration('things')],
  publishes: () => [],
  knowsDelegations: true,
  start: ({ feed }) => {
    feed.consume({ contexts: ['intake'], group: 'things', signal: new AbortController().signal, handle: done });
    return Promise.resolve({
      module: { module: ThingsModule },
      timers: [],
      workers: { projections: [], consumers: {} },
      idle: done,
      unready: () => [],
      stop: done,
    });
  },
};
const party = (code: string): Party => {
  const name = { en: code, 'zh-Hans': code };
  return { code: code as PartyCode, name, inSentence: name, exhibitPrefix: code, calendar: code, desk: name };
};

describe('a service whose host hears who speaks for a party', () => {
  let server: TestDatabase;
  let database: DataSource;
  let app: NestFastifyApplication;
  let issuer: MemoryIssuer;
  let service: OpenService;
  let subscription: Subscription;
  let now = '2025-02-10T09:00:00.000Z' as Instant;

  beforeAll(async () => {
    server = await createTestDatabase();
    database = await new DataSource({
      type: 'postgres',
      url: server.url,
      schema: 'things',
      migrations: [...things.migrations],
    }).initialize();
    await database.query('CREATE SCHEMA things');
    await database.runMigrations();
    const clock = { now: () => now };
    const feed: Feed = { consume: (taken) => ((subscription = taken), {} as Consumption) };
    const shared: SharedPorts = {
      clock,
      blobs: {} as SharedPorts['blobs'],
      signer: memorySigner(),
      parties: [party('US'), party('CN')],
      clocksOf: clocksOn(calendarArchive().current('US', 'CN')),
      calendars: new AnnouncedCalendars(['US', 'CN']),
      bringIn: () => Promise.resolve(),
      ruleSetVersion: currentRuleSet.version,
      requestMarginMs: 0,
      derivationKey: Buffer.alloc(32),
      onFailure: () => undefined,
    };
    service = await startService(things, shared, { database, store: new InMemoryEventStore({ clock }), feed });
    issuer = await createMemoryIssuer();
    const { delegations } = service;
    app = await createApp(ThingsModule, {
      clock,
      tokens: issuer.verifier,
      cursorSecret: Buffer.alloc(32),
      logger: createLogger('silent'),
      ...(delegations ? { delegations } : {}),
    });
  });
  afterAll(async () => {
    await app.close();
    await database.destroy();
    await server.drop();
  });

  const tells = (endsAt: string): Promise<void> =>
    subscription.handle(
      {
        id: `e-${endsAt}`,
        source: '/parley/intake',
        type: intake.DelegationChangedSchema.typeName,
        subject: 'register',
        time: now,
        recordedat: now,
        sequence: 0,
        tier: 'PARTIES',
        datacontenttype: 'application/protobuf',
        data: toBinary(
          intake.DelegationChangedSchema,
          create(intake.DelegationChangedSchema, {
            caseId: 'register',
            party: 'US',
            delegationId: 'd1',
            personId: 'us-desk',
            from: '2025-02-10T09:00:00.000Z',
            endsAt,
          }),
        ),
      },
      new MemoryInbox('things'),
    );
  const acts = async (sub = 'us-desk') => {
    const authorization = await issuer.bearer({ sub, party: 'US', roles: ['desk'] });
    return (
      await app.inject({ method: 'POST', url: '/v1/things', headers: { authorization, 'idempotency-key': 'k' } })
    ).json<Record<string, unknown>>();
  };

  it(
    'lets a person act on the token alone, then under the delegation that is told, and ' + 'from its end on no more',
    async () => {
      expect(await acts()).toEqual({ delegation: null });
      await tells('');
      expect(await acts()).toEqual({ delegation: 'd1' });
      await tells('2025-02-10T10:00:00.000Z');
      now = '2025-02-10T09:59:59.999Z' as Instant;
      expect(await acts()).toEqual({ delegation: 'd1' });
      now = '2025-02-10T10:00:00.000Z' as Instant;
      expect(await acts()).toMatchObject({ status: 403, code: 'delegation-not-in-force' });
      expect(await acts('us-desk-2')).toEqual({ delegation: null });
    },
  );
});
