import { setImmediate as nextTurn } from 'node:timers/promises';
import { passesCategories, type Page, type Position, type ReadAllOptions } from '@parley/event-store';

export type PageOptions = ReadAllOptions & { readonly after: Position };

interface Ask {
  readonly options: PageOptions;
  readonly resolve: (page: Page | Promise<Page>) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * How far behind the newest known event a follower may be and still read with the others, and the most events read for
 * them.
 */
const SPAN = 500;

/**
 * Reads for all followers of a process at once. Followers that are level with each other ask for the same events at the
 * same moment, each with a filter of its own. A page for several is read after all of them have asked, so each has what
 * a page of its own would give. Requests that come while a page is being read share the next one. A follower that is
 * alone or far behind reads for itself.
 */
export class SharedPages {
  #waiting: Ask[] = [];
  #newest = 0n;
  #serving = false;

  constructor(private readonly readPage: (options: PageOptions) => Promise<Page>) {}

  read(options: PageOptions): Promise<Page> {
    if (BigInt(options.after) + BigInt(SPAN) < this.#newest) return this.#readNoting(options);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ options, resolve, reject });
      if (!this.#serving) void this.#serve();
    });
  }

  async #serve(): Promise<void> {
    this.#serving = true;
    // Followers that are woken together ask within one turn.
    await nextTurn();
    while (this.#waiting.length > 0) {
      const asks = this.#waiting;
      this.#waiting = [];
      await this.#answer(asks);
    }
    this.#serving = false;
  }

  async #answer(asks: readonly Ask[]): Promise<void> {
    const [first, second] = asks;
    try {
      if (first && !second) {
        first.resolve(await this.#readNoting(first.options));
        return;
      }
      const page = await this.#readNoting({ after: earliest(asks), limit: SPAN });
      for (const { options, resolve } of asks)
        resolve(BigInt(options.after) > BigInt(page.position) ? this.#readNoting(options) : partOf(page, options));
    } catch (error) {
      for (const { reject } of asks) reject(error);
    }
  }

  async #readNoting(options: PageOptions): Promise<Page> {
    const page = await this.readPage(options);
    if (BigInt(page.position) > this.#newest) this.#newest = BigInt(page.position);
    return page;
  }
}

const earliest = (asks: readonly Ask[]): Position =>
  asks.map(({ options }) => options.after).reduce((one, other) => (BigInt(other) < BigInt(one) ? other : one));

/** The part of a shared page that a page of its own would have given one follower. */
function partOf({ unreadable = [], ...page }: Page, { after, categories, limit }: PageOptions): Page {
  const behind = BigInt(after);
  const isAsked = (position: Position, stream: string): boolean =>
    BigInt(position) > behind && passesCategories(stream, categories);
  const events = page.events.filter(({ position, stream }) => isAsked(position, stream));
  const last = events.length > limit ? events[limit - 1] : undefined;
  const part = last
    ? { events: events.slice(0, limit), position: last.position, caughtUp: false }
    : { ...page, events };
  const spoiled = unreadable.filter(
    ({ position, kept }) => isAsked(position, kept.stream) && BigInt(position) <= BigInt(part.position),
  );
  return spoiled.length === 0 ? part : { ...part, unreadable: spoiled };
}
