import { setTimeout as sleep } from 'node:timers/promises';
import type { Page, Position } from '@parley/event-store';
import { EventStoreAwayError } from '../client/event-store-address';
import { PageReader, type PageReaderOptions, type PageReaderPorts } from './page-reader';

/** What a watchdog wants to know of a follower that runs. */
export interface FollowerStatus {
  /** `null` for all categories. */
  readonly categories: readonly string[] | null;
  /** Of the last page that was handed out. */
  readonly position: Position;
  /**
   * Since a page last moved the position. A long time is normal when nothing is appended, and a fault when the head
   * moves.
   */
  readonly secondsSinceLastMove: number;
  readonly caughtUp: boolean;
  /** Why the follower is subscribing anew, while it has not succeeded yet. */
  readonly failing: string | null;
}

const [FIRST_RETRY_MS, LONGEST_RETRY_MS] = [50, 5_000];

export type FollowerPorts = PageReaderPorts & {
  /** Told of subscriptions that failed. */
  readonly failed: (error: unknown) => void;
};

/** One reader of the one order. Whatever happens to its subscription, it goes on by itself from where it was. */
export class Follower {
  readonly #reader: PageReader;
  #position: Position;
  #movedAt = performance.now();
  #caughtUp = false;
  #failing: string | null = null;

  constructor(
    private readonly ports: FollowerPorts,
    private readonly options: PageReaderOptions,
  ) {
    this.#reader = new PageReader(ports, options);
    this.#position = options.after;
  }

  status(): FollowerStatus {
    return {
      categories: this.options.categories ?? null,
      position: this.#position,
      secondsSinceLastMove: (performance.now() - this.#movedAt) / 1000,
      caughtUp: this.#caughtUp,
      failing: this.#failing,
    };
  }

  async *pages(): AsyncGenerator<Page, void, undefined> {
    try {
      for (let page = await this.#next(); page !== null; page = await this.#next()) {
        if (page.position !== this.#position) this.#movedAt = performance.now();
        this.#position = page.position;
        this.#caughtUp = page.caughtUp;
        yield page;
      }
    } finally {
      this.#reader.close();
    }
  }

  /** Tries until the server is back; `null` when the follower ends. */
  async #next(): Promise<Page | null> {
    const { signal } = this.options;
    const ended = (): boolean => signal.aborted;
    for (let wait = FIRST_RETRY_MS; !ended(); wait = Math.min(wait * 2, LONGEST_RETRY_MS)) {
      try {
        const page = await this.#reader.next();
        this.#failing = null;
        return page;
      } catch (error) {
        if (ended()) return null;
        if (!(error instanceof EventStoreAwayError)) throw error;
        this.#failing = error.message;
        this.ports.failed(error);
        await sleep(wait, undefined, { signal }).catch(() => undefined);
      }
    }
    return null;
  }
}
