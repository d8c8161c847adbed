import { InMemoryEventStore, type EventStore, type Page, type ReadAllOptions } from '@parley/event-store';
import { nextConcerning } from './concerning';
import { record } from './testing/record';

/** Reads so many events at a time, whatever their category, like a store that reads one page for several followers. */
function readingFor(store: InMemoryEventStore, most: number): EventStore {
  const readAll = async ({ categories, ...options }: ReadAllOptions): Promise<Page> => {
    const page = await store.readAll({ ...options, limit: most });
    return {
      ...page,
      events: page.events.filter(
        ({ stream }) => categories?.some((category) => stream.startsWith(`${category}-`)) ?? true,
      ),
    };
  };
  return Object.assign(Object.create(store) as InMemoryEventStore, { readAll });
}

describe('what is still to be handled', () => {
  const store = new InMemoryEventStore({ clock: { now: () => '2025-02-05T08:00:00.000Z' as never } });
  const look = (categories: readonly string[]) =>
    nextConcerning({ store: readingFor(store, 3), categories }, store.start);

  beforeAll(async () => {
    for (let n = 0; n < 7; n++) await record(store, 'evidence.exhibits', String(n), { type: 'CaseOpened', data: {} });
    await record(store, 'intake.case', 'a', { type: 'GrievanceFiled', data: {} });
  });

  it('is found behind pages that hold nothing of it and say that there is more', async () => {
    expect((await look(['intake.case']))?.position).toBe(await store.head());
  });

  it('is nothing where the last page says that there is no more', async () => {
    expect(await look(['referral.referral'])).toBeUndefined();
  });

  it('is sought no further where a store says that there is more and gives nothing', async () => {
    const stuck = Object.assign(Object.create(store) as InMemoryEventStore, {
      readAll: () => Promise.resolve({ events: [], position: store.start, caughtUp: false }),
    });
    expect(await nextConcerning({ store: stuck, categories: ['intake.case'] }, store.start)).toBeUndefined();
  });
});
