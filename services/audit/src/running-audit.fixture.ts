import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { BlobStore, NamedFiles } from '@parley/blobs';
import { InMemoryEventStore, type EventStore } from '@parley/event-store';
import type { Clock, Instant, Role, Webhooks } from '@parley/kernel';
import { createMemoryIssuer, memorySigner } from '@parley/auth';
import { createApp, ServiceWork, type RunningService, type SideWitness } from '@parley/http';
import { createLogger } from '@parley/telemetry';
import { calendarArchive, clocksOn } from '@parley/procedure';
import { AnnouncedCalendars, InstalledRules } from '@parley/processes';
import { hostileFeed } from '@parley/testing';
import type { DataSource } from 'typeorm';
import { someLogKeys } from './log/log-keys.fixture';
import { createAuditDatabase, openAuditDatabase, type AuditDatabase } from './audit-database.fixture';
import { auditService } from './audit.service';
import { OtherServices } from './history/case-record.fixture';
import { instant, parties } from './docket/docket-story.fixture';
import { CONTEXTS } from './docket/docket.hears';

export class SetClock implements Clock {
  #now = instant('2025-02-03T08:00:00Z');

  now(): Instant {
    return this.#now;
  }

  set(text: string): void {
    this.#now = instant(text);
  }
}

interface Shared {
  readonly clock: SetClock;
  readonly store: EventStore;
  readonly others: OtherServices;
  readonly issuer: Awaited<ReturnType<typeof createMemoryIssuer>>;
  readonly database: AuditDatabase;
}

export interface RunningAudit {
  readonly app: NestFastifyApplication;
  readonly clock: SetClock;
  readonly store: EventStore;
  readonly others: OtherServices;
  readonly service: RunningService;
  readonly database: DataSource;
  /** What a process has in common with one beside it. */
  readonly shared: Shared;
  /** The value of `Authorization`. */
  bearer(sub: string, party: string | null, ...roles: readonly Role[]): Promise<string>;
  /** Ends a token. */
  end(bearer: string): void;
  stop(): Promise<void>;
}

/** No bytes at all, for specs that read none. */
const noBlobs = {} as BlobStore;

/** Without the worker of the nights: these stories move the clock over many days, and a spec says when it is night. */
const nightsByHand: typeof auditService = {
  ...auditService,
  parts: (ports, work) => {
    const { workers: { 'the nightly check': _, ...workers } = {}, ...parts } = auditService.parts(ports, work);
    return { ...parts, workers };
  },
};

/** The whole service over HTTP, its feed hostile. `wrap` may wrap the store for the service. */
export async function runAudit(
  wrap: (store: EventStore) => EventStore = (store) => store,
  blobs = noBlobs,
  webhooks?: Webhooks,
  logFiles?: NamedFiles,
  witnesses: readonly SideWitness[] = [],
): Promise<RunningAudit> {
  const clock = new SetClock();
  const store = new InMemoryEventStore({ clock });
  const shared = {
    ...{ clock, store, others: new OtherServices(store) },
    ...{ database: await createAuditDatabase(), issuer: await createMemoryIssuer() },
  };
  return runProcess(shared, shared.database.dataSource, () => shared.database.drop(), {
    wrap,
    blobs,
    webhooks,
    logFiles,
    witnesses,
  });
}

/** Another process of the service over the same record and database, which ends before the first one does. */
export async function runBeside({ shared }: RunningAudit, webhooks?: Webhooks): Promise<RunningAudit> {
  const dataSource = await openAuditDatabase(shared.database.url);
  const close = () => (dataSource.isInitialized ? dataSource.destroy() : Promise.resolve());
  return runProcess(shared, dataSource, close, {
    wrap: (store) => store,
    blobs: noBlobs,
    webhooks,
    logFiles: undefined,
    witnesses: [],
  });
}

async function runProcess(
  shared: Shared,
  dataSource: DataSource,
  close: () => Promise<void>,
  has: {
    readonly wrap: (store: EventStore) => EventStore;
    readonly blobs: BlobStore;
    readonly webhooks: Webhooks | undefined;
    readonly logFiles: NamedFiles | undefined;
    readonly witnesses: readonly SideWitness[];
  },
): Promise<RunningAudit> {
  const { clock, store, others, issuer } = shared;
  const { wrap, blobs, webhooks, logFiles, witnesses } = has;
  const publishes = Object.fromEntries(CONTEXTS.map((context) => [context, others.publishes]));
  const signer = memorySigner();
  const service = await ServiceWork.begin(nightsByHand, {
    clock,
    store: wrap(store),
    feed: hostileFeed({ store, dataSource, clock, publishes, seed: 7 }),
    database: dataSource,
    blobs,
    ...(webhooks ? { webhooks } : {}),
    ...(logFiles ? { logFiles } : {}),
    witnesses,
    signer,
    parties,
    clocksOf: clocksOn(calendarArchive().current('US', 'CN')),
    calendars: new AnnouncedCalendars(['US', 'CN']),
    ruleSets: new InstalledRules(),
    ruleSetVersion: '2026-1',
    requestMarginMs: 0,
    logKeys: someLogKeys(1),
    onFailure: () => undefined,
  });
  const app = await createApp(service.module, {
    clock,
    tokens: issuer.verifier,
    signer,
    cursorSecret: randomBytes(32),
    logger: createLogger('silent'),
    publicUrl: 'https://parley.example',
  });
  return {
    app,
    clock,
    store,
    others,
    service,
    database: dataSource,
    shared,
    bearer: (sub, party, ...roles) => issuer.bearer({ sub, roles, ...(party === null ? {} : { party }) }),
    end: (bearer) => issuer.end(bearer),
    stop: async () => {
      await app.close();
      await service.stop();
      await close();
    },
  };
}
