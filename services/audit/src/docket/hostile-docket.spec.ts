import * as fc from 'fast-check';
import { InMemoryEventStore, type EventStore } from '@parley/event-store';
import type { Clock, Instant } from '@parley/kernel';
import { keepFacts, KeptFacts, type PublicEvent } from '@parley/messaging';
import { loseFacts } from '@parley/messaging/testing';
import { evidence, intake } from '@parley/contracts';
import { openTestEventStore } from '@parley/testing';
import { createAuditDatabase, type AuditDatabase } from '../audit-database.fixture';
import { caseIdOf, filed, nameOf, registered, storyOf, tells } from './docket-story.fixture';
import { DOCKET_LOG, DocketLog, readPublicLog } from './docket-log';
import { heardFrom } from './docket.hears';
import { hearMessage } from './hear-message';

const clock: Clock = { now: () => new Date().toISOString() as Instant };
const ALL = 10_000;

let database: AuditDatabase;
beforeAll(async () => {
  database = await createAuditDatabase();
});
afterAll(() => database.drop());
beforeEach(() => loseFacts(database.dataSource.manager));

const listener = (store: EventStore) => {
  const hearing = { facts: new KeptFacts(database.dataSource), log: new DocketLog(store, '2026-1'), nameOf };
  const answered = new Set<string>();
  return async (event: PublicEvent): Promise<void> => {
    await keepFacts(database.dataSource.manager, [event]);
    if (answered.has(event.id)) return;
    await hearMessage(hearing, event);
    answered.add(event.id);
  };
};

const logOf = async (store: EventStore) => (await readPublicLog(store, 0, ALL)).map(({ entry }) => entry);
const publicOf = (events: readonly PublicEvent[]) => events.filter(({ tier }) => tier === 'PUBLIC');

/**
 * Mixes cases and contexts, and delivers some events twice. Each case keeps the order of each context, as in a feed.
 */
const hostile = (events: readonly PublicEvent[]) =>
  fc
    .array(fc.record({ at: fc.nat(), again: fc.boolean() }), { minLength: events.length, maxLength: events.length })
    .map((draws) => {
      const queues = [...Map.groupBy(events, ({ source, subject }) => `${source} ${subject}`).values()].map((queue) => [
        ...queue,
      ]);
      const deliveries: PublicEvent[] = [];
      for (const { at, again } of draws) {
        const open = queues.filter((queue) => queue.length > 0);
        const next = open[at % Math.max(open.length, 1)]?.shift();
        if (next) deliveries.push(next);
        const old = again ? deliveries[at % Math.max(deliveries.length, 1)] : undefined;
        if (old) deliveries.push(old);
      }
      return deliveries;
    });

describe('the docket under a hostile feed', () => {
  const cases = [1, 2, 3].map((n) => storyOf(caseIdOf(n), `CN-2025-000${String(n)}`));

  it(
    'has every public fact once, under serials without a gap, behind the ' + 'registration of its case (I-63)',
    async () => {
      await fc.assert(
        fc.asyncProperty(hostile(cases.flat()), async (deliveries) => {
          await loseFacts(database.dataSource.manager);
          const store = new InMemoryEventStore({ clock });
          const hear = listener(store);
          for (const event of deliveries) await hear(event);
          const log = await logOf(store);
          expect(log.map(({ serial }) => serial)).toEqual(log.map((_, index) => index + 1));
          expect(log.map(({ sourceEventId }) => sourceEventId).toSorted()).toEqual(
            publicOf(cases.flat())
              .map(({ id }) => id)
              .toSorted(),
          );
          for (const [index, { caseId, kind }] of log.entries()) {
            const first = log.findIndex((entry) => entry.caseId === caseId);
            expect(index === first ? kind === 'case-registered' : index > first).toBe(true);
          }
        }),
        { numRuns: 25 },
      );
    },
  );

  it.each(['in memory', 'in PostgreSQL'])(
    'keeps serials without a gap when several consumers write at once, %s',
    async (where) => {
      const opened = where === 'in PostgreSQL' ? await openTestEventStore(database.url, ['audit'], clock) : undefined;
      const store = opened?.store ?? new InMemoryEventStore({ clock });
      const listeners = [listener(store), listener(store), listener(store)];
      await Promise.all(
        cases.map(async (story, index) => {
          for (const event of [...story, ...story]) await listeners[index]?.(event);
        }),
      );
      for (const event of cases.flat()) await listener(store)(event);
      const log = await logOf(store);
      await opened?.close();
      expect(log.map(({ serial }) => serial)).toEqual(log.map((_, index) => index + 1));
      expect(log).toHaveLength(publicOf(cases.flat()).length);
    },
  );

  it('enters nothing twice when it was forgotten what was answered', async () => {
    const store = new InMemoryEventStore({ clock });
    for (const event of cases[0] ?? []) await listener(store)(event);
    const before = await logOf(store);
    for (const event of cases[0] ?? []) await listener(store)(event);
    expect(await logOf(store)).toEqual(before);
  });

  it('finishes what a crash left between the facts of the case and the log', async () => {
    const store = new InMemoryEventStore({ clock });
    const [, first, ...rest] = cases[0] as [PublicEvent, PublicEvent, ...PublicEvent[]];
    const crashing = Object.create(store) as InMemoryEventStore;
    crashing.append = (stream, ...more) =>
      stream === DOCKET_LOG ? Promise.reject(new Error('crash')) : store.append(stream, ...more);
    crashing.read = store.read.bind(store);
    for (const event of rest) await listener(store)(event);
    await expect(listener(crashing)(first)).rejects.toThrow('crash');
    expect(await logOf(store)).toEqual([]);
    await listener(store)(first);
    expect(await logOf(store)).toHaveLength(rest.length + 1);
  });

  it('says nothing of a case that is not registered', async () => {
    const store = new InMemoryEventStore({ clock });
    const withdrawn = tells(intake.ScreeningEndedSchema, '2025-02-05T10:00:00Z', {
      caseId: caseIdOf(1),
      outcome: 'withdrawn',
      endedAt: '2025-02-05T10:00:00.000Z',
    });
    for (const event of [filed(caseIdOf(1)), withdrawn]) await listener(store)(event);
    expect(await logOf(store)).toEqual([]);
    await listener(store)(registered(caseIdOf(1), 'CN-2025-0001'));
    expect((await logOf(store)).map(({ kind }) => kind)).toEqual(['case-registered', 'screening-ended']);
  });

  it('sees nothing of what is for the parties alone, whatever its type', async () => {
    const store = new InMemoryEventStore({ clock });
    const planted = tells(
      evidence.ExhibitAcceptedSchema,
      '2025-02-07T10:00:00Z',
      {
        caseId: caseIdOf(1),
        exhibitNumber: 'CHN-7',
        title: [{ lang: 'en', text: 'planted', kind: 'original' }],
        tier: 'PARTIES',
      },
      'PARTIES',
    );
    for (const event of [registered(caseIdOf(1), 'CN-2025-0001'), planted]) await listener(store)(event);
    expect(await logOf(store)).toHaveLength(1);
    const { events } = await store.readAll({ limit: ALL });
    expect(events.map(({ payload }) => Buffer.from(payload).toString()).join()).not.toMatch(/CHN-7|planted/);
  });

  it('refuses a public event of a type that it does not know, so that it is parked and not left out', () => {
    const unknown = { ...registered(caseIdOf(1), 'CN-2025-0001'), type: 'parley.intake.v2.CaseRegistered' };
    expect(() => heardFrom(unknown, nameOf)).toThrow('unknown type: parley.intake.v2.CaseRegistered');
  });
});
