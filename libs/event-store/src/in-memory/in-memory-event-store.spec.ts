import type { Instant } from '@parley/kernel';
import { describeEventStoreContract } from '../contract';
import { appendSome, someStream } from '../contract/sample-events';
import { InMemoryEventStore } from './in-memory-event-store';

describeEventStoreContract('the in-memory store', async () => {
  const store = new InMemoryEventStore({ clock: { now: () => new Date().toISOString() as Instant } });
  return { store, elsewhere: store, close: () => Promise.resolve() };
});

describe('the in-memory store', () => {
  it('never records an event before the one that precedes it, though the clock goes back', async () => {
    const times = ['2025-02-05T08:00:00.000Z', '2025-02-05T07:00:00.000Z', '2025-02-05T09:00:00.000Z'] as Instant[];
    const store = new InMemoryEventStore({ clock: { now: () => times.shift()! } });
    const stream = someStream();
    for (let n = 0; n < 3; n++) await appendSome(store, stream, n === 0 ? 'no-stream' : n - 1);
    expect((await store.read(stream)).map((event) => event.recordedAt.slice(11, 13))).toEqual(['08', '08', '09']);
  });
});
