import { commandIdOf, linkEvents, type Link } from '@parley/event-store';
import { eventsUntil, sampleEvents, someStream } from '@parley/event-store/contract';
import { Client } from 'pg';
import { createPostgresSubject, realClock, type PostgresSubject } from './testing/postgres-subject';

const WRITERS = 16;
const TRANSACTIONS = 15;

let subject: PostgresSubject;

beforeAll(async () => {
  subject = await createPostgresSubject();
});
afterAll(() => subject.close());

const randomMillis = (): number => Math.random() * 4;

const linkOfOne = (): Link => {
  const stream = someStream();
  const [link] = linkEvents(stream, null, sampleEvents(commandIdOf(stream)), realClock.now());
  return link!;
};

/** Takes a place, dawdles, and commits or gives up. @returns the event ids that were committed */
async function dawdlingWriter(url: string, writer: number): Promise<readonly string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const committed: string[] = [];
  for (let n = 0; n < TRANSACTIONS; n++) {
    const { event, header } = linkOfOne();
    await client.query('BEGIN');
    await client.query('SELECT event_store.append_event($1, 0, $2, $3, $4, $5, NULL, -1, NULL)', [
      event.stream,
      event.eventId,
      event.type,
      header,
      event.payload,
    ]);
    await client.query('SELECT pg_sleep($1)', [randomMillis() / 1000]);
    const gaveUp = (n + writer) % 5 === 0;
    await client.query(gaveUp ? 'ROLLBACK' : 'COMMIT');
    if (!gaveUp) committed.push(event.eventId);
  }
  await client.end();
  return committed;
}

describe('the one order', () => {
  it('holds though 16 writers dawdle between taking a place and committing, and some roll back', async () => {
    const following = eventsUntil(subject.store, { pageSize: 7, withinMs: 25_000 }, (WRITERS * TRANSACTIONS * 4) / 5);
    const committed = (
      await Promise.all(Array.from({ length: WRITERS }, (_, writer) => dawdlingWriter(subject.url, writer)))
    ).flat();
    const seen = await following;
    expect(seen.map((event) => event.eventId).sort()).toEqual(committed.sort());
    expect(seen.map((event) => event.position)).toEqual(seen.map((_, n) => String(n + 1)));
  });
});
