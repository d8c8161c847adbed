import { setTimeout as pause } from 'node:timers/promises';
import { create, toBinary } from '@bufbuild/protobuf';
import { Controller, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { intake } from '@parley/contracts';
import { InMemoryEventStore, keysSubjectOf, sha256 } from '@parley/event-store';
import type { Instant, PartyCode, Party } from '@parley/kernel';
import { bookkeepingMigrations, KeptFacts, type PublicEvent } from '@parley/messaging';
import { FeedByHand } from '@parley/messaging/testing';
import {
  createMemoryIssuer,
  delegationsMigration,
  memorySigner,
  KnownPartyKeys,
  memoryPartyKey,
  partyKeysMigration,
  personsKeysMigration,
  type MemoryIssuer,
  type TakenKey,
} from '@parley/auth';
import { Act, createApp, Received, type ReceivedAct, type ServiceDefinition } from '@parley/http';
import { createLogger } from '@parley/telemetry';
import { installationRules } from '../installation/installation-rules';
import { createTestDatabase, type TestDatabase } from '@parley/testing';
import { DataSource } from 'typeorm';
import type { ReachingKeys } from '../settings/channel-settings';
import { startService, type OpenService, type SharedPorts } from './start-service';

@Controller('v1/things')
class ThingsController {
  @Act({ post: '', as: ['desk'], rule: 'S1', decides: [], refuses: [] })
  act(@Received({ body: 'none' }) { delegation }: ReceivedAct): object {
    return { delegation: delegation ?? null };
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

/** The keys of webhooks on record. */
const taken: TakenKey[] = [];

const things: ServiceDefinition = {
  context: 'things',
  entities: [],
  migrations: [
    ...bookkeepingMigrations('things'),
    delegationsMigration('things'),
    partyKeysMigration('things'),
    personsKeysMigration('things'),
  ],
  publishes: () => [],
  knowsDelegations: true,
  webhookKeys: { signingKeys: () => Promise.resolve(taken), takeKey: () => Promise.resolve(undefined) },
  parts: () => ({
    process: { hears: { contexts: ['intake'], reactions: [] }, reactions: [] },
    module: { module: ThingsModule },
  }),
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
  let feed: FeedByHand;
  let reaching: ReachingKeys;
  const webhookSigner = memorySigner();
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
    feed = new FeedByHand(database);
    const shared: SharedPorts = {
      clock,
      blobs: {} as SharedPorts['blobs'],
      parties: [party('US'), party('CN')],
      requestMarginMs: 0,
      onFailure: () => undefined,
    };
    const store = new InMemoryEventStore({ clock });
    const rules = installationRules(things, { store, facts: new KeptFacts(database) });
    service = await startService(things, shared, {
      ...{ database, store, feed, rules },
      broughtAlong: {
        ...{ production: false, keysAre: 'kept' },
        keys: { signer: memorySigner(), webhookSigner, pins: new Map() },
      },
      reachingBy: (keys) => {
        reaching = keys;
        return { channels: [] };
      },
    });
    issuer = await createMemoryIssuer();
    const { delegations, partyKeys } = service;
    app = await createApp(ThingsModule, {
      clock,
      tokens: issuer.verifier,
      cursorSecret: Buffer.alloc(32),
      logger: createLogger('silent'),
      ...(delegations ? { delegations } : {}),
      ...(partyKeys ? { partyKeys } : {}),
    });
  });
  afterAll(async () => {
    await app.close();
    await service.running.stop();
    await database.destroy();
    await server.drop();
  });

  it('pushes by its key of webhooks until the record goes on with another one, and not after it', async () => {
    taken.push({ x: webhookSigner.publicKey.x, from: null, signature: null });
    expect(await reaching.webhookSigner?.signMessage('m')).toEqual(await webhookSigner.signMessage('m'));
    taken.push({ x: memorySigner().publicKey.x, from: now, signature: null });
    await expect(reaching.webhookSigner?.signMessage('m')).rejects.toThrow(/stop it$/);
  });

  const told = (endsAt: string, from = '2025-02-10T09:00:00.000Z'): PublicEvent => ({
    id: `e-${endsAt}-${from}`,
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
        scope: 'desk',
        from,
        endsAt,
      }),
    ),
  });
  const tells = async (...events: readonly PublicEvent[]): Promise<void> => {
    await feed.deliver(...events);
    await service.running.idle();
  };
  const acts = async (sub = 'us-desk', side = 'US') => {
    const authorization = await issuer.bearer({ sub, party: side, roles: ['desk'] });
    return (
      await app.inject({ method: 'POST', url: '/v1/things', headers: { authorization, 'idempotency-key': 'k' } })
    ).json<Record<string, unknown>>();
  };

  it('lets a side act on the token alone, then whose delegation is told, and from its end on no more', async () => {
    expect(await acts()).toEqual({ delegation: null });
    await tells(told(''));
    expect(await acts()).toEqual({ delegation: 'd1' });
    await tells(told('2025-02-10T10:00:00.000Z'));
    now = '2025-02-10T09:59:59.999Z' as Instant;
    expect(await acts()).toEqual({ delegation: 'd1' });
    now = '2025-02-10T10:00:00.000Z' as Instant;
    expect(await acts()).toMatchObject({ status: 403, code: 'delegation-not-in-force' });
    expect(await acts('us-desk-2')).toMatchObject({ status: 403, code: 'delegation-not-in-force' });
    expect(await acts('cn-desk', 'CN')).toEqual({ delegation: null });
  });

  describe('and of the keys of a side', () => {
    const key = memoryPartyKey();
    const keyTold = (endsAt: string, requiredFrom = '', more: object = {}): PublicEvent => ({
      ...told(''),
      id: `key-${endsAt}-${JSON.stringify(more)}`,
      subject: keysSubjectOf('CN' as PartyCode),
      type: intake.PartyKeyRecordedSchema.typeName,
      tier: 'PUBLIC',
      data: toBinary(
        intake.PartyKeyRecordedSchema,
        create(intake.PartyKeyRecordedSchema, {
          ...{ caseId: 'keys', party: 'CN', thumbprint: key.thumbprint, kty: 'OKP', crv: 'Ed25519', x: key.jwk.x },
          ...{ from: '2025-02-10T10:00:00.000Z', endsAt, requiredFrom, ...more },
        }),
      ),
    });
    const signs = async (once: string) => {
      const authorization = await issuer.bearer({ sub: 'cn-desk', party: 'CN', roles: ['desk'] });
      const act = { act: 'POST /v1/things', case: null, once, shown: sha256('null') };
      const headers = { authorization, 'idempotency-key': once, 'parley-signature': key.signAct(act) };
      return app.inject({ method: 'POST', url: '/v1/things', headers });
    };

    beforeAll(async () => {
      await tells(keyTold('', '2025-02-10T10:00:00.000Z'));
      await feed.pass('2025-02-11T09:00:00.001Z' as Instant);
    });

    it('takes a signature once it has heard what happened to the keys up to its receipt', async () => {
      now = '2025-02-11T09:00:00.000Z' as Instant;
      expect((await signs('heard')).statusCode).toBe(200);
      now = '2025-02-11T09:00:00.001Z' as Instant;
      const waiting = signs('waits');
      expect(await Promise.race([waiting, pause(300)])).toBeUndefined();
      await feed.pass('2025-02-11T09:00:00.002Z' as Instant);
      expect((await waiting).statusCode).toBe(200);
    });

    it('refuses one by a key that was revoked before its receipt, however late it hears of that', async () => {
      now = '2025-02-12T09:00:00.000Z' as Instant;
      const waiting = signs('revoked meanwhile');
      expect(await Promise.race([waiting, pause(300)])).toBeUndefined();
      await tells(keyTold('2025-02-12T08:59:59.999Z'));
      await feed.pass('2025-02-12T09:00:00.001Z' as Instant);
      expect((await waiting).json()).toMatchObject({ status: 400, code: 'signature-key-not-in-force' });
    });

    it('requires one while a key by which the side requires it is in force', async () => {
      const requires = (party: string, at: string) =>
        service.partyKeys?.requires(party as PartyCode, `2025-02-${at}Z` as Instant);
      expect(await requires('CN', '10T09:59:59.999')).toBe(false);
      expect(await requires('CN', '10T10:00:00.000')).toBe(true);
      expect(await requires('CN', '12T08:59:59.998')).toBe(true);
      // It was revoked then.
      expect(await requires('CN', '12T08:59:59.999')).toBe(false);
      expect(await requires('US', '11T10:00:00.000')).toBe(false);
    });

    it('hears whose alone a key is, that it is a passkey, and of two ends keeps the first', async () => {
      const passkey = { thumbprint: 'p'.repeat(43), personId: 'cn-desk', credentialId: 'AAAA' };
      for (const endsAt of ['2025-02-14T00:00:00.000Z', '2025-02-13T00:00:00.000Z', '2025-02-15T00:00:00.000Z', ''])
        await tells(keyTold(endsAt, '', passkey));
      expect(await service.partyKeys?.find('CN' as PartyCode, passkey.thumbprint, now)).toMatchObject({
        ...{ personId: 'cn-desk', isPasskey: true, endsAt: '2025-02-13T00:00:00.000Z' },
      });
      expect(await service.partyKeys?.find('CN' as PartyCode, key.thumbprint, now)).toMatchObject({
        ...{ personId: null, isPasskey: false },
      });
    });

    it('takes none when it does not hear of them in time, and finds no key so long', async () => {
      const deaf = new KnownPartyKeys(database, () => Promise.resolve(false));
      expect(await deaf.find('CN' as PartyCode, key.thumbprint, now)).toBe('unheard');
    });
  });

  it('parks what says no instant, and holds back nothing else', async () => {
    await tells(told('', 'soon'), {
      ...told('', 'soon'),
      id: 'e-of-a-case',
      subject: 'case-1',
      source: '/parley/evidence',
      type: 'other',
    });
    expect(await service.running.workers.consumers['hearing']?.parked()).toMatchObject([
      { key: 'intake/register', reason: 'TypeError: its words are in the log alone', tries: 5 },
    ]);
  });
});
