import { InMemoryEventStore, sha256, type RecordedEvent } from '@parley/event-store';
import { canonicalJson, type CaseId, type CommandId, type Instant } from '@parley/kernel';
import { memorySigner, verifyJws } from '@parley/auth';
import { bookkeepingMigrations, rebuildMigration } from '@parley/projections';
import { currentRuleSet } from '@parley/procedure';
import { createTestDatabase, rowsRead, type TestDatabase } from '@parley/testing';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { Cases } from '../../repositories';
import { serviceStream } from '../../streams';
import { MemoryFacts } from '@parley/messaging/testing';
import { NoticeRegisters } from './notice-registers';
import { reconcile, type ReconciledService } from './reconcile';
import { clocksOf } from '../../case/case-story.fixture';
import { CN, expireRetrieval, retrieve, serve, serveAgain, US } from './service-story.fixture';
import type { ServiceCommand } from './notices.rules';
import type { NoticesNotRetrieved, ServiceEvent } from './service.rules';
import { inboxesProjection, IntakeService1738542000100 } from './inboxes.table';
import { Inboxes, ServedNoticeRow } from './served-notice.table';

const CASES = ['0a000000-0000-8000-8000-000000000001', '0a000000-0000-8000-8000-000000000002'] as CaseId[];
const DAY = 24 * 60 * 60_000;
const START = Date.UTC(2025, 1, 6, 9);
const hoursAfter = (time: string, hours: number): string =>
  new Date(Date.parse(time) + hours * 3_600_000).toISOString();
const when = fc.integer({ min: 0, max: 40 }).map((day) => new Date(START + day * DAY).toISOString());

