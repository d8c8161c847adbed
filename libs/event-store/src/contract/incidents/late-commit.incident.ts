import type { RecordedEvent } from '../../envelope';
import type { EventStore, Page } from '../../event-store';
import { eventsUntil } from '../following';
import { appendSome, someStream } from '../sample-events';
import type { Incident } from './incident';
import { assertSameEvents } from './same-events';
import { wrappedStore } from '../../wrapped-store';

const [WRITERS, APPENDS] = [16, 20];
const LATE_MS = 15;

/** Sequence values commit out of order, and a follower at zero lag skips what commits late. */
export const lateCommit: Incident = {
  name: 'skips no event that commits late, with 16 writers at work',
  async run({ store, elsewhere }, plant) {
    const following = eventsUntil(plant(store), { pageSize: 10, withinMs: 6_000 }, WRITERS * APPENDS);
    const write = async (writer: number): Promise<void> => {
      for (let n = 0; n < APPENDS; n++) await appendSome(writer % 2 ? store : elsewhere, someStream(), 'no-stream');
    };
    await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
    assertSameEvents(await following, (await store.readAll({ limit: WRITERS * APPENDS + 1 })).events);
  },
  fault(store) {
    const firstSeen = new Map<string, number>();
    const isVisible = ({ eventId }: RecordedEvent): boolean => {
      const since = firstSeen.get(eventId) ?? performance.now();
      firstSeen.set(eventId, since);
      return !/[0-3]$/.test(eventId) || performance.now() - since > LATE_MS;
    };
    const hidesLate = (page: Page): Page => ({ ...page, events: page.events.filter(isVisible) });
    return wrappedStore(store, {
      async *follow(options): ReturnType<EventStore['follow']> {
        for await (const page of store.follow(options)) yield hidesLate(page);
      },
    });
  },
};
