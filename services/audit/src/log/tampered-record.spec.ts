import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  canonicalHeader,
  derivedUuid,
  encodePayload,
  sha256,
  streamName,
  type Cause,
  type EventStore,
  type RecordedEvent,
  type StreamName,
} from '@parley/event-store';
import { appendSome, sampleEvents, someCommand } from '@parley/event-store/contract';
import type { Clock, Instant } from '@parley/kernel';
import { createTestDatabase, openTestEventStore, type TestDatabase, type TestEventStore } from '@parley/testing';
import { Client } from 'pg';
import type { FindingKind, Findings } from '../completeness/record-walk';
import type { ToldMessage } from '../completeness/seen-events';
import { parties } from '../docket/docket-story.fixture';
import { docketLogPage } from '../docket/pages/docket-log.page';
import { PageContext } from '../docket/pages/page-context.page';
import { findingWords } from '../docket/pages/record-walk.page';
import { LogHalted } from './log-halted';
import { someLogKeys } from './log-keys.fixture';
import { LogSecrets } from './log-secrets';
import { walkRecord } from './log-walk';
import { LogWriter } from './log-writer';
import { MemoryCheckpoints } from './memory-checkpoints.fixture';
import { MemoryFiles } from './memory-files.fixture';

const clock: Clock = { now: () => new Date().toISOString() as Instant };
const [caseA, caseB] = [streamName('intake.case', 'a'), streamName('intake.case', 'b')];
const docket = streamName('audit.docket', 'public');
const exhibits = streamName('evidence.exhibits', 'a');

let database: TestDatabase;
let opened: TestEventStore;
let store: EventStore;
let keeper: Client;
/** The log as it runs when somebody tampers. */
let writer: LogWriter;
let log: { files: MemoryFiles; checkpoints: MemoryCheckpoints; secrets: LogSecrets };

/** The superuser of the database, who has switched off what forbids changes. */
const tamper = (sql: string, ...values: readonly unknown[]) => keeper.query(sql, [...values]);

beforeEach(async () => {
  database = await createTestDatabase();
  opened = await openTestEventStore(database.url, ['intake', 'audit', 'evidence'], clock);
  ({ store } = opened);
  keeper = new Client({ connectionString: database.url });
  await keeper.connect();
  await tamper('ALTER TABLE event_store.events DISABLE TRIGGER ALL');
  log = { files: new MemoryFiles(), checkpoints: new MemoryCheckpoints(), secrets: new LogSecrets(someLogKeys(8)) };
  await appendSome(store, caseA, 'no-stream', 3);
  await appendSome(store, docket, 'no-stream', 2);
  await appendSome(store, caseB, 'no-stream', 2);
  await appendSome(store, caseA, 2, 2);
  await appendSome(store, docket, 1);
  await appendSome(store, exhibits, 'no-stream', 2);
  // What happens most: something else was recorded since.
  await appendSome(store, streamName('intake.case', 'c'), 'no-stream', 1);
  writer = new LogWriter({ store, clock, ...log });
  while (await writer.step());
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
      reads: [],
    });
    expect(page.includes(sound)).toBe(Object.keys(walked.found).length === 0);
    for (const count of Object.values(walked.found)) expect(page).toContain(`(${String(count)})</li>`);
    expect(page).not.toContain('intake.case');
  }
  return walked.found;
}

/** What the chains alone show, where nothing but the database is looked at. */
const foundWithoutLog = async (): Promise<Findings | undefined> => (await walkRecord({ store }))?.found;

/** What is done, and what is found of it. */
interface Tampering {
  /** As it stands in the table of `TAMPERED.md`. */
  readonly what: string;
  readonly by: () => Promise<unknown>;
  /** What the chains of the streams show by themselves. */
  readonly chains: Findings;
  /** What they and the log show, and anybody is told. */
  readonly found: Findings;
  /** Why the log halts at its next look, where it does. */
  readonly halts?: LogHalted['why'];
}

