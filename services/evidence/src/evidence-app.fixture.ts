import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DescMessage, MessageInitShape } from '@bufbuild/protobuf';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { BlobStore } from '@parley/blobs';
import { openDirectoryBlobStore } from '@parley/blobs/directory';
import { intake, panelReview, tell } from '@parley/contracts';
import { InMemoryEventStore } from '@parley/event-store';
import type { Instant, Party, PartyCode, Role, Sha256, Tier } from '@parley/kernel';
import { FeedByHand } from '@parley/messaging/testing';
import { createMemoryIssuer, memorySigner, type MemoryIssuer } from '@parley/auth';
import { createApp, ServiceWork, type RunningService } from '@parley/http';
import { createLogger } from '@parley/telemetry';
import { clocksOn, currentRuleSet } from '@parley/procedure';
import { AnnouncedCalendars, InstalledRules } from '@parley/processes';
import { createTestDatabase, recordedEvent } from '@parley/testing';
import { DataSource } from 'typeorm';
import { evidenceService } from './evidence.service';

const US: Party = {
  code: 'US' as PartyCode,
  name: { en: 'United States', 'zh-Hans': '美国' },
  inSentence: { en: 'the United States', 'zh-Hans': '美国' },
  exhibitPrefix: 'USA',
  calendar: 'US',
  desk: { en: 'Desk of the United States', 'zh-Hans': '美国主管部门' },
};
const CN: Party = {
  code: 'CN' as PartyCode,
  name: { en: 'China', 'zh-Hans': '中国' },
  inSentence: { en: 'China', 'zh-Hans': '中国' },
  exhibitPrefix: 'CHN',
  calendar: 'CN',
  desk: { en: 'Desk of China', 'zh-Hans': '中国主管部门' },
};

export const START = '2025-02-12T09:00:00.000Z' as Instant;
export const LONG_STOP = '2025-08-01T15:00:00.000Z' as Instant;

/**
 * The service as it runs, over its ports: PostgreSQL, blobs in a folder, the record in memory, and a clock that a spec
 * sets.
 */
export class EvidenceApp {
  /**
   * How many messages the others have told. Messages that are recorded at one instant come in the order of their
   * recording.
   */
  private told = 0;

  private constructor(
    readonly app: NestFastifyApplication,
    readonly service: RunningService,
    readonly store: InMemoryEventStore,
    readonly database: DataSource,
    readonly folder: string,
    readonly blobs: BlobStore,
    readonly time: { now: Instant },
    private readonly issuer: MemoryIssuer,
    private readonly feed: FeedByHand,
    private readonly drop: () => Promise<void>,
  ) {}

