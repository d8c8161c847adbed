import { commandIdOf, streamName, type Position } from '@parley/event-store';
import { appendSome, sampleEvents, someStream } from '@parley/event-store/contract';
import { Client } from 'pg';
import { createPostgresSubject, type PostgresSubject } from '../testing/postgres-subject';
import { FILTERED_PAGE, MOST_LOOKED_AT, PAGE } from './read-page';

/** A node of a plan, as EXPLAIN (FORMAT JSON) shows it. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly PlanNode[];
}

const EVENTS = 300;
const PAGE_SIZE = 20;
/**
 * Pages for a way down the index, and for what a new connection reads of the catalog. A look for each event would take
 * twice as many and more.
 */
const MOST_PAGES_FOR_THE_HEAD = PAGE_SIZE;

/** The nodes of a plan around the page itself, down to its limit. */
const nodesAround = (node: PlanNode): readonly PlanNode[] => [
  node,
  ...(node['Node Type'] === 'Limit' ? [] : (node.Plans ?? []).flatMap(nodesAround)),
];
const pagesOf = (node: PlanNode): number => node['Shared Hit Blocks'] + node['Shared Read Blocks'];

describe('the plan of a page', () => {
  let subject: PostgresSubject;
  let client: Client;
  beforeAll(async () => {
    subject = await createPostgresSubject();
    client = new Client({ connectionString: subject.url });
    await client.connect();
    for (let n = 0; n < EVENTS; n += 1) {
      const commandId = commandIdOf('plan', String(n));
      await subject.store.append(streamName('intake.case', `plan${String(n)}`), 'no-stream', sampleEvents(commandId), {
        commandId,
      });
    }
    await client.query('ANALYZE event_store.events');
  });
  afterAll(async () => {
    await client.end();
    await subject.close();
  });

  it.each([
    ['of everything', PAGE.text, ['0', PAGE_SIZE]],
    ['of some categories', FILTERED_PAGE.text, ['0', PAGE_SIZE, ['intake.case']]],
  ] as const)(
    'looks for the head once, and what comes in order is not sorted again, %s',
    async (_what, text, values) => {
      const { rows } = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
        `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`,
        [...values],
      );
      const plan = rows[0]!['QUERY PLAN'][0]!.Plan;
      const nodes = nodesAround(plan);
      expect(nodes.map((node) => node['Node Type']).toSorted()).toEqual(['CTE Scan', 'Limit', 'Nested Loop', 'Result']);
      const page = nodes.find((node) => node['Node Type'] === 'Limit')!;
      expect(pagesOf(plan) - pagesOf(page)).toBeLessThanOrEqual(MOST_PAGES_FOR_THE_HEAD);
    },
  );
});

describe('a page of what is rare', () => {
  it('looks at no more than so many events, and says how far it got', async () => {
    const subject = await createPostgresSubject();
    const admin = new Client({ connectionString: subject.adminUrl });
    await admin.connect();
    await admin.query(
      `INSERT INTO event_store.events
       SELECT n, 'intake.case-' || n, 0, gen_random_uuid(), 'intake.case', 'T', sha256(n::text::bytea), '{}', '', NULL
       FROM generate_series(1, $1::bigint) n`,
      [MOST_LOOKED_AT + 10],
    );
    await admin.end();
    const rare = await appendSome(subject.store, someStream('evidence.exhibit'), 'no-stream');
    const read = (after?: Position) =>
      subject.store.readAll({ categories: ['evidence'], limit: 500, ...(after === undefined ? {} : { after }) });
    const first = await read();
    expect(first).toEqual({ events: [], position: String(MOST_LOOKED_AT), caughtUp: false });
    expect(await read(first.position)).toMatchObject({
      events: [{ stream: expect.stringContaining('evidence.exhibit') as string }],
      position: rare.kind === 'appended' ? rare.position : '',
      caughtUp: true,
    });
    await subject.close();
  });
});
