import type { EventStore } from '../../event-store';
import { catchUp, eventsOf, pagesUntil } from '../following';
import { fill } from '../sample-events';
import type { Incident } from './incident';
import { assertSameEvents } from './same-events';
import { wrappedStore } from '../../wrapped-store';

/** A checkpoint timer fires during catch-up with the live position, and about 40 million events are skipped. */
export const checkpointInCatchUp: Incident = {
  name: 'loses nothing when its checkpoint is kept at any point of catching up',
  async run({ store }, plant) {
    await fill(store, 12);
    const { events } = await store.readAll({ limit: 100 });
    for (let pagesDone = 1; pagesDone <= 6; pagesDone++) {
      const before = await pagesUntil(plant(store), { pageSize: 2 }, (pages) => pages.length === pagesDone);
      const checkpoint = before.at(-1)?.position ?? store.start;
      const after = await catchUp(plant(store), { pageSize: 2, after: checkpoint });
      assertSameEvents(eventsOf([...before, ...after]), events);
    }
  },
  fault: (store) =>
    wrappedStore(store, {
      async *follow(options): ReturnType<EventStore['follow']> {
        for await (const page of store.follow(options)) yield { ...page, position: await store.head() };
      },
    }),
};