const remove = (where: string, ...values: readonly unknown[]) =>
  tamper(`DELETE FROM event_store.events WHERE ${where}`, ...values);

/** Puts in an event of a cause behind those of a case, as whoever may append can. */
async function putIn(cause: Cause): Promise<void> {
  const commandId = someCommand();
  await store.append(caseA, 4, [{ ...sampleEvents(commandId)[0]!, cause }], { commandId });
}

const TAMPERINGS: readonly Tampering[] = [
  {
    what: 'the last events of a stream are taken away',
    by: () => remove('stream = $1 AND revision >= 3', caseA),
    ...{ chains: {}, found: { gone: 2 } },
  },
  {
    what: 'the stream of a case is taken away whole',
    by: () => remove('stream = $1', caseB),
    ...{ chains: {}, found: { gone: 2 } },
  },
  {
    what: 'the stream of its exhibits is taken away whole',
    by: () => remove('stream = $1', exhibits),
    ...{ chains: {}, found: { gone: 2 } },
  },
  {
    what: 'everything behind a moment is taken away',
    by: () => remove('position > 4'),
    ...{ chains: {}, found: { gone: 9 }, halts: 'store' },
  },
  {
    what: 'everything is taken away',
    by: () => remove('true'),
    ...{ chains: {}, found: { gone: 13 }, halts: 'store' },
  },
  {
    what: 'an event in the middle of a stream is taken away',
    by: () => remove('stream = $1 AND revision = 0', caseB),
    ...{ chains: { unlinked: 1 }, found: { unlinked: 1, gone: 1 } },
  },
  {
    what: 'the content of an event is altered',
    by: () => tamper(`UPDATE event_store.events SET payload = 'x' WHERE stream = $1 AND revision = 1`, caseA),
    ...{ chains: { altered: 1 }, found: { altered: 1 } },
  },
  {
    what: 'a stream is written anew from its second event on, each event linked to the one before',
    by: () => relink(caseA, 1, () => ({ payload: encodePayload({ rewritten: true }) })),
    ...{ chains: {}, found: { gone: 4, unlogged: 4 } },
  },
  {
    what: 'a reply is dated back, and linked anew',
    by: () => relink(caseA, 4, () => ({ occurredAt: '2025-01-01T00:00:00.000Z' as Instant })),
    ...{ chains: {}, found: { gone: 1, unlogged: 1 } },
  },
  {
    what: 'the chain of one case is put under the name of another',
    by: async () => {
      await remove('stream = $1', caseB);
      await tamper('UPDATE event_store.events SET stream = $2 WHERE stream = $1', caseA, caseB);
    },
    ...{ chains: { misnamed: 5 }, found: { misnamed: 5, gone: 2 } },
  },
  {
    what: 'an entry of the docket is taken away',
    by: () => remove('stream = $1 AND revision = 2', docket),
    ...{ chains: {}, found: { gone: 1 } },
  },
  {
    what: 'an entry of the docket is taken away, and its serial given again to another fact',
    by: async () => {
      await remove('stream = $1 AND revision = 2', docket);
      await appendSome(store, docket, 1);
    },
    ...{ chains: {}, found: { gone: 1 } },
  },
  {
    what: 'a header is no JSON any more',
    by: () => tamper(`UPDATE event_store.events SET header = 'not JSON' WHERE stream = $1 AND revision = 0`, caseB),
    ...{ chains: { unreadable: 1, misnamed: 1 }, found: { unreadable: 1, misnamed: 1, gone: 1 } },
  },
  {
    what: 'a default is put in for a time limit that no event set',
    by: () => putIn({ kind: 'timer', id: 'reply' }),
    ...{ chains: { undue: 1 }, found: { undue: 1 } },
  },
  {
    what: 'an event is put in under the act of somebody else',
    by: () => putIn({ kind: 'command', id: someCommand(), bodyDigest: sha256('body') }),
    ...{ chains: { unasked: 1 }, found: { unasked: 1 } },
  },
  {
    what: 'a stream is taken away, and what the database has of the log with it',
    by: async () => {
      await remove('stream = $1', caseB);
      log.checkpoints.kept = [];
    },
    ...{ chains: {}, found: { 'log-differs': 1 }, halts: 'database' },
  },
];

