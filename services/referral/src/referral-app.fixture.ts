import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { uploadsOf, type BlobStore } from '@parley/blobs';
import { openDirectoryBlobStore } from '@parley/blobs/directory';
import { commandIdOf, encodePayload, InMemoryEventStore, streamName, type RecordedEvent } from '@parley/event-store';
import type { CommandId, Instant, PartyCode, Role, Sha256 } from '@parley/kernel';
import { publicEventOf, type PublicEvent, type Publishes } from '@parley/messaging';
import { createMemoryIssuer, memorySigner, type MemoryIssuer } from '@parley/auth';
import { createApp, ServiceWork, type RunningService } from '@parley/http';
import { createLogger } from '@parley/telemetry';
import { clocksOn, currentRuleSet } from '@parley/procedure';
import { AnnouncedCalendars, InstalledRules } from '@parley/processes';
import { createTestDatabase, hostileFeed } from '@parley/testing';
import { DataSource } from 'typeorm';
import { putBytes } from './dossier/bag/bag';
import { america, china, pdfOfExhibit, spreadsheet } from './dossier/dossier-story.fixture';
import { HEARS } from './referral/referral.hears';
import { referralService } from './referral.service';

interface Told {
  readonly type: string;
  readonly base64: string;
}

/** Stands in for the other contexts: it records the public event itself. */
const asItWasTold: Publishes = (recorded) => {
  if (!recorded.stream.includes('.told-')) return [];
  const { type, base64 } = JSON.parse(Buffer.from(recorded.payload).toString('utf8')) as Told;
  return [publicEventOf(recorded, { type, data: Buffer.from(base64, 'base64') })];
};

/**
 * The service as it runs, over its ports: PostgreSQL, blobs in a folder, a hostile feed, and a clock that a spec sets.
 */
export class ReferralApp {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly service: RunningService,
    readonly store: InMemoryEventStore,
    readonly time: { now: Instant },
    private readonly issuer: MemoryIssuer,
    private readonly blobs: BlobStore,
    private readonly close: () => Promise<void>,
  ) {}

  static async start(now: string): Promise<ReferralApp> {
    const test = await createTestDatabase();
    const database = await new DataSource({
      type: 'postgres',
      url: test.url,
      schema: 'referral',
      entities: [...referralService.entities],
      migrations: [...referralService.migrations],
    }).initialize();
    await database.query('CREATE SCHEMA referral');
    await database.runMigrations();
    const folder = await mkdtemp(path.join(tmpdir(), 'parley-referral-'));
    const time = { now: now as Instant };
    const clock = { now: (): Instant => time.now };
    const store = new InMemoryEventStore({ clock });
    const calendars = new AnnouncedCalendars(['US', 'CN']);
    const blobs = await openDirectoryBlobStore(folder);
    await putBytes(blobs, pdfOfExhibit);
    await putBytes(blobs, spreadsheet);
    const [issuer, signer] = [await createMemoryIssuer(), memorySigner()];
    const feed = hostileFeed({
      store,
      dataSource: database,
      clock,
      publishes: Object.fromEntries(HEARS.map((context) => [context, asItWasTold])),
      seed: 7,
    });
    const service = await ServiceWork.begin(referralService, {
      clock,
      store,
      feed,
      database,
      blobs,
      signer,
      parties: [america, china],
      clocksOf: clocksOn(() => calendars.current()),
      calendars,
      ruleSets: new InstalledRules(),
      ruleSetVersion: currentRuleSet.version,
      requestMarginMs: 0,
      derivationKey: Buffer.alloc(32, 1),
      onFailure: () => undefined,
    });
    const options = {
      clock,
      signer,
      tokens: issuer.verifier,
      cursorSecret: Buffer.alloc(32, 2),
      logger: createLogger('silent'),
    };
    const app = await createApp(service.module, options);
    const close = async (): Promise<void> => {
      await app.close();
      await service.stop();
      await database.destroy();
      await test.drop();
      await rm(folder, { recursive: true });
    };
    return new ReferralApp(app, service, store, time, issuer, blobs, close);
  }

  stop(): Promise<void> {
    return this.close();
  }

  bearer(sub: string, party: string | undefined, ...roles: readonly Role[]): Promise<string> {
    return this.issuer.bearer({ sub, roles, ...(party === undefined ? {} : { party }) });
  }

  /** A case in which the other contexts told these events. */
  async caseOf(events: readonly PublicEvent[]): Promise<string> {
    const caseId = randomUUID();
    await this.tell(caseId, events);
    return caseId;
  }

  async tell(caseId: string, events: readonly PublicEvent[]): Promise<void> {
    for (const event of events) {
      const [, context = ''] = event.source.split('/parley/');
      const stream = streamName(`${context}.told`, caseId);
      const revision = (await this.store.read(stream)).length - 1;
      const commandId = commandIdOf(caseId, event.id);
      await this.store.append(stream, revision < 0 ? 'no-stream' : revision, [recordedAs(event, commandId)], {
        commandId,
      });
    }
    await this.service.idle();
  }

  /** What each of these sides uploads by which an act came; its digest. */
  async upload(content: string, parties = ['US', 'CN']): Promise<Sha256> {
    const bytes = Buffer.from(content);
    for (const party of parties) {
      const keeper = uploadsOf(party as PartyCode);
      const put = await this.blobs.put(Readable.from([bytes]), { limitBytes: 1_000, keeper });
      if (put.kind !== 'stored') throw new Error(`not stored: ${put.kind}`);
    }
    return createHash('sha256').update(bytes).digest('hex') as Sha256;
  }

  /** Lets an instant come, everything up to it be heard, and what is due by then fire, late and twice. */
  async firesAt(instant: string): Promise<void> {
    this.time.now = instant as Instant;
    await this.service.idle();
    for (let late = 0; late < 2; late++) await this.service.timers[0]?.fireDue();
    await this.service.idle();
  }

  async post(url: string, authorization: string, body: object = {}, headers: Readonly<Record<string, string>> = {}) {
    return this.app.inject({
      method: 'POST',
      url,
      headers: { authorization, 'idempotency-key': randomUUID(), ...headers },
      payload: body,
    });
  }

  async get(url: string, authorization?: string, headers: Readonly<Record<string, string>> = {}) {
    return this.app.inject({
      method: 'GET',
      url,
      headers: {
        ...(authorization === undefined ? {} : { authorization, 'parley-purpose': 'Taking part' }),
        ...headers,
      },
    });
  }
}

const recordedAs = (
  { id, type, time, tier, data }: PublicEvent,
  commandId: CommandId,
): Omit<RecordedEvent, 'stream' | 'revision' | 'position' | 'recordedAt' | 'previous' | 'commitment'> => ({
  eventId: commandId,
  type: 'Told',
  schemaVersion: 1,
  occurredAt: time,
  actor: { kind: 'system', process: 'spec' },
  delegation: null,
  cause: { kind: 'event', id },
  rule: 'S1',
  ruleSetVersion: currentRuleSet.version,
  tier,
  contentType: 'application/json',
  facts: [],
  sealing: null,
  payload: encodePayload({ type, base64: Buffer.from(data).toString('base64') } satisfies Told),
});
