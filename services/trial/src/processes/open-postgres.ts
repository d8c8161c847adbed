import { startOwnPostgres } from '@parley/hosting/installation';
import type { Kept } from './kept';

/** The PostgreSQL that keeps the record and the read models. */
export interface OpenPostgres extends Kept {
  /** Of a role that may create roles and schemas. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * The PostgreSQL that is given, or one of our own in the data folder. @throws StartError with one sentence that says
 * what is missing
 */
export async function openPostgres(dataDir: string, given: URL | undefined): Promise<OpenPostgres> {
  if (given)
    return {
      url: given.href,
      processes: () => [],
      keepUp: () => Promise.resolve(false),
      stop: () => Promise.resolve(),
    };
  let server = await startOwnPostgres(dataDir);
  const { url, port } = server;
  return {
    url,
    processes: () => [
      { name: 'postgres', pid: server.pid, url: `postgresql://127.0.0.1:${port}`, ready: server.pid !== undefined },
    ],
    keepUp: async () => {
      if (server.pid !== undefined) return false;
      // Where it was, because the services know it there.
      server = await startOwnPostgres(dataDir, port);
      return true;
    },
    stop: () => server.stop(),
  };
}
