import { DatabaseTakenError, holdDatabase, startOwnPostgres, type DatabaseHold } from '@parley/hosting/installation';
import { backoffMillis, pause } from '@parley/projections';

export interface AdminDatabase extends Pick<DatabaseHold, 'time' | 'newestEntry'> {
  /** URL of a role that may create roles and schemas. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * The database at the given address, or a PostgreSQL of our own in the data folder. In either case it is held for this
 * process alone.
 * @param lost gets one sentence when the database has gone away for good
 * @throws StartError with one sentence
 */
export async function openDatabase(
  { dataDir, hasRecord }: { readonly dataDir: string; readonly hasRecord: boolean },
  databaseUrl: URL | undefined,
  lost: (sentence: string) => void,
): Promise<AdminDatabase> {
  if (databaseUrl) {
    const hold = await holdDatabase(databaseUrl.href, `${databaseUrl.host}${databaseUrl.pathname}`, lost);
    return { ...hold, url: databaseUrl.href, stop: () => hold.release() };
  }
  const server = await startOwnPostgres(dataDir, { hasRecord });
  try {
    const hold = await holdOwn(server, dataDir, lost);
    const stop = async (): Promise<void> => {
      await hold.release();
      await server.stop();
    };
    return { ...hold, url: server.url, stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * Holds a server of our own. When one of the server's backends is killed, for example by a system short of memory, the
 * server ends all connections and starts its backends anew. The hold is then taken again. It is lost when the server
 * itself has ended, or when another process has taken it.
 */
async function holdOwn(
  server: { readonly url: string; readonly pid: number | undefined },
  name: string,
  lost: (sentence: string) => void,
): Promise<DatabaseHold> {
  const released = new AbortController();
  const isReleased = (): boolean => released.signal.aborted;
  const takeAgain = async (sentence: string, tries = 1): Promise<void> => {
    await pause(backoffMillis(tries), released.signal);
    if (isReleased()) return;
    if (server.pid === undefined) {
      lost(sentence);
      return;
    }
    try {
      held = await hold();
    } catch (error) {
      if (error instanceof DatabaseTakenError) lost(error.message);
      else await takeAgain(sentence, tries + 1);
      return;
    }
    // Nobody else would release a hold that is taken after the release.
    if (isReleased()) await held.release();
  };
  const hold = (): Promise<DatabaseHold> => holdDatabase(server.url, name, (sentence) => void takeAgain(sentence));
  let held = await hold();
  return {
    time: () => held.time(),
    newestEntry: () => held.newestEntry(),
    release: async () => {
      released.abort();
      await held.release();
    },
  };
}
