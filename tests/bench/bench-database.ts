import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '@parley/embedded-postgres';

export interface BenchDatabase {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * A PostgreSQL in a folder of its own, with every setting that makes it durable. PARLEY_BENCH_DATABASE_URL names
 * another one.
 * @param settings of PostgreSQL beside its defaults
 */
export async function openBenchDatabase(settings: Readonly<Record<string, string>> = {}): Promise<BenchDatabase> {
  const given = process.env['PARLEY_BENCH_DATABASE_URL'];
  if (given !== undefined) return { url: given, close: () => Promise.resolve() };
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-bench-'));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({
    dataDir: path.join(folder, 'data'),
    // It counts statements. It costs each a few microseconds, for Parley and the yardstick alike.
    settings: { shared_preload_libraries: 'pg_stat_statements', 'pg_stat_statements.track': 'top', ...settings },
  });
  const close = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: server.url, close };
}
