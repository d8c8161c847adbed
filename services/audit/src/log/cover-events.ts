import { commitmentOf, type EventStore, type Position, type RecordedEvent } from '@parley/event-store';
import { millisOf } from '@parley/kernel';
import { LogHalted } from './log-halted';
import type { LogSecrets } from './log-secrets';

/** Events of a page, which are all in memory. */
const PAGE_EVENTS = 500;

/** What a checkpoint is made of. Of its events no more is kept than this, so that one can cover many. */
export interface Covered {
  /** In the order of the store. */
  readonly entries: readonly Uint8Array[];
  /** The position of the last of them. */
  readonly until: Position;
  /** Milliseconds since 1970 at which the newest of them was recorded. */
  readonly newest: number;
}

/**
 * Reads events from the store and hashes each again, as it was read.
 * @param after the position behind which they stand
 * @param most how many they are; fewer where there are no more
 * @throws LogHalted `altered` where one is not what its commitment says, or cannot be read
 */
export async function coverEvents(
  { store, secrets }: { readonly store: EventStore; readonly secrets: LogSecrets },
  after: Position,
  most: number,
): Promise<Covered> {
  const entries: Uint8Array[] = [];
  let [until, newest] = [after, 0];
  for await (const page of pagesBehind(store, after, most)) {
    for (const event of page) {
      if (commitmentOf(event) !== event.commitment)
        throw new LogHalted('altered', `${event.stream} revision ${String(event.revision)}`);
      entries.push(secrets.entryOf(event.commitment).entry);
      newest = Math.max(newest, millisOf(event.recordedAt));
    }
    until = page.at(-1)?.position ?? until;
  }
  return { entries, until, newest };
}

/** So many events behind a position, or all that there are. A page of a store may be empty and not the last. */
async function* pagesBehind(
  store: EventStore,
  position: Position,
  most: number,
): AsyncGenerator<readonly RecordedEvent[]> {
  let [after, left] = [position, most];
  for (let caughtUp = false; !caughtUp && left > 0;) {
    const page = await store.readAll({ after, limit: Math.min(left, PAGE_EVENTS), setsAside: true });
    const [unreadable] = page.unreadable ?? [];
    if (unreadable) throw new LogHalted('altered', unreadable.message);
    yield page.events;
    [after, left, caughtUp] = [page.position, left - page.events.length, page.caughtUp];
  }
}
