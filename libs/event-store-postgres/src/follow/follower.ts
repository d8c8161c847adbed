import { setTimeout as sleep } from 'node:timers/promises';
import type { FollowOptions, Page, Position, ReadAllOptions } from '@parley/event-store';
import { isConnectionLoss } from '../connection-loss';
import type { HeadWatch } from './head-watch';

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
  /** Why the last read failed, while it is being tried again. */
  readonly failing: string | null;
}

export interface FollowerPorts {
  readonly readPage: (options: ReadAllOptions & { readonly after: Position }) => Promise<Page>;
  readonly watch: HeadWatch;
  readonly start: Position;
  /** Aborted when the store is closed. */
  readonly closing: AbortSignal;
}

const DEFAULT_PAGE = 500;
const [FIRST_RETRY_MS, LONGEST_RETRY_MS] = [50, 2_000];

/**
 * One reader of the one order. It reads pages from storage, and asks for the next page while the caller works on the
 * last.
 */
export class Follower {
  readonly #options: FollowOptions;
  readonly #signal: AbortSignal;
  #position: Position;
  #movedAt = performance.now();
  #caughtUp = false;
  #failing: string | null = null;

  constructor(
    private readonly ports: FollowerPorts,
    options: FollowOptions,
  ) {
    this.#options = options;
    this.#signal = AbortSignal.any([options.signal, ports.closing]);
    this.#position = options.after ?? ports.start;
  }

  status(): FollowerStatus {
    return {
      categories: this.#options.categories ?? null,
      position: this.#position,
      secondsSinceLastMove: (performance.now() - this.#movedAt) / 1000,
      caughtUp: this.#caughtUp,
      failing: this.#failing,
    };
  }

  async *pages(): AsyncGenerator<Page, void, undefined> {
    let first = true;
    let next = this.#ask(this.#position);
    while (!this.#signal.aborted) {
      const page = await next;
      if (page === null) return;
      const moved = page.position !== this.#position;
      if (!page.caughtUp) next = this.#ask(page.position);
      if (moved || first) {
        this.#handOut(page, moved);
        yield page;
      } else {
        // The wake-up was for nothing. The pause keeps further ones from making this loop spin.
        await sleep(FIRST_RETRY_MS, undefined, { signal: this.#signal }).catch(() => undefined);
      }
      first = false;
      if (!page.caughtUp) continue;
      await this.ports.watch.beyond(page.position, this.#signal);
      next = this.#ask(page.position);
    }
  }

  #handOut(page: Page, moved: boolean): void {
    this.#position = page.position;
    this.#caughtUp = page.caughtUp;
    if (moved) this.#movedAt = performance.now();
  }

  /** Asks ahead of the caller, who may never come for the answer. */
  #ask(after: Position): Promise<Page | null> {
    const page = this.#fetch(after);
    page.catch(() => undefined);
    return page;
  }

  #ended(): boolean {
    return this.#signal.aborted;
  }

  /** Tries until the database is back; `null` when the follower ends. */
  async #fetch(after: Position): Promise<Page | null> {
    const { pageSize: limit = DEFAULT_PAGE, categories } = this.#options;
    for (let wait = FIRST_RETRY_MS; !this.#ended(); wait = Math.min(wait * 2, LONGEST_RETRY_MS)) {
      try {
        const page = await this.ports.readPage({ after, limit, ...(categories === undefined ? {} : { categories }) });
        this.#failing = null;
        return page;
      } catch (error) {
        if (this.#ended()) return null;
        if (!isConnectionLoss(error)) throw error;
        this.#failing = String(error);
        await sleep(wait, undefined, { signal: this.#signal }).catch(() => undefined);
      }
    }
    return null;
  }
}
