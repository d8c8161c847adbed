import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isRunning, startEmbeddedPostgres, type EmbeddedPostgres } from '@parley/platform/embedded-postgres';

declare global {
  // Jest's set-up and tear-down share nothing but the global scope, which `var` alone extends.
  var parleyTestPostgres: { readonly server: EmbeddedPostgres; readonly folder: string } | undefined;
}

const PREFIX = 'parley-jest-';

/** One PostgreSQL for the whole run, unless PARLEY_TEST_DATABASE_URL already names one (of a superuser). */
export default async function startTestPostgres(): Promise<void> {
  if (process.env['PARLEY_TEST_DATABASE_URL']) return;
  removeLeftovers();
  const folder = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(folder, 0o755);
  // Its data need not outlive the run; tests of durability start servers of their own.
  const server = await startEmbeddedPostgres({ dataDir: path.join(folder, 'data'), settings: { fsync: 'off' } });
  globalThis.parleyTestPostgres = { server, folder };
  process.env['PARLEY_TEST_DATABASE_URL'] = server.url;
}

/** A run that was killed cannot clear up after itself; its server has died with it. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const pid = Number(name.slice(PREFIX.length).split('-')[0]);
    if (!isRunning(pid)) rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
  }
}