const countsOf = (found: Findings): string =>
  (Object.entries(found) as [FindingKind, number][])
    .map(([kind, count]) => `${findingWords[kind].en} (${String(count)})`)
    .join('<br>') || '–';

describe('the record, changed by the superuser of its database', () => {
  it('is sound as it was written, and every event is walked over', async () => {
    expect(await found()).toEqual({});
    expect(await walkRecord({ store, log })).toMatchObject({ events: 13 });
    expect(await foundWithoutLog()).toEqual({});
  });

  it.each(TAMPERINGS)('shows it where $what', async ({ by, chains, found: whole, halts }) => {
    await by();
    expect({ chains: await foundWithoutLog(), found: await found() }).toEqual({ chains, found: whole });
    const halted = await writer.step().then(
      () => undefined,
      (error: unknown) => (error instanceof LogHalted ? error.why : error),
    );
    expect(halted).toBe(halts);
  });

  it('goes on behind a header that is no JSON', async () => {
    await tamper(`UPDATE event_store.events SET header = 'not JSON' WHERE stream = $1 AND revision = 0`, caseB);
    await relink(docket, 2, () => ({ rule: 'S6' }));
    expect(await found()).toEqual({ unreadable: 1, misnamed: 1, gone: 2, unlogged: 1 });
  });

  it('shows an event that names, as its cause or as a fact, one that is not there', async () => {
    const [first] = await store.read(caseA);
    const [type, subject] = ['parley.intake.v1.Told', 'a'];
    const id = derivedUuid(first!.eventId, type, subject);
    const message = { id, type, subject, context: 'intake', sequence: 0, recordedAt: first!.recordedAt };
    let asked = 0;
    const unfounded = async (...kept: readonly ToldMessage[]) => {
      const told = async (ids: readonly string[]) => {
        asked += 1;
        return kept.filter((each) => ids.includes(each.id));
      };
      return (await walkRecord({ store, told }))?.found.unfounded;
    };
    // The samples name a cause and two facts that nobody recorded.
    expect([await unfounded(), asked]).toEqual([3, 2]);
    const commandId = someCommand();
    const naming = { cause: { kind: 'event', id }, facts: [first!.eventId, id] } as const;
    await store.append(
      streamName('intake.case', 'naming'),
      'no-stream',
      [{ ...sampleEvents(commandId)[0]!, ...naming }],
      {
        commandId,
      },
    );
    expect(await unfounded(message)).toBe(3);
    expect(await unfounded()).toBe(4);
    for (const other of [{ sequence: 1 }, { type: 'parley.intake.v1.Other' }, { subject: 'b' }, { context: 'audit' }])
      expect(await unfounded({ ...message, ...other })).toBe(4);
    await tamper('DELETE FROM event_store.events WHERE stream = $1', caseA);
    expect(await unfounded(message)).toBe(5);
  });

  it('is told in the table of TAMPERED.md as it is found (PARLEY_WRITE_TABLES=1 writes it)', () => {
    const page = path.join(__dirname, '../../TAMPERED.md');
    const rows = TAMPERINGS.map(
      ({ what, chains, found: whole, halts }) =>
        `| ${what} | ${countsOf(chains)} | ${countsOf(whole)} | ${halts === undefined ? '–' : 'halts'} |\n`,
    ).join('');
    const text = readFileSync(page, 'utf8');
    const written = text.replace(/(\| --- [^\n]*\n)(\|[^\n]*\n)*/, (_, head: string) => head + rows);
    if (process.env['PARLEY_WRITE_TABLES'] === '1') writeFileSync(page, written);
    expect(readFileSync(page, 'utf8')).toBe(written);
  });
});