  /** @param stored where bytes are kept; a folder made for this when left out */
  static async start(stored?: BlobStore): Promise<EvidenceApp> {
    const test = await createTestDatabase();
    const { migrations } = evidenceService;
    const database = await new DataSource({
      type: 'postgres',
      url: test.url,
      schema: 'evidence',
      migrations: [...migrations],
    }).initialize();
    await database.query('CREATE SCHEMA evidence');
    await database.runMigrations();
    const folder = await mkdtemp(path.join(tmpdir(), 'parley-evidence-'));
    const [issuer, signer, feed] = [await createMemoryIssuer(), memorySigner(), new FeedByHand(database)];
    const blobs = stored ?? (await openDirectoryBlobStore(folder));
    const time = { now: START };
    const clock = { now: (): Instant => time.now };
    const store = new InMemoryEventStore({ clock });
    const calendars = new AnnouncedCalendars(['US', 'CN']);
    const service = await ServiceWork.begin(evidenceService, {
      clock,
      store,
      feed,
      database,
      blobs,
      signer,
      parties: [US, CN],
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
    return new EvidenceApp(app, service, store, database, folder, blobs, time, issuer, feed, () => test.drop());
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.service.stop();
    await this.database.destroy();
    await this.drop();
    await rm(this.folder, { recursive: true });
  }

  /** Bearer tokens of those whom most specs need; `us-member` sits on no panel until a spec convenes it. */
  async people(): Promise<Readonly<Record<'us' | 'cn' | 'registry' | 'auditor' | 'member', string>>> {
    return {
      us: await this.bearer('us-desk', 'US', 'desk'),
      cn: await this.bearer('cn-desk', 'CN', 'desk'),
      registry: await this.bearer('us-registry', 'US', 'registry'),
      auditor: await this.bearer('cn-auditor', 'CN', 'auditor'),
      member: await this.bearer('us-member', 'US', 'panel'),
    };
  }

  bearer(sub: string, party: string | undefined, ...roles: readonly Role[]): Promise<string> {
    return this.issuer.bearer({ sub, roles, ...(party === undefined ? {} : { party }) });
  }

  /** Decides defaults that are due, once everything that the others recorded until now was heard. */
  async fireDue(): Promise<void> {
    await this.feed.pass(this.time.now);
    for (const timers of this.service.timers) await timers.fireDue();
  }

  /** Another context tells something of a case to the readers of a tier, which is PARTIES when left out. */
  async hear<D extends DescMessage>(
    caseId: string,
    schema: D,
    message: MessageInitShape<D>,
    tier: Tier = 'PARTIES',
  ): Promise<void> {
    await this.feed.deliver(
      tell(
        recordedEvent({ stream: `intake.case-${caseId}`, at: this.time.now, revision: this.told++ }),
        schema,
        message,
        { tier },
      ),
    );
    await this.service.idle();
  }

  /** A case that China has filed against the United States. */
  async filedCase(): Promise<string> {
    const caseId = randomUUID();
    await this.hear(caseId, intake.GrievanceFiledSchema, {
      caseId,
      parties: { complainant: 'CN', respondent: 'US' },
      receivedAt: this.time.now,
    });
    return caseId;
  }

  async registeredCase(): Promise<string> {
    const caseId = await this.filedCase();
    await this.hear(caseId, intake.CaseRegisteredSchema, {
      caseId,
      docketNumber: `CN-2025-${caseId}`,
      parties: { complainant: 'CN', respondent: 'US' },
      ruleSetVersion: currentRuleSet.version,
      longStop: { dueAt: LONG_STOP },
    });
    await this.hear(caseId, intake.GrievanceServedSchema, { caseId, grievance: { claims: [{ id: 'C1' }] } });
    return caseId;
  }

  async convenePanel(caseId: string, ...personIds: readonly string[]): Promise<void> {
    await this.hear(caseId, panelReview.PanelConvenedSchema, {
      caseId,
      members: personIds.map((personId) => ({ personId })),
    });
  }

  async upload(
    bytes: Buffer,
    authorization: string,
    headers: Readonly<Record<string, string>> = { 'repr-digest': headerOf(bytes) },
  ) {
    return this.app.inject({
      method: 'POST',
      url: '/v1/uploads',
      headers: { 'content-type': 'application/octet-stream', authorization, ...headers },
      payload: bytes,
    });
  }

  /** Uploads bytes, and gives what an act needs to refer to them. */
  async uploaded(
    bytes: Buffer,
    authorization: string,
  ): Promise<{ readonly uploadId: string; readonly digest: string }> {
    const { uploadId, digest } = (await this.upload(bytes, authorization)).json<{ uploadId: string; digest: string }>();
    return { uploadId, digest };
  }

  /** Uploads and files an exhibit. @param more fields that differ from those of `exhibitBody` */
  async fileExhibit(caseId: string, authorization: string, bytes: Buffer = randomBytes(100), more: object = {}) {
    return this.post(
      `/v1/cases/${caseId}/exhibits`,
      authorization,
      exhibitBody(await this.uploaded(bytes, authorization), more),
    );
  }

  async post(url: string, authorization: string, body: object, headers: Readonly<Record<string, string>> = {}) {
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

export const code = (response: { json: () => unknown }): unknown => (response.json() as { code?: string }).code;

export const english = (text: string) => [{ lang: 'en', text, kind: 'original' }];

export const sha256Of = (bytes: Buffer): Sha256 => createHash('sha256').update(bytes).digest('hex') as Sha256;
export const headerOf = (bytes: Buffer): string => `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;

export const exhibitBody = (bytes: { readonly uploadId: string; readonly digest: string }, more: object = {}) => ({
  ...bytes,
  title: [{ lang: 'en', text: 'Tariff notice', kind: 'original' }],
  fileName: 'tariff-notice.pdf',
  mediaType: 'application/octet-stream',
  tier: 'PARTIES',
  claims: [],
  custody: { from: 'Desk of the United States', to: 'Registry', at: '2025-02-12T10:00:00+01:00', purpose: 'Filing' },
  ...more,
});

export const publicVersionBody = (
  bytes: object = { uploadId: '00000000-0000-4000-8000-000000000000', digest: 'a'.repeat(64) },
) => ({
  ...bytes,
  fileName: 'public.txt',
  mediaType: 'text/plain',
  reason: 'business-confidential',
  removed: [{ passage: 'A secret title', reason: 'business-confidential' }],
});

export const numbers = (response: { json: () => unknown }): readonly string[] =>
  (response.json() as { items: { number: string }[] }).items.map(({ number }) => number);
