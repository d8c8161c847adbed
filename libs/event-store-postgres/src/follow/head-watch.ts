import type { Position } from '@parley/event-store';
import type { Pool, PoolClient } from 'pg';
import { readHead } from '../read/read-head';
import { CHANNEL } from './announcer';

interface Waiter {
  readonly after: bigint;
  readonly wake: () => void;
}

/**
 * Wakes the followers of one store when the head moves. One poll serves all of them; appends of this process and
 * notifications of others only make it earlier. It costs nothing while nobody waits.
 */
export class HeadWatch {
  readonly #waiters = new Set<Waiter>();
  readonly #listener: Listener;
  #head = 0n;
  #timer: NodeJS.Timeout | undefined;
  #wakeTimer: NodeJS.Timeout | undefined;
  #wokeAt = -Infinity;
  #closed = false;

  constructor(
    private readonly pool: Pool,
    private readonly pollMs: number,
    /**
     * Least milliseconds between two wake-ups. A follower that was woken a moment ago waits so long, and then reads at
     * once all that came meanwhile.
     */
    private readonly spacingMs: number,
  ) {
    this.#listener = new Listener(
      pool,
      (newest) => this.moved(newest),
      () => void this.#look(),
    );
  }

  /** Resolves when something lies behind `after`, when the signal is aborted, or when the watch is closed. */
  beyond(after: Position, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted || this.#closed) return resolve();
      const wake = (): void => {
        this.#waiters.delete(waiter);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const waiter = { after: BigInt(after), wake };
      this.#waiters.add(waiter);
      signal.addEventListener('abort', wake);
      this.#listener.open();
      this.#schedule();
      if (this.#head > waiter.after) this.#wake();
    });
  }

  /** Somebody says that the head is at least here. */
  moved(newest: Position): void {
    if (BigInt(newest) > this.#head) this.#set(BigInt(newest));
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#wakeTimer);
    for (const waiter of [...this.#waiters]) waiter.wake();
    await this.#listener.close();
  }

  #set(head: bigint): void {
    this.#head = head;
    this.#wake();
  }

  /** Wakes at once after a rest, otherwise when the spacing is over. */
  #wake(): void {
    if (this.#wakeTimer !== undefined || this.#closed) return;
    const rest = this.#wokeAt + this.spacingMs - performance.now();
    if (rest > 0) {
      this.#wakeTimer = setTimeout(() => {
        this.#wakeTimer = undefined;
        this.#wake();
      }, rest);
      return;
    }
    const woken = [...this.#waiters].filter(({ after }) => after < this.#head);
    if (woken.length === 0) return;
    this.#wokeAt = performance.now();
    for (const waiter of woken) waiter.wake();
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => void this.#poll(), this.pollMs);
  }

  async #poll(): Promise<void> {
    await this.#look();
    this.#timer = undefined;
    if (this.#waiters.size > 0 && !this.#closed) this.#schedule();
  }

  async #look(): Promise<void> {
    if (this.#closed) return;
    try {
      // The table counts, even against a notification that claimed more.
      this.#set(BigInt(await readHead(this.pool)));
    } catch {
      // The database is away: the next poll asks again.
    }
  }
}

/** Milliseconds before a lost connection is opened anew. */
const RETRY_MS = 500;

/** Hears of other processes' appends. When its connection is lost, it listens again by itself. */
class Listener {
  #client: PoolClient | undefined;
  #opening: Promise<void> | undefined;
  #closed = false;

  constructor(
    private readonly pool: Pool,
    private readonly heard: (newest: Position) => void,
    /** Called when it has begun to listen. What was said before is lost. */
    private readonly listening: () => void,
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
      this.listening();
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
    setTimeout(() => this.open(), RETRY_MS).unref();
  }
}
