import { appendFileSync, chmodSync } from 'node:fs';
import path from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@parley/embedded-postgres';
import { announceNewCluster, copyNewCluster } from '../new-cluster';
import { makeRunFolder } from './run-folder';

declare global {
  // Jest's set-up and tear-down share nothing but the global scope, which `var` alone extends.
  var parleyTestPostgres: { readonly server: EmbeddedPostgres; readonly folder: string } | undefined;
}

/**
 * Its data need not outlive the machine, only their own processes. Tests of durability start servers of their own on
 * empty folders.
 */
const FOR_ONE_RUN = 'fsync = off\nfull_page_writes = off\n';

/**
 * Makes one cluster of PostgreSQL for the whole run, and starts a server on a copy of it, unless
 * PARLEY_TEST_DATABASE_URL already names one (of a superuser). Whoever needs a server of its own takes another copy.
 */
export default async function startTestPostgres(): Promise<void> {
  const folder = makeRunFolder();
  chmodSync(folder, 0o755);
  const made = path.join(folder, 'new-cluster');
  await (await startEmbeddedPostgres({ dataDir: made })).stop();
  appendFileSync(path.join(made, 'postgresql.conf'), FOR_ONE_RUN);
  announceNewCluster(made);
  if (process.env['PARLEY_TEST_DATABASE_URL']) return;
  const dataDir = path.join(folder, 'data');
  copyNewCluster(dataDir);
  const server = await startEmbeddedPostgres({ dataDir });
  globalThis.parleyTestPostgres = { server, folder };
  process.env['PARLEY_TEST_DATABASE_URL'] = server.url;
}
