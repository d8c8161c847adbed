import { randomBytes } from 'node:crypto';
import {
  canonicalHeader,
  encodePayload,
  sha256,
  streamName,
  verifyChain,
  type EventStore,
  type RecordedEvent,
  type StreamName,
} from '@parley/event-store';
import { appendSome } from '@parley/event-store/contract';
import type { Clock, Instant } from '@parley/kernel';
import { createTestDatabase, openTestEventStore, type TestDatabase, type TestEventStore } from '@parley/testing';
import { Client } from 'pg';
import type { Findings } from '../completeness/record-walk';
import { parties } from '../docket/docket-story.fixture';
import { docketLogPage } from '../docket/pages/docket-log.page';
import { PageContext } from '../docket/pages/page-context.page';
import { LogSecrets } from './log-secrets';
import { walkRecord } from './log-walk';
import { LogWriter } from './log-writer';
import { MemoryCheckpoints } from './memory-checkpoints.fixture';
import { MemoryFiles } from './memory-files.fixture';

const clock: Clock = { now: () => new Date().toISOString() as Instant };
const [caseA, caseB] = [streamName('intake.case', 'a'), streamName('intake.case', 'b')];
const docket = streamName('audit.docket', 'public');

let database: TestDatabase;
let opened: TestEventStore;
let store: EventStore;
let keeper: Client;
let log: { files: MemoryFiles; checkpoints: MemoryCheckpoints; secrets: LogSecrets };

/** The superuser of the database, who has switched off what forbids changes. */
const tamper = (sql: string, ...values: readonly unknown[]) => keeper.query(sql, [...values]);

beforeEach(async () => {
  database = await createTestDatabase();
  opened = await openTestEventStore(database.url, ['intake', 'audit'], clock);
  ({ store } = opened);
  keeper = new Client({ connectionString: database.url });
  await keeper.connect();
  await tamper('ALTER TABLE event_store.events DISABLE TRIGGER ALL');
  log = { files: new MemoryFiles(), checkpoints: new MemoryCheckpoints(), secrets: new LogSecrets(randomBytes(32)) };
  await appendSome(store, caseA, 'no-stream', 3);
  await appendSome(store, docket, 'no-stream', 2);
  await appendSome(store, caseB, 'no-stream', 2);
  await appendSome(store, caseA, 2, 2);
  await appendSome(store, docket, 1);
  while (await new LogWriter({ store, clock, ...log }).step());
});
afterEach(async () => {
  await keeper.end();
  await opened.close();
  await database.drop();
});

/** Writes a stream anew from a revision on, each event linked to the one before, as if it had always been so. */
async function relink(
  stream: StreamName,
  from: number,
  change: (event: RecordedEvent) => Partial<RecordedEvent>,
): Promise<void> {
  const events = await store.read(stream);
  let previous = events[from - 1]?.commitment ?? null;
  for (const event of events.slice(from)) {
    const forged = { ...event, previous, ...change(event) };
    const header = canonicalHeader(forged);
    previous = sha256(header);
    await tamper(
      'UPDATE event_store.events SET header = $3, payload = $4, commitment = $5 WHERE stream = $1 AND revision = $2',
      ...[stream, event.revision, header, Buffer.from(forged.payload), Buffer.from(previous, 'hex')],
    );
  }
}

/** What the walk over the record finds, which is the same as anybody reads of it on the page of the log. */
async function found(): Promise<Findings> {
  const walked = await walkRecord({ store, log });
  if (!walked) throw new Error('nobody stops the walk');
  for (const [lang, sound] of [
    ['en', 'Each is as it was written'],
    ['zh-Hans', '每一事件均与写入时相符'],
  ] as const) {
    const page = docketLogPage(new PageContext(lang, parties, 'Europe/Zurich'), {
      isHalted: false,
      entries: [],
      walk: { ...walked, walkedAt: clock.now() },
    });
    expect(page.includes(sound)).toBe(Object.keys(walked.found).length === 0);
    for (const count of Object.values(walked.found)) expect(page).toContain(`(${String(count)})</li>`);
    expect(page).not.toContain('intake.case');
  }
  return walked.found;
}

