import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startTestServer, type TestServer } from '@parley/testing';
import { Client } from 'pg';
import { makeFolder, removeFolder } from './data-folder';
import { MessageKeys } from './message-keys';
import { spawnService, type ServiceName, type Settings, type SpawnedService } from './spawn-service';
import { startStubIssuers, type StubIssuers } from './stub-issuers';

const AUDIENCE = 'https://parley.example';
const CONTEXTS = {
  intake: 'intake',
  evidence: 'evidence',
  'panel-review': 'panelreview',
  referral: 'referral',
  audit: 'audit',
} as const;
const PASSWORD = 'of a test';
const STOP_SECONDS = 15;

/**
 * Separate services of one installation. They share a PostgreSQL, keys, exhibits, an issuer, and topics of their own on
 * a broker.
 */
export class SeparateServices {
  readonly #folder = makeFolder();
  readonly #messageKeys = new MessageKeys(Object.values(CONTEXTS));
  readonly #running = new Set<SpawnedService>();

  private constructor(
    readonly server: TestServer,
    readonly issuers: StubIssuers,
    readonly namespace: string,
    readonly brokers: readonly string[],
  ) {}

  static async open(brokers: readonly string[]): Promise<SeparateServices> {
    return new SeparateServices(
      await startTestServer(),
      await startStubIssuers(AUDIENCE),
      `t${randomBytes(6).toString('hex')}`,
      brokers,
    );
  }

  /** Runs the job of migrations. @returns its code and its output */
  async migrate(more: Settings = {}): Promise<{ readonly code: number | null; readonly said: readonly string[] }> {
    const passwords = [...Object.values(CONTEXTS), 'platform'].map(
      (context) => [`PARLEY_${context.toUpperCase()}_DATABASE_PASSWORD`, PASSWORD] as const,
    );
    const job = spawnService('migrations', {
      PARLEY_ADMIN_DATABASE_URL: this.server.url,
      ...this.#broker(),
      ...Object.fromEntries(passwords),
      ...more,
    });
    job.listens().catch(() => undefined);
    return { code: await job.ended(), said: job.said };
  }

  /** Starts a service; it may not be ready yet. */
  start(name: Exclude<ServiceName, 'migrations'>, more: Settings = {}): SpawnedService {
    const service = spawnService(name, {
      PARLEY_PORT: '0',
      PARLEY_DATABASE_URL: this.urlOf(CONTEXTS[name]),
      PARLEY_BLOBS_URL: pathToFileURL(path.join(this.#folder, 'blobs')).href,
      PARLEY_KEYS_DIR: path.join(this.#folder, 'keys'),
      ...this.#messageKeys.settingsOf(CONTEXTS[name]),
      ...this.issuers.settings,
      PARLEY_LOG_LEVEL: 'error',
      PARLEY_DRAIN_SECONDS: String(STOP_SECONDS),
      ...this.#broker(),
      ...more,
    });
    this.#running.add(service);
    return service;
  }

  /** Runs SQL as the superuser of the database. */
  async run(sql: string): Promise<void> {
    const client = new Client({ connectionString: this.server.url });
    await client.connect();
    await client.query(sql);
    await client.end();
  }

  /** The address by which a context's role logs in. */
  urlOf(context: string): string {
    return Object.assign(new URL(this.server.url), { username: `parley_${context}`, password: PASSWORD }).href;
  }

  /** Ends everything. */
  async close(): Promise<void> {
    for (const service of this.#running) service.send('SIGKILL');
    await Promise.all([...this.#running].map((service) => service.ended()));
    this.issuers.stop();
    await this.server.stop();
    removeFolder(this.#folder);
  }

  #broker(): Settings {
    return {
      PARLEY_KAFKA_BROKERS: this.brokers.join(','),
      PARLEY_KAFKA_NAMESPACE: this.namespace,
      PARLEY_KAFKA_PARTITIONS: '2',
    };
  }
}
