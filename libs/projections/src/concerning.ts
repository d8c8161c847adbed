import type { Page, Position, RecordedEvent } from '@parley/event-store';
import type { FollowerOptions } from './follower-options';

/** Events that are looked through at once for one that is still to be handled. */
const LOOK_AHEAD = 200;

/** The events of a page that mean something to a follower. */
export const concerning = ({ events }: Page, concerns: FollowerOptions['concerns']): readonly RecordedEvent[] =>
  concerns ? events.filter((event) => concerns(event)) : events;

/**
 * Where the first event behind a position lies that a follower has still to handle; `undefined` when the store shows
 * none.
 */
export async function nextConcerning(
  { store, categories, concerns }: FollowerOptions,
  position: Position,
): Promise<Position | undefined> {
  for (let after = position; ;) {
    const page = await store.readAll({ after, categories, limit: concerns ? LOOK_AHEAD : 1 });
    const next = concerning(page, concerns)[0];
    // A page may be empty and say that there is more behind it; one that says so and goes no further would go on for
    // ever.
    if (next || page.caughtUp || store.compare(page.position, after) <= 0) return next?.position;
    after = page.position;
  }
}
