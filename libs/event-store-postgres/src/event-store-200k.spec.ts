import { commandIdOf, streamName, type EventStore } from '@parley/event-store';
import { sampleEvents } from '@parley/event-store/contract';
import type { Clock, Instant } from '@parley/kernel';
import { createTestDatabase, type TestDatabase } from '@parley/testing';
import { createPostgresEventStore, type PostgresEventStore } from './postgres-event-store';
import { installEventStore } from './install/install-event-store';

const APPENDS = 200_000;
const WRITERS = 16;
const EVENTS_PER_STREAM = 25;
/** Calls that each writer keeps in flight, on streams of their own. */
const STREAMS_AT_ONCE = 10;

const clock: Clock = { now: () => new Date().toISOString() as Instant };

let database: TestDatabase;
/** Two processes write, and the follower is in a third. */
let stores: readonly [left: PostgresEventStore, right: PostgresEventStore, reader: PostgresEventStore];

beforeAll(async () => {
  database = await createTestDatabase();
  await installEventStore({
    adminUrl: database.url,
    contexts: [{ context: 'intake', role: new URL(database.url).username }],
  });
  const open = (): PostgresEventStore => createPostgresEventStore({ connectionString: database.url, clock });
  stores = [open(), open(), open()];
});
afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await database.drop();
});

async function writeStream(store: EventStore, id: string): Promise<void> {
  const stream = streamName('intake.case', id);
  for (let revision = 0; revision < EVENTS_PER_STREAM; revision++) {
    const commandId = commandIdOf(id, String(revision));
    const result = await store.append(stream, revision === 0 ? 'no-stream' : revision - 1, sampleEvents(commandId), {
      commandId,
    });
    if (result.kind !== 'appended' || result.duplicate)
      throw new Error(`append ${id}@${revision} was answered with ${result.kind}`);
  }
}

async function writer(store: EventStore, name: number): Promise<void> {
  const streams = APPENDS / WRITERS / EVENTS_PER_STREAM;
  const lane = async (first: number): Promise<void> => {
    for (let n = first; n < streams; n += STREAMS_AT_ONCE) await writeStream(store, `w${name}-${n}`);
  };
  await Promise.all(Array.from({ length: STREAMS_AT_ONCE }, (_, first) => lane(first)));
}

interface Seen {
  readonly events: number;
  readonly streams: number;
  /** The first places at which something was missing, doubled or out of order. */
  readonly faults: readonly string[];
}

async function followAll(store: EventStore): Promise<Seen> {
  const stop = new AbortController();
  const revisions = new Map<string, number>();
  const faults: string[] = [];
  let events = 0;
  for await (const page of store.follow({ signal: stop.signal, pageSize: 1_000 })) {
    for (const event of page.events) {
      events += 1;
      const revision = revisions.get(event.stream) ?? 0;
      if (Number(event.position) !== events || event.revision !== revision)
        faults.push(`${event.position}: ${event.stream}@${event.revision}`);
      revisions.set(event.stream, revision + 1);
    }
    if (events >= APPENDS || faults.length > 10) break;
  }
  stop.abort();
  return { events, streams: revisions.size, faults };
}

describe('200,000 appends by 16 writers', () => {
  it('reach a follower that runs beside them, each once, in order, without a gap', async () => {
    const [left, right, reader] = stores;
    const following = followAll(reader);
    await Promise.all(Array.from({ length: WRITERS }, (_, name) => writer(name % 2 ? left : right, name)));
    expect(await following).toEqual({ events: APPENDS, streams: APPENDS / EVENTS_PER_STREAM, faults: [] });
  }, 180_000);
});
