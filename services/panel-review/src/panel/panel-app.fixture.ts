import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { DescMessage, MessageInitShape } from '@bufbuild/protobuf';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { evidence, intake, sayDeadline, tell } from '@parley/contracts';
import { InMemoryEventStore, type RecordedEvent } from '@parley/event-store';
import { uploadsOf, type BlobStore } from '@parley/blobs';
import { openDirectoryBlobStore } from '@parley/blobs/directory';
import type { Instant, Party, PartyCode, Role, Sha256 } from '@parley/kernel';
import { FeedByHand } from '@parley/messaging/testing';
import { createMemoryIssuer, memorySigner, type MemoryIssuer } from '@parley/auth';
import { createApp, ServiceWork, type RunningService } from '@parley/http';
import { createLogger } from '@parley/telemetry';
import { calendarArchive, clocksOn, currentRuleSet, type Track } from '@parley/procedure';
import { AnnouncedCalendars, InstalledRules } from '@parley/processes';
import { createTestDatabase, recordedEvent } from '@parley/testing';
import { DataSource } from 'typeorm';
import { panelStream } from './streams';
import { panelReviewService } from '../panel-review.service';

const party = (code: string, exhibitPrefix: string): Party => ({
  code: code as PartyCode,
  name: { en: code, 'zh-Hans': code },
  inSentence: { en: code, 'zh-Hans': code },
  exhibitPrefix,
  calendar: code,
  desk: { en: `Desk of ${code}`, 'zh-Hans': `${code} 主管部门` },
});

export const START = '2025-02-10T09:00:00.000Z' as Instant;
export const clocksOf = clocksOn(calendarArchive().current('US', 'CN'));

const EVER = '2999-12-31T00:00:00.000Z' as Instant;

/** Persons whom neither side appointed. */
const FROM_OUTSIDE = /^(expert|third-party)/;

/** The roles of a caller, by the names that the specs use: `us-desk`, `cn-cohead`, `us-3`. */
const rolesOf = (sub: string): readonly Role[] => {
  if (FROM_OUTSIDE.test(sub)) return [sub.startsWith('expert') ? 'expert' : 'third-party'];
  const [, office = ''] = sub.split('-');
  if (office === 'desk' || office === 'cohead' || office === 'registry' || office === 'auditor') return [office];
  return ['panel'];
};

/**
 * The service as it runs, over its ports: PostgreSQL for its tables, the record in memory, and a clock that a spec
 * moves.
 */
export class PanelApp {
  /** Two things told at one instant come one after the other. */
  private told = 0;

