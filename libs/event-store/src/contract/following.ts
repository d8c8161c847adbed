import type { RecordedEvent } from '../envelope';
import type { EventStore, FollowOptions, Page } from '../event-store';

type Following = Omit<FollowOptions, 'signal'> & {
  /** Gives up after so many milliseconds, and the result is what was seen so far; 10 s when left out. */
  readonly withinMs?: number;
};

/** Follows until a page satisfies `enough`, which sees all pages so far, or time is up. */
export async function pagesUntil(
  store: EventStore,
  options: Following,
  enough: (pages: readonly Page[]) => boolean,
): Promise<readonly Page[]> {
  const { withinMs = 10_000, ...rest } = options;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), withinMs);
  const pages: Page[] = [];
  try {
    for await (const page of store.follow({ ...rest, signal: stop.signal })) {
      pages.push(page);
      if (enough(pages)) break;
    }
    return pages;
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

export const eventsOf = (pages: readonly Page[]): readonly RecordedEvent[] => pages.flatMap((page) => page.events);

/** Follows until so many events were seen, or time is up. */
export const eventsUntil = async (
  store: EventStore,
  options: Following,
  count: number,
): Promise<readonly RecordedEvent[]> =>
  eventsOf(await pagesUntil(store, options, (pages) => eventsOf(pages).length >= count));

/** Follows until it is told that it has caught up. */
export const catchUp = (store: EventStore, options: Following = {}): Promise<readonly Page[]> =>
  pagesUntil(store, options, (pages) => pages.at(-1)?.caughtUp === true);
