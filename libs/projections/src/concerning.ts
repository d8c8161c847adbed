import { isKnownTo, type Page, type Position, type RecordedEvent } from '@parley/event-store';
import type { FollowerOptions } from './follower-options';

/** What somebody reads of the record. */
export type Concern = Pick<FollowerOptions, 'store' | 'categories' | 'concerns'>;

/** Events that are looked through at once for one that is still to be handled. */
const LOOK_AHEAD = 200;

/** The events of a page that mean something to a follower. What is of a kind that is not known may. */
export const concerning = (
  { events }: Pick<Page, 'events'>,
  { store, concerns }: Pick<Concern, 'store' | 'concerns'>,
): readonly RecordedEvent[] =>
  concerns ? events.filter((event) => !isKnownTo(store, event) || concerns(event)) : events;

/** The first event behind a position that a follower has still to handle; `undefined` when the store shows none. */
export async function nextConcerning(
  { store, categories, concerns }: Concern,
  position: Position,
): Promise<RecordedEvent | undefined> {
  for (let after = position; ;) {
    const page = await store.readAll({ after, categories, limit: concerns ? LOOK_AHEAD : 1 });
    const next = concerning(page, { store, concerns })[0];
    // A page may be empty and say that there is more behind it; one that says so and goes no further would go on for
    // ever.
    if (next || page.caughtUp || store.compare(page.position, after) <= 0) return next;
    after = page.position;
  }
}

/** How many events lie behind a position; of no more than `most`, and never 0 while there is one. */
export async function countConcerning(concern: Concern, position: Position, most: number): Promise<number> {
  const { store, categories } = concern;
  const page = await store.readAll({ after: position, categories, limit: most });
  const counted = concerning(page, concern).length;
  if (counted > 0 || page.caughtUp) return counted;
  // Behind so many that mean nothing to it there may be one that does.
  return (await nextConcerning(concern, page.position)) === undefined ? 0 : 1;
}