  private constructor(
    readonly app: NestFastifyApplication,
    readonly service: RunningService,
    readonly store: InMemoryEventStore,
    /** Set by a spec. */
    readonly time: { now: Instant },
    private readonly database: DataSource,
    private readonly issuer: MemoryIssuer,
    private readonly feed: FeedByHand,
    private readonly blobs: BlobStore,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(): Promise<PanelApp> {
    const test = await createTestDatabase();
    const { migrations, entities } = panelReviewService;
    const database = await new DataSource({
      type: 'postgres',
      url: test.url,
      schema: 'panelreview',
      migrations: [...migrations],
      entities: [...entities],
    }).initialize();
    await database.query('CREATE SCHEMA panelreview');
    await database.runMigrations();
    const folder = await mkdtemp(path.join(tmpdir(), 'parley-panel-'));
    const blobs = await openDirectoryBlobStore(folder);
    const [issuer, signer, feed] = [
      await createMemoryIssuer(),
      memorySigner(),
      new FeedByHand(database, ({ progress }) => void progress?.(['intake'], EVER)),
    ];
    const time = { now: START };
    const clock = { now: (): Instant => time.now };
    const store = new InMemoryEventStore({ clock });
    const calendars = new AnnouncedCalendars(['US', 'CN']);
    const service = await ServiceWork.begin(panelReviewService, {
      clock,
      store,
      feed,
      database,
      blobs,
      signer,
      parties: [party('US', 'USA'), party('CN', 'CHN')],
      clocksOf: clocksOn(() => calendars.current()),
      calendars,
      ruleSets: new InstalledRules(),
      ruleSetVersion: currentRuleSet.version,
      requestMarginMs: 0,
      derivationKey: Buffer.alloc(32, 1),
      onFailure: () => undefined,
    });
    const app = await createApp(service.module, {
      clock,
      signer,
      tokens: issuer.verifier,
      cursorSecret: Buffer.alloc(32, 2),
      logger: createLogger('silent'),
    });
    return new PanelApp(app, service, store, time, database, issuer, feed, blobs, async () => {
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

  /** Another context tells something of a case. */
  async hear<D extends DescMessage>(
    caseId: string,
    schema: D,
    message: MessageInitShape<D>,
    at = this.time.now,
  ): Promise<void> {
    await this.feed.deliver(
      tell(recordedEvent({ stream: `intake.case-${caseId}`, at, revision: this.told++ }), schema, message),
    );
    await this.service.idle();
  }

  /** A case of China against the United States, registered now. */
  async registeredCase(track: Track = 'standard'): Promise<string> {
    const [caseId, at] = [randomUUID(), this.time.now];
    const longStop = clocksOf(currentRuleSet.version)
      .onTrack(track)
      .start('long-stop', { event: 'CaseRegistered', at });
    const parties = { complainant: 'CN', respondent: 'US' };
    await this.hear(caseId, intake.CaseRegisteredSchema, {
      caseId,
      parties,
      filedAt: at,
      registeredAt: at,
      ruleSetVersion: currentRuleSet.version,
      longStop: sayDeadline(longStop),
      track,
    });
    const claims = ['C1', 'C2'].map((id) => ({ id, measureId: 'M1', agreement: 'GATT1994', provision: 'I:1' }));
    await this.hear(caseId, intake.GrievanceServedSchema, { caseId, grievance: { claims } });
    await this.hear(caseId, evidence.ExhibitAcceptedSchema, {
      caseId,
      exhibitNumber: 'CHN-1',
      party: 'CN',
      tier: 'PANEL',
    });
    await this.hear(caseId, evidence.ExhibitAcceptedSchema, {
      caseId,
      exhibitNumber: 'CHN-2',
      party: 'CN',
      tier: 'PARTIES',
    });
    return caseId;
  }

  /** Lists `us-1` to `us-4` and `cn-1` to `cn-4`, who accept. */
  async listMembers(): Promise<void> {
    for (const side of ['us', 'cn']) {
      for (const number of [1, 2, 3, 4]) {
        const body = { personId: `${side}-${String(number)}`, expertise: ['tariffs'], languages: ['en'] };
        await this.post(`/v1/rosters/${side.toUpperCase()}/members`, `${side}-desk`, body);
        await this.post(`/v1/rosters/${side.toUpperCase()}/acceptances`, body.personId);
      }
    }
  }

  /** Lets time pass: every deadline fires at its own instant, and what it starts is counted from there. */
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

  async post(url: string, who: string, body?: object, headers: Readonly<Record<string, string>> = {}) {
    return this.app.inject({
      method: 'POST',
      url,
      headers: { ...(await this.signedIn(who)), 'idempotency-key': randomUUID(), ...headers },
      ...(body === undefined ? {} : { payload: body }),
    });
  }

  async delete(url: string, who: string) {
    return this.app.inject({
      method: 'DELETE',
      url,
      headers: { ...(await this.signedIn(who)), 'idempotency-key': randomUUID() },
    });
  }

  async get(url: string, who?: string) {
    const headers = who === undefined ? {} : { ...(await this.signedIn(who)), 'parley-purpose': 'Taking part' };
    return this.app.inject({ method: 'GET', url, headers });
  }

  recorded(caseId: string): Promise<readonly RecordedEvent[]> {
    return this.store.read(panelStream(caseId as Parameters<typeof panelStream>[0]));
  }

  private async signedIn(sub: string): Promise<{ readonly authorization: string }> {
    const party = FROM_OUTSIDE.test(sub) ? {} : { party: sub.slice(0, 2).toUpperCase() };
    return { authorization: await this.issuer.bearer({ sub, ...party, roles: rolesOf(sub) }) };
  }
}

export const words = (text: string) => [{ lang: 'en', text, kind: 'original' }];
