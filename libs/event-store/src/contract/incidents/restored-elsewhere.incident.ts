import type { Position } from '../../envelope';
import type { EventStore, Page } from '../../event-store';
import { catchUp, eventsOf, pagesUntil } from '../following';
import { appendSome, fill, someStream } from '../sample-events';
import type { Incident } from './incident';
import { assertSameEvents } from './same-events';
import { wrappedStore } from '../../wrapped-store';

/** A cursor made of transaction ids means nothing on the server that a dump was restored to. */
export const restoredElsewhere: Incident = {
  name: 'resumes where it was on the server that the record was restored to',
  needsRestore: true,
  async run({ store, restore }, plant) {
    await fill(store, 6);
    const before = await pagesUntil(plant(store), { pageSize: 2 }, (pages) => pages.length === 2);
    const restored = await restore?.();
    if (restored === undefined) throw new Error('the subject cannot be restored');
    await appendSome(restored, someStream(), 'no-stream');
    const after = await catchUp(plant(restored), { pageSize: 2, after: before.at(-1)?.position ?? store.start });
    assertSameEvents(eventsOf([...before, ...after]), (await restored.readAll({ limit: 100 })).events);
  },
  // Each server numbers its transactions from a place of its own.
  fault: (() => {
    let servers = 0;
    return (store: EventStore): EventStore => {
      const origin = 3 - 2 * servers++;
      const shifted = (position: Position, by: number): Position =>
        String(Math.max(0, Number(position) + by)) as Position;
      return wrappedStore(store, {
        async *follow(options): ReturnType<EventStore['follow']> {
          const after = options.after === undefined ? store.start : shifted(options.after, -origin);
          for await (const page of store.follow({ ...options, after })) {
            yield { ...page, position: shifted(page.position, origin) } satisfies Page;
          }
        },
      });
    };
  })(),
};
