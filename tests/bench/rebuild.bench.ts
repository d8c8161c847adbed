import type { EventStore } from '@parley/event-store';
import { createPostgresEventStore, installEventStore } from '@parley/event-store-postgres';
import { bookkeepingMigrations } from '@parley/messaging';
import { hashTables, ProjectionRunner, rebuildMigration, rebuildProjection, upsertRows } from '@parley/projections';
import { Pool } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { realClock } from './append-contenders';
import { openBenchDatabase } from './bench-database';
import {
  createDocket,
  docketProjection,
  EVENTS_PER_CASE,
  fillStore,
  foldLine,
  OPEN_CASES,
  tellingOf,
  type DocketLine,
  type Told,
} from './docket-of-a-million';
import { describeMachine } from './machine';
import { median } from './median';
import { canMeasureSizes, sizeOfChildren } from './process-size';

export interface RebuildBenchOptions {
  readonly events: number;
  readonly rounds: number;
}

const GOAL_OF_PARSE = 0.4;
const GOAL_OF_SINGLE_UPSERTS = 20;
const SCHEMA = 'intake';
const WRITE_BACK_ROWS = 100_000;
const SINGLE_ROWS = 5_000;

/**
 * Measures events a second of a full rebuild of a docket against JSON.parse alone, and of its write-back against single
 * upserts.
 */
export async function run(options: RebuildBenchOptions): Promise<void> {
  const database = await openBenchDatabase();
  const pool = new Pool({ connectionString: database.url });
  // The server may end before a closed connection has gone.
  pool.on('error', () => undefined);
  const dataSource = await new DataSource({
    type: 'postgres',
    url: database.url,
    schema: SCHEMA,
    migrations: [...bookkeepingMigrations(SCHEMA), rebuildMigration(SCHEMA, docketProjection.tables)],
  }).initialize();
  try {
    const memory = new PeakMemory();
    await prepare(pool, dataSource, database.url);
    const store = createPostgresEventStore({ pool, clock: realClock });
    await fillStore(store, options.events);
    await pool.query('VACUUM ANALYZE event_store.events');
    console.log(`machine   ${describeMachine()}; reader and database share it`);
    console.log(
      `load      ${options.events} events of ${JSON.stringify(tellingOf(options.events)).length} B ` +
        `payload, ${EVENTS_PER_CASE} a case, ${OPEN_CASES} cases open at once; medians of ${options.rounds} ` +
        'rounds\n',
    );
    await compareWriteBack(dataSource.manager, options.rounds);
    await compareRebuild(store, dataSource, memory, options);
    await store.close();
  } finally {
    await dataSource.destroy();
    await pool.end();
    await database.close();
  }
}

async function prepare(pool: Pool, dataSource: DataSource, adminUrl: string): Promise<void> {
  const { rows } = await pool.query<{ role: string }>('SELECT session_user AS role');
  await installEventStore({ adminUrl, contexts: [{ context: 'intake', role: rows[0]?.role ?? '' }] });
  await dataSource.query(`CREATE SCHEMA ${SCHEMA}`);
  await dataSource.runMigrations();
  await createDocket(dataSource.manager, SCHEMA);
}

async function compareRebuild(
  store: EventStore,
  dataSource: DataSource,
  memory: PeakMemory,
  { events, rounds }: RebuildBenchOptions,
): Promise<void> {
  const parsed: number[] = [];
  const rebuilt: number[] = [];
  const costs: Cost[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = readProcessor();
    parsed.push(parseAndFold(events));
    const between = readProcessor();
    memory.start();
    const { seconds } = await rebuildProjection({ store, dataSource, projection: docketProjection });
    memory.stop();
    rebuilt.push(events / seconds);
    const after = readProcessor();
    const micros = (passed: number): number => (passed * 1e6) / events;
    costs.push({
      parse: micros(between.here - before.here),
      rebuild: micros(after.here - between.here),
      postgres: micros(after.postgres - between.postgres),
    });
  }
  const middle = (key: keyof Cost): number => median(costs.map((cost) => cost[key]));
  const ratio = median(rebuilt) / median(parsed);
  console.log(`JSON.parse and fold in memory  ${perSecond(median(parsed))}`);
  console.log(
    `rebuild of the docket          ${perSecond(median(rebuilt))}   ratio ` +
      `${ratio.toFixed(2)}${verdict(ratio, GOAL_OF_PARSE)}`,
  );
  console.log(
    `processor time of each event   ${middle('rebuild').toFixed(1)} µs here and ${middle('postgres').toFixed(1)} µs in ` +
      `PostgreSQL, ${middle('parse').toFixed(1)} µs for JSON.parse and fold`,
  );
  console.log(`memory                         ${memory.describe()}`);
  await checkLive(store, dataSource);
}

