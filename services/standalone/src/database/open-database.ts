import { holdDatabase, startOwnPostgres } from '@parley/hosting/installation';

export interface AdminDatabase {
  /** Of a role that may create roles and schemas. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * The database given by its address, or a PostgreSQL of our own in the data folder; in either case for this process
 * alone.
 * @param lost is told in one sentence when it has gone away
 * @throws StartError with one sentence
 */
export async function openDatabase(
  dataDir: string,
  databaseUrl: URL | undefined,
  lost: (sentence: string) => void,
): Promise<AdminDatabase> {
  if (databaseUrl) {
    const hold = await holdDatabase(databaseUrl.href, `${databaseUrl.host}${databaseUrl.pathname}`, lost);
    return { url: databaseUrl.href, stop: () => hold.release() };
  }
  const server = await startOwnPostgres(dataDir);
  try {
    const hold = await holdDatabase(server.url, dataDir, lost);
    const stop = async (): Promise<void> => {
      await hold.release();
      await server.stop();
    };
    return { url: server.url, stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
