import { domainEventOf, InMemoryEventStore, type EventStore } from '@parley/event-store';
import { plusMillis, type Clock, type Instant } from '@parley/kernel';
import { publicEventOf, type Publishes } from '@parley/messaging';
import { feedContract, type FeedHarness } from '@parley/messaging/contract';
import { createServiceDatabase, record } from '@parley/projections/testing';
import { openTestEventStore } from '@parley/testing';
import type { Hostility } from './hostility';
import { TailFeed } from './tail-feed';
import { TailPublisher } from './tail-publisher';

/** Stands until an event can be read, as a demonstration clock does while it holds requests. */
class HarnessClock implements Clock {
  #now = '2025-02-05T08:00:00.000Z' as Instant;

  now(): Instant {
    return this.#now;
  }

  moveOn(): void {
    this.#now = plusMillis(this.#now, 1);
  }
}

const publishesFor =
  (context: string): Publishes =>
  (event) => {
    const { text } = domainEventOf(event).data as { readonly text: string };
    return [publicEventOf(event, { type: `parley.${context}.v1.Told`, data: new TextEncoder().encode(text) })];
  };

type OpenStore = (url: string, clock: Clock) => Promise<{ readonly store: EventStore; close?(): Promise<void> }>;
const inMemory: OpenStore = async (_url, clock) => ({ store: new InMemoryEventStore({ clock }) });
const inPostgres: OpenStore = (url, clock) => openTestEventStore(url, ['intake', 'evidence'], clock);

async function openHarness(
  openStore: OpenStore,
  more: { readonly hostile?: Hostility; readonly progressMs?: number } = {},
): Promise<FeedHarness> {
  const database = await createServiceDatabase('consumer');
  const clock = new HarnessClock();
  const opened = await openStore(database.url, clock);
  const { store } = opened;
  const publisher = new TailPublisher();
  publisher.publish('intake', publishesFor('intake'));
  publisher.publish('evidence', publishesFor('evidence'));
  const { dataSource } = database;
  const timing = { recordingMs: 0, progressMs: 20, pageSize: 16, takeOverMs: 200 };
  return {
    dataSource,
    openFeed: () => new TailFeed({ store, publisher, dataSource, clock, ...timing, ...more }),
    tell: async (context, caseId, text) => {
      await record(store, `${context}.case`, caseId, { type: 'Told', data: { text } });
      clock.moveOn();
    },
    published: async () => undefined,
    close: async () => {
      await opened.close?.();
      await database.drop();
    },
  };
}

describe('a tail of the log', () => feedContract(() => openHarness(inMemory)));

const seed = Number(process.env['PARLEY_SEED'] ?? Date.now() % 1_000_000);
describe(`a hostile tail (PARLEY_SEED=${seed})`, () => {
  feedContract(() => openHarness(inPostgres, { hostile: { seed } }));

  it('tells once how far all contexts were heard, however many tails it has', async () => {
    const harness = await openHarness(inPostgres, { hostile: { seed }, progressMs: 60_000 });
    const reports: { readonly contexts: readonly string[]; readonly instant: Instant }[] = [];
    const ended = new AbortController();
    const consumption = harness.openFeed().consume({
      contexts: ['intake', 'evidence'],
      group: 'once',
      signal: ended.signal,
      take: () => Promise.resolve(),
      progress: async (contexts, instant) => void reports.push({ contexts, instant }),
    });
    await harness.tell('intake', 'a', '1');
    await harness.tell('evidence', 'a', '2');
    await consumption.idle();
    expect(reports).toEqual([{ contexts: ['intake', 'evidence'], instant: '2025-02-05T08:00:00.002Z' }]);
    ended.abort();
    await harness.close();
  });
});