/** Microseconds of processor time of each event, which other work on the machine moves far less than the rate. */
interface Cost {
  readonly parse: number;
  readonly rebuild: number;
  readonly postgres: number;
}

/** Seconds that this process and PostgreSQL have used. It has started nothing else. */
function readProcessor(): { readonly here: number; readonly postgres: number } {
  const { user, system } = process.cpuUsage();
  return { here: (user + system) / 1e6, postgres: canMeasureSizes() ? sizeOfChildren(process.pid).cpu : NaN };
}

/**
 * Checks that the live runner, from the beginning, comes to the same tables, since a quick but wrong rebuild is worth
 * nothing.
 */
async function checkLive(store: EventStore, dataSource: DataSource): Promise<void> {
  const after = await hashTables(dataSource.manager, docketProjection.tables);
  await dataSource.query(`TRUNCATE ${SCHEMA}.docket_line`);
  await dataSource.query(`DELETE FROM ${SCHEMA}.checkpoint`);
  const began = performance.now();
  const runner = new ProjectionRunner({ store, dataSource, projection: docketProjection });
  runner.start();
  await runner.idle();
  const { position } = runner.status();
  await runner.stop();
  const live = await hashTables(dataSource.manager, docketProjection.tables);
  console.log(`live runner, from the start    ${perSecond((Number(position) * 1000) / (performance.now() - began))}`);
  console.log(`tables equal by hash           ${JSON.stringify(live) === JSON.stringify(after) ? 'yes' : 'NO'}`);
}

/** Number of different texts. A million of them would fill the memory that is being measured. */
const DIFFERENT_TEXTS = 20_000;

function parseAndFold(events: number): number {
  const texts = Array.from({ length: DIFFERENT_TEXTS }, (_, n) => JSON.stringify(tellingOf(n)));
  const lines = new Map<number, DocketLine>();
  const began = performance.now();
  for (let n = 0; n < events; n++) {
    const id = Math.floor(n / (OPEN_CASES * EVENTS_PER_CASE)) * OPEN_CASES + (n % OPEN_CASES);
    lines.set(id, foldLine(lines.get(id), String(id), JSON.parse(texts[n % DIFFERENT_TEXTS] ?? '') as Told));
  }
  return (events * 1000) / (performance.now() - began);
}

async function compareWriteBack(manager: EntityManager, rounds: number): Promise<void> {
  const lineOf = (n: number): DocketLine => ({
    case_id: `w${n}`,
    stage: 'S1',
    subject: 'steel',
    next_deadline: '2025-02-05T08:00:00.000Z',
    events: n,
  });
  const lines = Array.from({ length: WRITE_BACK_ROWS }, (_, n) => lineOf(n));
  const target = {
    table: `${SCHEMA}.docket_line`,
    key: ['case_id'] as const,
    columns: { case_id: 'text', stage: 'text', subject: 'text', next_deadline: 'timestamptz', events: 'int4' },
  };
  const batched: number[] = [];
  const single: number[] = [];
  for (let round = 0; round < rounds; round++) {
    single.push(
      await timed(SINGLE_ROWS, async () => {
        for (const line of lines.slice(0, SINGLE_ROWS)) await upsertRows(manager, target, [line]);
      }),
    );
    batched.push(await timed(lines.length, () => upsertRows(manager, target, lines)));
    await manager.query(`TRUNCATE ${target.table}`);
  }
  const ratio = median(batched) / median(single);
  console.log(`one upsert at a time           ${perSecond(median(single))}`);
  console.log(
    `upserts by the thousand        ${perSecond(median(batched))}   ratio ` +
      `${ratio.toFixed(1)}${verdict(ratio, GOAL_OF_SINGLE_UPSERTS)}`,
  );
}

async function timed(count: number, work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (count * 1000) / (performance.now() - began);
}

/** Resident memory of this process: at the time when this is made, and its peak while it looks. */
class PeakMemory {
  readonly #atRest = process.memoryUsage.rss();
  #peak = 0;
  #timer: NodeJS.Timeout | undefined;

  start(): void {
    this.#timer = setInterval(() => (this.#peak = Math.max(this.#peak, process.memoryUsage.rss())), 20);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  describe(): string {
    return `${Math.round(this.#atRest / 2 ** 20)} MiB at rest, ${Math.round(this.#peak / 2 ** 20)} MiB at peak`;
  }
}

const perSecond = (rate: number): string => `${Math.round(rate).toString().padStart(8)}/s`;
const verdict = (value: number, goal: number): string =>
  ` (goal: at least ${goal}, ${value >= goal ? 'met' : 'MISSED'})`;
