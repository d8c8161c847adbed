import { backoffMillis, pause } from '@parley/projections';
import { Client } from 'pg';
import { NotReadyError } from '../process/start-error';
import { INSTALLATION_LOCK } from './database-hold';

const PATIENCE_MS = 5_000;

/**
 * Keeps a one-process Parley off a database that services run on, and services off one that it runs on: the two would
 * fire each default and answer each message side by side, and the one process gives the roles other passwords. Any
 * number of processes hold it at once.
 *
 * A hold that is lost with its connection is taken again by itself. Until then nobody is kept off, so its service takes
 * no acts meanwhile; and where a one-process Parley was quicker, it is over for this process.
 */
export class SharedHold {
  #client: Client | undefined;
  readonly #released = new AbortController();

  /**
   * @param taken is told, in a sentence, that a Parley of one process has the database now: whoever works on it has to
   * end
   */
  constructor(
    private readonly url: string,
    private readonly taken: (sentence: string) => void = () => undefined,
  ) {}

  /**
   * @throws NotReadyError while a one-process Parley runs on it; what `pg` throws when it cannot be reached; when it
   * was released meanwhile
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
      // Nobody would end what comes to be held after the release.
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
        // The reason stays what it was, and so does who waits for it.
      }
    }
  }
}
