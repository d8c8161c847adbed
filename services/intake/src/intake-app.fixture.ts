import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { uploadsOf, type BlobStore } from '@parley/blobs';
import { openDirectoryBlobStore } from '@parley/blobs/directory';
import { InMemoryEventStore, sha256, type RecordedEvent } from '@parley/event-store';
import type {
  Alert,
  CaseId,
  Channel,
  CommandId,
  Instant,
  Party,
  PartyCode,
  PersonId,
  Role,
  Sha256,
} from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { FeedByHand } from '@parley/messaging/testing';
import { createMemoryIssuer, KnownDelegations, memorySigner, type MemoryIssuer } from '@parley/auth';
import { createApp, ServiceWork, type RunningService } from '@parley/http';
import { createLogger } from '@parley/telemetry';
import { clocksOn, currentRuleSet } from '@parley/procedure';
import { AnnouncedCalendars, InstalledRules } from '@parley/processes';
import { createTestDatabase } from '@parley/testing';
import { DataSource } from 'typeorm';
import { Cases } from './repositories';
import { calendarsAnnounced } from './registry/calendars/calendars';
import type { CaseCommand } from './case/case-commands.rules';
import type { Grievance } from './case/filing/file-grievance.rules';
import { at, clocksOf, filing, registered } from './case/case-story.fixture';
import { intakeService } from './intake.service';
import { PanelSeats } from './case/outcome/outcome.table';

const party = (code: string): Party => {
  const name = { en: code, 'zh-Hans': code };
  return { code: code as PartyCode, name, inSentence: name, exhibitPrefix: code, calendar: code, desk: name };
};

export interface SentAlert {
  readonly to: string;
  readonly alert: Alert;
}

/** The only channel here. It takes every alert, except for an address that begins with `away`. */
const logOf = (sent: SentAlert[]): Channel => ({
  kind: 'log',
  permits: (address) => !address.startsWith('elsewhere'),
  send: async ({ address }, alert) => {
    if (address.startsWith('away')) return { accepted: false, answer: '550', again: false };
    sent.push({ to: address, alert });
    return { accepted: true, answer: '250', again: false };
  },
});

/**
 * The roles of a caller, by the names that the specs give people: `us-desk`, `cn-cohead`, `cn-desk-2`. Anybody else
 * sits on a panel.
 */
const rolesOf = (sub: string): readonly Role[] => {
  const [, office = ''] = sub.split('-');
  if (office === 'desk' || office === 'cohead' || office === 'registry' || office === 'auditor') return [office];
  return ['panel'];
};

/**
 * The intake as it runs, over its ports: PostgreSQL for its tables, the record in memory, and a clock that a spec
 * moves.
 */
export class IntakeApp {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly service: RunningService,
    readonly store: InMemoryEventStore,
    /** A spec sets it. */
    readonly time: { now: Instant },
    /** What was sent over channels, in order. */
    readonly sent: SentAlert[],
    readonly database: DataSource,
    private readonly issuer: MemoryIssuer,
    private readonly feed: FeedByHand,
    private readonly blobs: BlobStore,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(): Promise<IntakeApp> {
    const test = await createTestDatabase();
    const { migrations, entities } = intakeService;
    const database = await new DataSource({
      type: 'postgres',
      url: test.url,
      schema: 'intake',
      migrations: [...migrations],
      entities: [...entities],
    }).initialize();
    await database.query('CREATE SCHEMA intake');
    await database.runMigrations();
    const folder = await mkdtemp(path.join(tmpdir(), 'parley-intake-'));
    const blobs = await openDirectoryBlobStore(folder);
    const [issuer, signer, feed] = [await createMemoryIssuer(), memorySigner(), new FeedByHand(database)];
    const time = { now: at('2025-02-06T10:00:00Z') };
    const sent: SentAlert[] = [];
    const clock = { now: (): Instant => time.now };
    const store = new InMemoryEventStore({ clock });
    const calendars = new AnnouncedCalendars(['US', 'CN'], () => calendarsAnnounced(store));
    const service = await ServiceWork.begin(intakeService, {
      ...{ clock, store, feed, database, signer, calendars },
      clocksOf: clocksOn(() => calendars.current()),
      ruleSets: new InstalledRules(),
      blobs,
      channels: [logOf(sent)],
      parties: [party('US'), party('CN')],
      ruleSetVersion: currentRuleSet.version,
      requestMarginMs: 0,
      derivationKey: Buffer.alloc(32, 1),
      onFailure: () => undefined,
    });
    const delegations = new KnownDelegations(database);
    const app = await createApp(service.module, {
      clock,
      delegations,
      ...(service.partyKeys ? { partyKeys: service.partyKeys } : {}),
      signer,
      tokens: issuer.verifier,
      cursorSecret: Buffer.alloc(32, 2),
      logger: createLogger('silent'),
      publicUrl: 'https://parley.example',
    });
    return new IntakeApp(app, service, store, time, sent, database, issuer, feed, blobs, async () => {
      await test.drop();
      await rm(folder, { recursive: true });
    });
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.service.stop();
    await this.database.destroy();
    await this.drop();
  }

