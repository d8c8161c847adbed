import { chmodSync } from 'node:fs';
import path from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@parley/embedded-postgres';
import { makeRunFolder } from './run-folder';

declare global {
  // Jest's set-up and tear-down share nothing but the global scope, which `var` alone extends.
  var parleyTestPostgres: { readonly server: EmbeddedPostgres; readonly folder: string } | undefined;
}

/** Starts one PostgreSQL for the whole run, unless PARLEY_TEST_DATABASE_URL already names one (of a superuser). */
export default async function startTestPostgres(): Promise<void> {
  if (process.env['PARLEY_TEST_DATABASE_URL']) return;
  const folder = makeRunFolder();
  chmodSync(folder, 0o755);
  // Its data need not outlive the run; tests of durability start servers of their own.
  const server = await startEmbeddedPostgres({ dataDir: path.join(folder, 'data'), settings: { fsync: 'off' } });
  globalThis.parleyTestPostgres = { server, folder };
  process.env['PARLEY_TEST_DATABASE_URL'] = server.url;
}
