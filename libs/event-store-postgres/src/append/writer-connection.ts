import type { Pool, PoolClient } from 'pg';
import { APPEND_MS } from './bound-query';

/**
 * The one connection that appends go through. It is kept between batches, because fetching one from the pool costs a
 * turn of the event loop each time, in which the database would wait for its next batch.
 */
export class WriterConnection {
  #client: PoolClient | undefined;

  constructor(private readonly pool: Pool) {}

  /** The connection if it is there, without waiting. */
  get current(): PoolClient | undefined {
    return this.#client;
  }

  async open(): Promise<PoolClient> {
    if (this.#client) return this.#client;
    const client = await this.pool.connect();
    try {
      await client.query(`SET statement_timeout = ${APPEND_MS}`);
    } catch (error) {
      client.release(true);
      throw error;
    }
    client.on('error', () => this.#drop(client));
    this.#client = client;
    return client;
  }

  /** Gives it back; broken or not, the pool decides anew at the next batch. */
  close(): void {
    if (this.#client) this.#drop(this.#client);
  }

  #drop(client: PoolClient): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    client.release(true);
  }
}
