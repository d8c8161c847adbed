import type { Position } from '@parley/event-store';
import type { Pool } from 'pg';

/** So many wake-ups a second are enough for anybody, and each costs a statement. */
const SPACING_MS = 20;

const NOTIFY = {
  name: 'event-store-notify',
  text: `SELECT set_config('synchronous_commit', 'off', true), pg_notify($1, $2)`,
};

/**
 * Tells the followers of other processes that something was appended: at once, then at most every few milliseconds. A
 * lost wake-up does no harm, because followers also poll. So wake-ups are sent beside the appends, which need not wait
 * for them, and they are not flushed to disk.
 */
export class Announcer {
  #due: Position | undefined;
  #running = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly pool: Pool) {}

  announce(newest: Position): void {
    this.#due = newest;
    if (!this.#running && this.#timer === undefined) void this.#send();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#due = undefined;
  }

  async #send(): Promise<void> {
    const newest = this.#due;
    this.#due = undefined;
    this.#running = true;
    try {
      await this.pool.query({ ...NOTIFY, values: [CHANNEL, newest] });
    } catch {
      // The followers' polling makes up for it.
    }
    this.#running = false;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#due !== undefined) void this.#send();
    }, SPACING_MS);
    this.#timer.unref();
  }
}

/** The channel on which appenders wake the followers of other processes. */
export const CHANNEL = 'event_store_appended';
