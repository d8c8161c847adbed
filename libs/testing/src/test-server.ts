import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '@parley/embedded-postgres';
import { copyNewCluster } from './new-cluster';

export interface TestServer {
  /** The address for the superuser. */
  readonly url: string;
  /** Stops it and removes its data. */
  stop(): Promise<void>;
}

/**
 * A PostgreSQL that one spec has to itself, because it makes roles, which belong to the whole cluster, or stops it in
 * the middle.
 */
export async function startTestServer(): Promise<TestServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-server-'));
  chmodSync(folder, 0o755);
  const dataDir = path.join(folder, 'data');
  copyNewCluster(dataDir);
  const server = await startEmbeddedPostgres({ dataDir });
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}
