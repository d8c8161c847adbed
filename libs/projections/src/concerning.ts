import { isKnownTo, type Page, type Position, type RecordedEvent } from '@parley/event-store';
import type { FollowerOptions } from './follower-options';

/** The part of the record that a follower reads. */
export type Concern = Pick<FollowerOptions, 'store' | 'categories' | 'concerns'>;

/** Events that are searched at once for one that is still to be handled. */
const LOOK_AHEAD = 200;

/** The events of a page that mean something to a follower. An event of an unknown kind may, so it is among them. */
export const concerning = (
  { events }: Pick<Page, 'events'>,
  { store, concerns }: Pick<Concern, 'store' | 'concerns'>,
): readonly RecordedEvent[] =>
  concerns ? events.filter((event) => !isKnownTo(store, event) || concerns(event)) : events;

/** The first event after a position that a follower has still to handle; `undefined` when the store shows none. */
export async function nextConcerning(
  { store, categories, concerns }: Concern,
  position: Position,
): Promise<RecordedEvent | undefined> {
  for (let after = position; ;) {
    const page = await store.readAll({ after, categories, limit: concerns ? LOOK_AHEAD : 1, setsAside: true });
    const next = concerning(page, { store, concerns })[0];
    // An empty page may say that there is more after it. If its position does not advance either, the loop would never
    // end.
    if (next || page.caughtUp || store.compare(page.position, after) <= 0) return next;
    after = page.position;
  }
}

/** How many events come after a position. No more than `most` are counted, and it is never 0 while there is one. */
export async function countConcerning(concern: Concern, position: Position, most: number): Promise<number> {
  const { store, categories } = concern;
  const page = await store.readAll({ after: position, categories, limit: most, setsAside: true });
  const counted = concerning(page, concern).length;
  if (counted > 0 || page.caughtUp) return counted;
  // After so many that mean nothing to it there may be one that does.
  return (await nextConcerning(concern, page.position)) === undefined ? 0 : 1;
}
