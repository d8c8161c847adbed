import { appendSome, someStream } from '@parley/event-store/contract';
import { createTestDatabase, type TestDatabase } from '@parley/testing';
import { Client } from 'pg';
import { createPostgresEventStore } from '../postgres-event-store';
import { installEventStore } from '../install/install-event-store';
import { realClock } from '../testing/postgres-subject';
import { roleUrl } from '../testing/role-url';
import { FILTERED_PAGE, PAGE, READ_STREAM } from './read-page';

/** A node of a plan, as EXPLAIN (FORMAT JSON) shows it. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Actual Loops': number;
  readonly 'Actual Rows': number;
  readonly Plans?: readonly PlanNode[];
}

const nodesOf = (node: PlanNode): readonly PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** Makes enough events for the planner to have a choice. The reader may see a hundredth of them. */
async function makeMany(adminUrl: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`
    INSERT INTO event_store.events
    SELECT h + n, c || '-' || n, 0, gen_random_uuid(), c, 'T', sha256(n::text::bytea), repeat('x', 500), '', NULL
    FROM (SELECT n, (SELECT event_store.newest_position()) AS h, CASE n % 100 WHEN 0 THEN 'intake.case' ELSE 'audit.casefile' END AS c FROM generate_series(1, 5000) n) made`);
  await admin.end();
}

describe.each([
  ['before the planner has seen the record', []],
  ['behind that', ['ANALYZE event_store.events']],
] as const)('the plan of a reader that may not read everything, %s', (_when, prepare) => {
  const [stream, other] = [someStream('intake.case'), someStream('evidence.exhibit')];
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    const url = await roleUrl(database.url, 'plan_reader');
    await roleUrl(database.url, 'plan_writer');
    const contexts = [
      { context: 'intake', role: 'plan_reader', reads: ['intake'] },
      { context: 'evidence', role: new URL(database.url).username, reads: 'everything' as const },
    ];
    await installEventStore({ adminUrl: database.url, contexts });
    const [own, foreign] = [url, database.url].map((connectionString) =>
      createPostgresEventStore({ connectionString, clock: realClock }),
    );
    await appendSome(own!, stream, 'no-stream', 3);
    for (let n = 0; n < 30; n++)
      await appendSome(foreign!, n === 0 ? other : someStream('evidence.exhibit'), 'no-stream', 10);
    await Promise.all([own!.close(), foreign!.close()]);
    await makeMany(database.url);
    const admin = new Client({ connectionString: database.url });
    await admin.connect();
    for (const statement of prepare) await admin.query(statement);
    await admin.end();
    client = new Client({ connectionString: url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const planOf = async (text: string, values: readonly unknown[]): Promise<readonly PlanNode[]> => {
    const { rows } = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
      [...values],
    );
    return nodesOf(rows[0]!['QUERY PLAN'][0]!.Plan);
  };
  const events = (nodes: readonly PlanNode[]): PlanNode => nodes.find((node) => node['Relation Name'] === 'events')!;
  /** How often a plan looks up what may be read. Once is right for a statement, whatever the number of its rows. */
  const lookedUp = (nodes: readonly PlanNode[]): readonly number[] =>
    nodes.filter((node) => node['Relation Name'] === 'readers').map((node) => node['Actual Loops']);

  it.each([
    ['everything', PAGE.text, ['0', 20]],
    ['some categories', FILTERED_PAGE.text, ['0', 20, ['intake.case']]],
    ['a category of which there is nothing', FILTERED_PAGE.text, ['0', 20, ['platform.democlock']]],
  ] as const)('goes down the index of positions for a page of %s, and sorts nothing', async (_what, text, values) => {
    const nodes = await planOf(text, values);
    expect(events(nodes)).toMatchObject({
      'Index Name': 'events_pkey',
      'Index Cond': expect.stringContaining('"position" >') as string,
    });
    expect(nodes.map((node) => node['Node Type'])).not.toContain('Sort');
    expect(lookedUp(nodes).every((loops) => loops <= 1)).toBe(true);
  });

  it.each([
    ['its own', stream],
    ['another’s', other],
  ])('goes down the index of streams for one of %s', async (_whose, name) => {
    const nodes = await planOf(READ_STREAM.text, [name, 0, null]);
    // The planner goes by a bitmap of the hits where it does not know how few they are.
    expect(nodes).toContainEqual(
      expect.objectContaining({
        'Index Name': 'events_stream_revision_key',
        'Index Cond': expect.stringContaining('stream =') as string,
      }),
    );
    expect(events(nodes)['Actual Rows']).toBe(name === stream ? 3 : 0);
    expect(lookedUp(nodes).every((loops) => loops <= 1)).toBe(true);
  });
});