/** Notices are numbered over both cases; ids of the read model are UUIDs. */
const idOf = (number: number): string => `0b000000-0000-8000-8000-00000000000${String(number)}`;
const withUuid = (command: ServiceCommand): ServiceCommand =>
  JSON.parse(
    JSON.stringify(command)
      .replace(/"n([1-4])"/g, (_, number: string) => `"${idOf(Number(number))}"`)
      .replace(/:n([1-4])"/g, (_, number: string) => `:${idOf(Number(number))}"`),
  ) as ServiceCommand;

const n = fc.integer({ min: 1, max: 4 });
const commands: fc.Arbitrary<readonly [CaseId, ServiceCommand]> = fc
  .oneof(
    fc
      .tuple(n, when, fc.nat({ max: 50 }))
      .map(([number, time, hours]) => [number, serve(number, time, hoursAfter(time, hours))] as const),
    fc
      .tuple(fc.constantFrom(US, CN), n, when)
      .map(([party, number, time]) => [number, retrieve(party, number, time)] as const),
    fc.tuple(n, when).map(([number, time]) => [number, serveAgain(number, time)] as const),
    n.map((number) => [number, expireRetrieval(number)] as const),
  )
  .map(([number, command]) => [CASES[number % 2] as CaseId, withUuid(command)] as const);

/** The services on a party as the record tells them, event by event, read without any code of the system. */
function fromRecord(
  events: readonly RecordedEvent[],
  party: string,
  from: string,
  to: string,
): readonly ReconciledService[] {
  const found = new Map<string, ReconciledService>();
  for (const { stream, type, occurredAt, payload } of events) {
    const data = JSON.parse(Buffer.from(payload).toString()) as ServiceEvent['data'];
    if (type === 'NoticesServed' && 'to' in data && 'notices' in data && data.to.some((each) => each === party)) {
      for (const { noticeId, of, digest } of data.notices) {
        const told = {
          event: `${of.context}.${of.event}`,
          eventAt: of.at,
          rule: of.rule,
          document: null,
          documents: [],
          digest,
        };
        const { deliveredAt, notDeliveredAt } = data;
        const nothing = { deliveredAt, notDeliveredAt, retrievedAt: null, notRetrievedAt: null, againAt: [] };
        found.set(noticeId, {
          notice: noticeId,
          case: stream.slice('intake.service-'.length),
          ...told,
          sentAt: occurredAt,
          ...nothing,
        });
      }
    }
    if (type === 'NoticesNotRetrieved')
      for (const each of (data as NoticesNotRetrieved['data']).by)
        for (const notice of each.party === party ? each.notices : []) {
          const known = found.get(notice);
          if (known) found.set(notice, { ...known, notRetrievedAt: occurredAt });
        }
    const known = 'noticeId' in data ? found.get(data.noticeId) : undefined;
    if (!known) continue;
    const concerned = JSON.stringify('to' in data ? data.to : 'party' in data ? [data.party] : []).includes(
      `"${party}"`,
    );
    const steps: Readonly<Record<string, Partial<ReconciledService>>> = {
      NoticeRetrieved: { retrievedAt: occurredAt },
      NoticeServedAgain: { againAt: [...known.againAt, occurredAt] },
    };
    if (concerned) found.set(known.notice, { ...known, ...steps[type] });
  }
  return [...found.values()]
    .filter(({ sentAt }) => sentAt >= from && sentAt < to)
    .toSorted((one, other) => (`${one.sentAt} ${one.notice}` < `${other.sentAt} ${other.notice}` ? -1 : 1));
}

describe('what was served on a side in a range of time', () => {
  let server: TestDatabase;
  let database: DataSource;

  beforeAll(async () => {
    server = await createTestDatabase();
    const migrations = [...bookkeepingMigrations('intake'), rebuildMigration('intake', []), IntakeService1738542000100];
    database = await new DataSource({
      type: 'postgres',
      url: server.url,
      schema: 'intake',
      entities: [ServedNoticeRow],
      migrations,
    }).initialize();
    await database.query('CREATE SCHEMA intake');
    await database.runMigrations();
  });
  afterAll(async () => {
    await database.destroy();
    await server.drop();
  });

  it('always equals what the record says, with a digest that the registry signed (I-60)', async () => {
    const signer = memorySigner();
    await fc.assert(
      fc.asyncProperty(
        fc.array(commands, { maxLength: 30 }),
        when,
        when,
        fc.constantFrom(US, CN),
        async (story, one, other, party) => {
          const clock = { now: () => new Date(START).toISOString() as Instant };
          const store = new InMemoryEventStore({ clock });
          const ports = { store, clock, clocksOf, facts: new MemoryFacts(), ruleSetVersion: currentRuleSet.version };
          const registers = new NoticeRegisters(ports, new Cases(ports));
          for (const [index, [caseId, command]] of story.entries()) {
            // The events that the notices of this story name are on no record, so the notices are kept.
            if (command.type === 'ServeNotices')
              for (const { notice } of command.notices) registers.sources.keep(notice);
            await registers.proceed(caseId, command, {
              process: 'spec',
              cause: { kind: 'event', id: 'spec' },
              commandId: `c${String(index)}` as CommandId,
            });
          }
          const events = (await Promise.all(CASES.map((caseId) => store.read(serviceStream(caseId))))).flat();
          await database.manager.clear(ServedNoticeRow);
          // Applies pages of three, as a follower that is cut off now and then would see them.
          for (let at = 0; at < events.length; at += 3)
            await inboxesProjection(registers.sources).apply(
              database.manager,
              events.slice(at, at + 3),
              (table) => `intake.${table}`,
            );

          const range = { from: (one < other ? one : other) as Instant, to: (one < other ? other : one) as Instant };
          const said = await reconcile(party, range, await new Inboxes(database).servedOn(party, range), signer);
          expect(said.services).toEqual(fromRecord(events, party, range.from, range.to));
          expect(verifyJws(said.jws, signer.publicKey)).toEqual({
            party,
            ...range,
            count: said.services.length,
            digest: sha256(canonicalJson(said.services)),
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('and those of one case are found among many without a look at all', async () => {
    await database.query('DELETE FROM intake.served_notices');
    await database.query(
      `INSERT INTO intake.served_notices
       SELECT gen_random_uuid(), $1, ('0a000000-0000-8000-8000-' || lpad((n % 1000)::text, 12, '0'))::uuid, '{}', '',
         'code ' || n, timestamptz '2025-02-06' + n * interval '1 minute', timestamptz '2025-02-06', NULL, NULL, NULL,
         NULL, '[]'
       FROM generate_series(1, 5000) n`,
      [CN],
    );
    await database.query('ANALYZE intake.served_notices');
    const runner = database.createQueryRunner();
    const page = { party: CN, caseId: CASES[0] as CaseId, unretrieved: false, limit: 3 };
    const read = await rowsRead(runner, 'intake.served_notices', async () => {
      expect(await new Inboxes({ manager: runner.manager } as DataSource).page(page)).toHaveLength(3);
    });
    await runner.release();
    expect(read).toBeLessThanOrEqual(20);
  });
});
