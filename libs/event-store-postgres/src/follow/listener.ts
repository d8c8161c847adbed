import type { Position } from '@parley/event-store';
import type { Pool, PoolClient } from 'pg';
import { CHANNEL } from './channel';

/** Hears of other processes' appends, and listens again by itself when its connection is lost. */
export class Listener {
  #client: PoolClient | undefined;
  #opening: Promise<void> | undefined;
  #closed = false;

  constructor(
    private readonly pool: Pool,
    private readonly retryMs: number,
    private readonly heard: (newest: Position) => void,
  ) {}

  open(): void {
    if (this.#client === undefined && !this.#closed) this.#opening ??= this.#open();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#opening;
    this.#client?.release(true);
    this.#client = undefined;
  }

  async #open(): Promise<void> {
    try {
      const client = await this.pool.connect();
      client.on('notification', ({ payload }) => {
        if (payload !== undefined && /^\d{1,19}$/.test(payload)) this.heard(payload as Position);
      });
      client.on('error', () => this.#lost(client));
      await client.query(`LISTEN ${CHANNEL}`).catch((error: unknown) => {
        client.release(true);
        throw error;
      });
      this.#client = client;
    } catch {
      this.#again();
    }
    this.#opening = undefined;
  }

  #lost(client: PoolClient): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    client.release(true);
    this.#again();
  }

  #again(): void {
    setTimeout(() => this.open(), this.retryMs).unref();
  }
}