  /**
   * A case of China against the United States, registered as CN-2025-0001 or the next number. Then it takes the given
   * commands.
   */
  async registeredCase(...more: readonly CaseCommand[]): Promise<CaseId> {
    return this.caseAfter(registered.slice(0, 2), more);
  }

  /** The same as it is right after its filing. */
  async filedCase(changes: Partial<Grievance> = {}): Promise<CaseId> {
    return this.caseAfter([filing('2025-02-04T09:00:00Z', changes)], []);
  }

  private async caseAfter(first: readonly CaseCommand[], more: readonly CaseCommand[]): Promise<CaseId> {
    const caseId = randomUUID() as CaseId;
    const desk = new Cases({ store: this.store, clocksOf, ruleSetVersion: currentRuleSet.version });
    const act = async (command: CaseCommand): Promise<void> => {
      const commandId = randomUUID() as CommandId;
      const cause = { kind: 'command', id: commandId, bodyDigest: sha256(commandId) } as const;
      await desk.act(
        caseId,
        command.type === 'FileGrievance' ? { ...command, caseId, contact: randomUUID() as PersonId } : command,
        { commandId, cause, actor: { kind: 'system', process: 'spec' }, ruleSetVersion: currentRuleSet.version },
      );
    };
    for (const command of first) await act(command);
    await this.service.idle();
    for (const command of more) await act(command);
    return caseId;
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

  /** Puts a person on the panel of a case, as the panel's public events would. */
  seat(caseId: CaseId, personId: PersonId): Promise<void> {
    return PanelSeats.note(this.database.manager, caseId, { change: 'joined', personId });
  }

  async hear(event: PublicEvent): Promise<void> {
    await this.feed.deliver(event);
    await this.service.idle();
  }

  /** Lets time pass. Every deadline fires at its own instant, and clocks that it starts count from there. */
  async passTo(instant: Instant): Promise<void> {
    const [timers] = this.service.timers;
    for (;;) {
      await this.service.idle();
      const next = await timers?.nextDue(this.time.now);
      if (next === undefined || next > instant) break;
      this.time.now = next;
      await timers?.fireDue();
    }
    this.time.now = instant > this.time.now ? instant : this.time.now;
  }

  /** Each side has one official and one deputy on its watch list: `us-desk` and `us-desk-2`. */
  async fileWatchLists(): Promise<void> {
    for (const side of ['us', 'cn']) {
      const officer = (personId: string, duty: string) => ({
        ...{ personId, duty },
        channels: [{ kind: 'log', address: personId }],
      });
      const officers = [officer(`${side}-desk`, 'official'), officer(`${side}-desk-2`, 'deputy')];
      const filed = await this.post(`/v1/parties/${side.toUpperCase()}/watch-list`, `${side}-desk`, { officers });
      if (filed.statusCode !== 200) throw new Error(`no watch list was filed: ${filed.body}`);
    }
    this.sent.length = 0;
  }

  post(url: string, who: string, body?: object, more?: Readonly<Record<string, string>>) {
    return this.act('POST', url, who, body, more);
  }

  async act(method: 'POST' | 'PUT', url: string, who: string, payload?: object, more: object = {}) {
    const headers = { ...(await this.signedIn(who)), 'idempotency-key': randomUUID(), ...more };
    return this.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  }

  async get(url: string, who?: string) {
    const headers = who === undefined ? {} : { ...(await this.signedIn(who)), 'parley-purpose': 'Taking part' };
    return this.app.inject({ method: 'GET', url, headers });
  }

  async options(url: string, who: string) {
    return this.app.inject({ method: 'OPTIONS', url, headers: await this.signedIn(who) });
  }

  async delete(url: string, who: string) {
    return this.app.inject({ method: 'DELETE', url, headers: await this.signedIn(who) });
  }

  recorded(stream: Parameters<InMemoryEventStore['read']>[0]): Promise<readonly RecordedEvent[]> {
    return this.store.read(stream);
  }

  private async signedIn(sub: string): Promise<{ readonly authorization: string }> {
    return {
      authorization: await this.issuer.bearer({ sub, party: sub.slice(0, 2).toUpperCase(), roles: rolesOf(sub) }),
    };
  }
}
