import type { Position } from '@parley/event-store';
import { comparePositions, START } from '../read/position';

interface Waiter {
  readonly after: Position;
  readonly wake: () => void;
}

/**
 * Tells the followers of one store that the head has moved. One poll serves all of them; appends of this process only
 * make it earlier. It costs nothing while nobody waits.
 */
export class HeadWatch {
  readonly #waiters = new Set<Waiter>();
  #head = START;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(
    private readonly readHead: () => Promise<Position>,
    private readonly pollMs: number,
  ) {}

  /** The furthest head that was heard of. */
  get head(): Position {
    return this.#head;
  }

  /** Resolves when something lies behind `after`, when the signal is aborted, or when the watch is closed. */
  beyond(after: Position, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted || this.#closed || comparePositions(this.#head, after) > 0) return resolve();
      const wake = (): void => {
        this.#waiters.delete(waiter);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const waiter = { after, wake };
      this.#waiters.add(waiter);
      signal.addEventListener('abort', wake);
      this.#schedule();
    });
  }

  /** Somebody says that the head is at least here. */
  moved(newest: Position): void {
    if (comparePositions(newest, this.#head) <= 0) return;
    this.#head = newest;
    for (const waiter of [...this.#waiters]) if (comparePositions(newest, waiter.after) > 0) waiter.wake();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const waiter of [...this.#waiters]) waiter.wake();
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => void this.#poll(), this.pollMs);
  }

  async #poll(): Promise<void> {
    // A server that is away is asked again at the next poll.
    const head = await this.readHead().catch(() => START);
    this.#timer = undefined;
    this.moved(head);
    if (this.#waiters.size > 0 && !this.#closed) this.#schedule();
  }
}
