import { backoffMillis, pause } from '@parley/projections';
import { Client } from 'pg';
import { NotReadyError } from '../process/start-error';
import { INSTALLATION_LOCK } from './database-hold';

const PATIENCE_MS = 5_000;

/**
 * Keeps a one-process Parley away from a database on which services run, and services away from one on which it runs.
 * Side by side they would fire each default and answer each message twice, and the one process gives the roles other
 * passwords. Any number of processes hold it at once.
 *
 * A hold that is lost with its connection is taken again by itself. Until then nobody is kept away, so the service
 * takes no acts meanwhile. If a one-process Parley was quicker, this process has to end.
 */
export class SharedHold {
  #client: Client | undefined;
  readonly #released = new AbortController();

  /**
   * @param taken is called with a sentence when a Parley of one process has the database now; whoever works on it has
   *   to end
   */
  constructor(
    private readonly url: string,
    private readonly taken: (sentence: string) => void = () => undefined,
  ) {}

  /**
   * @throws NotReadyError while a one-process Parley runs on the database; also what `pg` throws when it cannot be
   *   reached, and when the hold was released meanwhile
   */
  async take(): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      connectionTimeoutMillis: PATIENCE_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: PATIENCE_MS,
      application_name: 'parley-hold',
    });
    const gone = (): void => {
      if (this.#client !== client) return;
      this.#client = undefined;
      void this.#takeAgain();
    };
    client.on('error', gone).on('end', gone);
    await client.connect();
    try {
      const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock_shared($1) AS locked', [
        INSTALLATION_LOCK,
      ]);
      if (rows[0]?.locked !== true)
        throw new NotReadyError('a Parley of one process runs on the database; stop that one');
      // Nobody would end a hold that is taken after the release.
      this.#released.signal.throwIfAborted();
    } catch (error) {
      await client.end();
      throw error;
    }
    this.#client = client;
  }

  /** Why it is not held, or `undefined` when it is. */
  reason(): string | undefined {
    return this.#client ? undefined : 'the connection to the database was lost';
  }

  async release(): Promise<void> {
    this.#released.abort();
    const client = this.#client;
    this.#client = undefined;
    await client?.end();
  }

  async #takeAgain(): Promise<void> {
    for (let tries = 1; ; tries++) {
      await pause(backoffMillis(tries), this.#released.signal);
      if (this.#released.signal.aborted) return;
      try {
        await this.take();
        return;
      } catch (error) {
        if (error instanceof NotReadyError) {
          this.taken(error.message);
          return;
        }
        // The reason stays as it was, and the loop tries again.
      }
    }
  }
}
