import { appendSome, someStream } from '@parley/event-store/contract';
import { createTestDatabase, type TestDatabase } from '@parley/testing';
import { createPostgresEventStore, type PostgresEventStore } from './postgres-event-store';
import { installEventStore } from './install/install-event-store';
import { realClock } from './testing/postgres-subject';
import { roleUrl } from './testing/role-url';

let database: TestDatabase;
let intake: PostgresEventStore;
let reader: PostgresEventStore;

beforeAll(async () => {
  database = await createTestDatabase();
  const [intakeUrl, , readerUrl] = [
    await roleUrl(database.url, 'writers_intake'),
    await roleUrl(database.url, 'writers_evidence'),
    await roleUrl(database.url, 'writers_audit'),
  ];
  const contexts = ['intake', 'evidence'].map((context) => ({ context, role: `writers_${context}` }));
  const install = (): Promise<void> =>
    installEventStore({ adminUrl: database.url, contexts, readers: ['writers_audit'] });
  await install();
  await Promise.all([install(), install(), install()]);
  intake = createPostgresEventStore({ connectionString: intakeUrl, clock: realClock });
  reader = createPostgresEventStore({ connectionString: readerUrl, clock: realClock });
});
afterAll(async () => {
  await Promise.all([intake.close(), reader.close()]);
  await database.drop();
});

describe('the role of a context', () => {
  it('appends to the streams of its context', async () => {
    expect(await appendSome(intake, someStream('intake.case'), 'no-stream')).toMatchObject({ kind: 'appended' });
  });

  it.each(['evidence.exhibit', 'panelreview.panel'])(
    'does not append to %s, by one event or many',
    async (category) => {
      const stream = someStream(category);
      await expect(appendSome(intake, stream, 'no-stream')).rejects.toThrow(
        /role writers_intake may not append to stream/,
      );
      await expect(appendSome(intake, stream, 'no-stream', 3)).rejects.toThrow(
        /role writers_intake may not append to stream/,
      );
    },
  );

  it('keeps its right to its own streams in the batch that it overstepped', async () => {
    const wrong = appendSome(intake, someStream('evidence.exhibit'), 'no-stream').catch(() => 'refused');
    const right = appendSome(intake, someStream('intake.case'), 'no-stream');
    expect([await wrong, (await right).kind]).toEqual(['refused', 'appended']);
  });

  it('that only reads, reads all and appends nothing', async () => {
    expect((await reader.readAll({ limit: 10 })).events.length).toBeGreaterThan(0);
    await expect(appendSome(reader, someStream('intake.case'), 'no-stream')).rejects.toThrow(/permission denied/);
  });
});
