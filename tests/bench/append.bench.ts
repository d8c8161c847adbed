import { createPostgresEventStore, installEventStore } from '@parley/event-store-postgres';
import { Pool } from 'pg';
import { eventStoreContender, payloadOf, plainInsertContender, realClock, type Contender } from './append-contenders';
import { openBenchDatabase } from './bench-database';
import { describeMachine } from './machine';
import { measureThroughput, type Throughput } from './measure-throughput';
import { median } from './median';

export interface AppendBenchOptions {
  /** Of each round. */
  readonly seconds: number;
  readonly rounds: number;
  readonly payloadBytes: number;
  readonly inFlight: readonly number[];
}

/** Least ratio to the plain INSERT by calls in flight; at 64 the p99 must be at most a third of the plain INSERT's. */
const GOALS = new Map([[1, 0.8], [4, 1], [16, 2], [64, 4]]);
const GOAL_P99_AT_64 = 1 / 3;

/** Appends a second through the event store against a plain INSERT of the same bytes, interleaved on one database. */
export async function run(options: AppendBenchOptions): Promise<void> {
  const database = await openBenchDatabase();
  const pool = new Pool({ connectionString: database.url, max: Math.max(...options.inFlight) });
  await installEventStore({ adminUrl: database.url, contexts: [{ context: 'intake', role: (await roleOf(pool)) ?? '' }] });
  const store = createPostgresEventStore({ pool, clock: realClock });
  try {
    const payload = payloadOf(options.payloadBytes);
    await printSettings(pool, options);
    const contenders = [eventStoreContender(store, payload), await plainInsertContender(pool, payload)] as const;
    for (const contender of contenders) await measureThroughput(Math.max(...options.inFlight), 1, contender.call);
    for (const inFlight of options.inFlight) await compare(contenders, inFlight, options);
  } finally {
    await store.close();
    await pool.end();
    await database.close();
  }
}

async function compare([ours, plain]: readonly [Contender, Contender], inFlight: number, { rounds, seconds }: AppendBenchOptions): Promise<void> {
  const results = { ours: [] as Throughput[], plain: [] as Throughput[] };
  for (let round = 0; round < rounds; round++) {
    results.plain.push(await measureThroughput(inFlight, seconds, plain.call));
    results.ours.push(await measureThroughput(inFlight, seconds, ours.call));
  }
  const middle = (side: 'ours' | 'plain', key: keyof Throughput): number => median(results[side].map((result) => result[key]));
  const ratio = middle('ours', 'perSecond') / middle('plain', 'perSecond');
  const line = (name: string, side: 'ours' | 'plain'): string =>
    `  ${name.padEnd(14)} ${middle(side, 'perSecond').toFixed(0).padStart(7)}/s   p50 ${middle(side, 'p50').toFixed(2)} ms   p99 ${middle(side, 'p99').toFixed(2)} ms`;
  console.log(`${inFlight} in flight`);
  console.log(line(plain.name, 'plain'));
  console.log(`${line(ours.name, 'ours')}   ratio ${ratio.toFixed(2)}${verdict(ratio, GOALS.get(inFlight), 'at least')}`);
  if (inFlight !== 64) return;
  const p99 = middle('ours', 'p99') / middle('plain', 'p99');
  console.log(`  p99 of the event store is ${p99.toFixed(2)} of the plain INSERT's${verdict(-p99, -GOAL_P99_AT_64, 'at most')}`);
}

function verdict(value: number, goal: number | undefined, word: string): string {
  return goal === undefined ? '' : ` (goal: ${word} ${Math.abs(goal).toFixed(2)}, ${value >= goal ? 'met' : 'MISSED'})`;
}

async function printSettings(pool: Pool, options: AppendBenchOptions): Promise<void> {
  const names = ['server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'shared_buffers'];
  const settings = await Promise.all(names.map(async (name) => `${name} ${(await pool.query({ text: `SHOW ${name}`, rowMode: 'array' })).rows[0]?.[0]}`));
  console.log(`machine   ${describeMachine()}; client, load and database share it`);
  console.log(`postgres  ${settings.join(', ')}; a pool of ${pool.options.max} for both`);
  console.log(`load      one event of ${options.payloadBytes} B payload each; medians of ${options.rounds} interleaved rounds of ${options.seconds} s\n`);
}

async function roleOf(pool: Pool): Promise<string | undefined> {
  return (await pool.query<{ role: string }>('SELECT session_user AS role')).rows[0]?.role;
}
