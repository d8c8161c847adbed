import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ContractSubject } from '@parley/event-store/contract';
import type { Clock, Instant } from '@parley/kernel';
import { startEmbeddedPostgres } from '@parley/embedded-postgres';
import { createTestDatabase } from '@parley/testing';
import { Client } from 'pg';
import { createPostgresEventStore, type PostgresEventStore } from '../postgres-event-store';
import { installEventStore } from '../install/install-event-store';
import { roleUrl } from './role-url';

export const realClock: Clock = { now: () => new Date().toISOString() as Instant };

export interface PostgresSubject extends ContractSubject {
  readonly store: PostgresEventStore;
  /** The address for the role that writes. */
  readonly url: string;
  readonly adminUrl: string;
}

/** Two stores, as two processes would have them, on a database of their own. */
export async function createPostgresSubject(): Promise<PostgresSubject> {
  const database = await createTestDatabase();
  const cleanUp: (() => Promise<void> | void)[] = [() => database.drop()];
  const url = await installWithWriter(database.url);
  const open = (connectionString: string, clock = realClock): PostgresEventStore => {
    const store = createPostgresEventStore({ connectionString, clock, pollMs: 50 });
    cleanUp.push(() => store.close());
    return store;
  };
  return {
    store: open(url),
    elsewhere: open(url),
    url,
    adminUrl: database.url,
    openWith: (clock) => open(url, clock),
    async restore() {
      const server = await startServer(cleanUp);
      const restoredUrl = await installWithWriter(server);
      await copyRecord(database.url, server);
      return open(restoredUrl);
    },
    async close() {
      for (const step of cleanUp.reverse()) await step();
    },
  };
}

async function installWithWriter(adminUrl: string): Promise<string> {
  const writer = await roleUrl(adminUrl, 'contract_writer');
  await installEventStore({
    adminUrl,
    contexts: ['intake', 'evidence'].map((context) => ({ context, role: 'contract_writer' })),
  });
  return writer;
}

async function startServer(cleanUp: (() => Promise<void> | void)[]): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-restored-'));
  chmodSync(folder, 0o755);
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  const server = await startEmbeddedPostgres({ dataDir: path.join(folder, 'data'), settings: { fsync: 'off' } });
  cleanUp.push(() => server.stop());
  return server.url;
}

/** What a dump and restore of the events' table does, row by row. */
async function copyRecord(from: string, to: string): Promise<void> {
  const [source, target] = [new Client({ connectionString: from }), new Client({ connectionString: to })];
  await Promise.all([source.connect(), target.connect()]);
  const { rows } = await source.query<{ row: string }>(
    'SELECT to_json(e)::text AS row FROM event_store.events e ORDER BY position',
  );
  for (const { row } of rows)
    await target.query(
      'INSERT INTO event_store.events SELECT * FROM json_populate_record(NULL::event_store.events, $1)',
      [row],
    );
  await Promise.all([source.end(), target.end()]);
}
