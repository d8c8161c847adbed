import type { Position } from '../../envelope';
import type { EventStore } from '../../event-store';
import { catchUp, eventsOf } from '../following';
import { appendSome, fill, someStream } from '../sample-events';
import type { Incident } from './incident';
import { assertSameEvents } from './same-events';
import { wrappedStore } from '../../wrapped-store';

/** An empty or filtered page moves the checkpoint past an event that is written next. */
export const emptyPage: Incident = {
  name: 'is not carried past the next event by a full, an empty or a filtered page',
  async run({ store }, plant) {
    await fill(store, 4);
    for (const categories of [['intake.case'], ['evidence']]) {
      const before = await catchUp(plant(store), { pageSize: 4, categories });
      const checkpoint = before.at(-1)?.position ?? store.start;
      const again = await catchUp(plant(store), { pageSize: 4, categories, after: checkpoint });
      await appendSome(
        store,
        someStream(categories[0] === 'evidence' ? 'evidence.exhibit' : 'intake.case'),
        'no-stream',
      );
      const after = await catchUp(plant(store), {
        pageSize: 1,
        categories,
        after: again.at(-1)?.position ?? checkpoint,
      });
      assertSameEvents(
        eventsOf([...before, ...again, ...after]),
        (await store.readAll({ categories, limit: 100 })).events,
      );
    }
  },
  fault: (store) =>
    wrappedStore(store, {
      async *follow(options): ReturnType<EventStore['follow']> {
        for await (const page of store.follow(options)) {
          yield page.events.length > 0 ? page : { ...page, position: String(Number(page.position) + 1) as Position };
        }
      },
    }),
};
