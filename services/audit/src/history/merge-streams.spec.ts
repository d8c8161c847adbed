import * as fc from 'fast-check';
import { InMemoryEventStore, streamName } from '@parley/event-store';
import type { Clock, Instant } from '@parley/kernel';
import { OtherServices } from './case-record.fixture';
import { mergeStreams } from './merge-streams';

const clock: Clock = { now: () => '2025-02-05T08:00:00.000Z' as Instant };
const names = ['intake.case', 'evidence.exhibits', 'panelreview.panel'].map((category) => streamName(category, '1'));
const streams = names.map((stream) => ({ stream }));

const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};

describe('merged streams', () => {
  it('stand in the one order of the store, whatever the streams hold and however long they are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ stream: fc.nat({ max: 3 }), events: fc.integer({ min: 1, max: 60 }) }), { maxLength: 12 }),
        async (appends) => {
          const store = new InMemoryEventStore({ clock });
          const others = new OtherServices(store);
          for (const { stream, events } of appends) {
            await others.record(
              names[stream] ?? 'intake.case-2',
              ...Array.from({ length: events }, () => ({ type: 'Happened' })),
            );
          }
          const { events } = await store.readAll({ limit: 10_000 });
          const merged = await collect(mergeStreams(store, streams, await store.head()));
          expect(merged.map(({ eventId }) => eventId)).toEqual(
            events.filter(({ stream }) => stream !== 'intake.case-2').map(({ eventId }) => eventId),
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  it('end at the head that was taken, though more is recorded while they are read', async () => {
    const store = new InMemoryEventStore({ clock });
    const others = new OtherServices(store);
    await others.record('intake.case-1', { type: 'First' });
    const reading = mergeStreams(store, streams, await store.head());
    await others.record('panelreview.panel-1', { type: 'Second' });
    await others.record('intake.case-1', { type: 'Third' });
    expect((await collect(reading)).map(({ type }) => type)).toEqual(['First']);
  });

  it('give one event alone of a stream of which only that is wanted', async () => {
    const store = new InMemoryEventStore({ clock });
    await new OtherServices(store).record('intake.docket-CN-2025', { type: 'A' }, { type: 'B' }, { type: 'C' });
    const only = [{ stream: streamName('intake.docket', 'CN-2025'), only: 1 }];
    expect((await collect(mergeStreams(store, only, await store.head()))).map(({ type }) => type)).toEqual(['B']);
  });
});