/** What the chains alone show, where nothing but the database is looked at. */
const foundWithoutLog = async (): Promise<Findings | undefined> => (await walkRecord({ store }))?.found;

describe('the record, changed by the superuser of its database', () => {
  it('is sound as it was written, and every event is walked over', async () => {
    expect(await found()).toEqual({});
    expect(await walkRecord({ store, log })).toMatchObject({ events: 10 });
    expect(await foundWithoutLog()).toEqual({});
  });

  it('shows the last events of a stream that were taken away', async () => {
    await tamper('DELETE FROM event_store.events WHERE stream = $1 AND revision >= 3', caseA);
    expect(await found()).toEqual({ gone: 2 });
    // The chain alone cannot show it, and neither can the end of the one order.
    expect(verifyChain(caseA, await store.read(caseA))).toMatchObject({ kind: 'intact', events: 3 });
  });

  it('shows a stream that was taken away whole', async () => {
    await tamper('DELETE FROM event_store.events WHERE stream = $1', caseB);
    expect(await found()).toEqual({ gone: 2 });
  });

  it('shows that everything behind a moment was taken away', async () => {
    await tamper('DELETE FROM event_store.events WHERE position > 4');
    expect(await found()).toEqual({ gone: 6 });
    await tamper('DELETE FROM event_store.events');
    expect(await found()).toEqual({ gone: 10 });
  });

  it('shows a stream that was written and linked anew', async () => {
    await relink(caseA, 1, () => ({ payload: encodePayload({ rewritten: true }) }));
    expect(verifyChain(caseA, await store.read(caseA))).toMatchObject({ kind: 'intact', events: 5 });
    expect(await foundWithoutLog()).toEqual({});
    expect(await found()).toEqual({ gone: 4, unlogged: 4 });
  });

  it('shows the chain of one case under the name of another', async () => {
    await tamper('DELETE FROM event_store.events WHERE stream = $1', caseB);
    await tamper('UPDATE event_store.events SET stream = $2 WHERE stream = $1', caseA, caseB);
    expect(verifyChain(caseB, await store.read(caseB))).toEqual({ kind: 'broken', revision: 0, why: 'misnamed' });
    expect(await foundWithoutLog()).toEqual({ misnamed: 5 });
    expect(await found()).toEqual({ misnamed: 5, gone: 2 });
  });

  it('shows a reply that was dated back and linked anew', async () => {
    await relink(caseA, 4, () => ({ occurredAt: '2025-01-01T00:00:00.000Z' as Instant }));
    expect(await found()).toEqual({ gone: 1, unlogged: 1 });
  });

  it('shows an entry of the docket that was taken away, also when its serial was given again', async () => {
    await tamper('DELETE FROM event_store.events WHERE stream = $1 AND revision = 2', docket);
    expect(await found()).toEqual({ gone: 1 });
    await appendSome(store, docket, 1);
    expect(verifyChain(docket, await store.read(docket))).toMatchObject({ kind: 'intact', events: 3 });
    expect(await found()).toEqual({ gone: 1, unlogged: 1 });
  });

  it('shows a header that is no JSON, and goes on behind it', async () => {
    await tamper(`UPDATE event_store.events SET header = 'not JSON' WHERE stream = $1 AND revision = 0`, caseB);
    await relink(docket, 2, () => ({ rule: 'S6' }));
    expect(await found()).toEqual({ unreadable: 1, misnamed: 1, gone: 2, unlogged: 1 });
  });

  it('shows an altered event, one whose predecessor is gone, and a log that was set back with the record', async () => {
    await tamper(`UPDATE event_store.events SET payload = 'x' WHERE stream = $1 AND revision = 1`, caseA);
    await tamper('DELETE FROM event_store.events WHERE stream = $1 AND revision = 0', caseB);
    expect(await found()).toEqual({ altered: 1, unlinked: 1, gone: 1 });
    log.checkpoints.kept = [];
    expect(await found()).toMatchObject({ 'log-differs': 1 });
  });
});
