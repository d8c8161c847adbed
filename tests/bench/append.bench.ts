import { createPostgresEventStore, installEventStore } from '@parley/event-store-postgres';
import { Pool } from 'pg';
import { eventStoreContender, payloadOf, insertContenders, realClock, type Contender } from './append-contenders';
import { BenchFollower } from './bench-follower';
import { openBenchDatabase } from './bench-database';
import { describeMachine } from './machine';
import { measureThroughput, type Throughput } from './measure-throughput';
import { median } from './median';
import { canMeasureSizes, sizeOfChildren } from './process-size';

export interface AppendBenchOptions {
  /** Length of each round. */
  readonly seconds: number;
  readonly rounds: number;
  readonly payloadBytes: number;
  readonly inFlight: readonly number[];
  /** Events that both tables hold before. */
  readonly rows?: number;
  /** True when another store of the same record follows it all the while. */
  readonly follower?: boolean;
}

/** Appends in flight while the record is filled. A stream gets ten events, as in the rounds. */
const FILLED_AT_ONCE = 256;

/** Least ratio to the plain INSERT by calls in flight; at 64 the p99 must be at most a third of the plain INSERT's. */
const GOALS = new Map([
  [1, 0.8],
  [4, 1],
  [16, 2],
  [64, 4],
]);
const GOAL_P99_AT_64 = 1 / 3;

/** Appends a second through the event store against a plain INSERT of the same bytes, interleaved on one database. */
export async function run(options: AppendBenchOptions): Promise<void> {
  const database = await openBenchDatabase();
  const pool = new Pool({ connectionString: database.url, max: Math.max(...options.inFlight) });
  // The server is stopped while the last connections are still closing.
  pool.on('error', () => undefined);
  await installEventStore({
    adminUrl: database.url,
    contexts: [{ context: 'intake', role: (await roleOf(pool)) ?? '' }],
  });
  const store = createPostgresEventStore({ pool, clock: realClock });
  try {
    const payload = payloadOf(options.payloadBytes);
    await printSettings(pool, options);
    const contenders = [...(await insertContenders(pool, payload)), eventStoreContender(store, payload)];
    if (options.rows !== undefined) await fill(pool, contenders, options.rows);
    const follower = options.follower === true ? new BenchFollower(database.url) : undefined;
    for (const contender of contenders) await measureThroughput(Math.max(...options.inFlight), 1, contender.call);
    for (const inFlight of options.inFlight) await compare(contenders, inFlight, options);
    if (follower) console.log(await follower.finish());
  } finally {
    await store.close();
    await pool.end();
    await database.close();
  }
}

/** The server itself fills the yardstick's table, and the record is filled by its own appends. */
async function fill(pool: Pool, contenders: readonly Contender[], rows: number): Promise<void> {
  await contenders[0]?.call(0);
  await pool.query(
    `INSERT INTO plain_events (stream, event_id, type, header, payload)
     SELECT stream, event_id, type, header, payload FROM plain_events, generate_series(2, $1) LIMIT $1`,
    [rows],
  );
  const record = contenders.at(-1);
  let left = rows;
  const caller = async (_: unknown, number: number): Promise<void> => {
    for (; left > 0; left--) await record?.call(number);
  };
  await Promise.all(Array.from({ length: FILLED_AT_ONCE }, caller));
  await pool.query('VACUUM ANALYZE');
}

/**
 * A round with the processor time of each append, in microseconds, which other work on the machine moves far less than
 * the rate.
 */
interface Round extends Throughput {
  readonly processMicros: number;
  readonly postgresMicros: number;
}

async function measureRound(inFlight: number, seconds: number, { call }: Contender): Promise<Round> {
  const [postgres, ours] = [postgresSeconds(), process.cpuUsage()];
  const throughput = await measureThroughput(inFlight, seconds, call);
  const { user, system } = process.cpuUsage(ours);
  const appends = throughput.perSecond * seconds;
  return {
    ...throughput,
    processMicros: (user + system) / appends,
    postgresMicros: ((postgresSeconds() - postgres) * 1e6) / appends,
  };
}

/** This process has started nothing but PostgreSQL. */
const postgresSeconds = (): number => (canMeasureSizes() ? sizeOfChildren(process.pid).cpu : NaN);

/** The first contender is the yardstick of the goals, the last one the event store. */
async function compare(
  contenders: readonly Contender[],
  inFlight: number,
  { rounds, seconds }: AppendBenchOptions,
): Promise<void> {
  const results = contenders.map((): Round[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, contender] of contenders.entries())
      results[index]?.push(await measureRound(inFlight, seconds, contender));
  }
  const medians = results.map((all): Round => {
    const middle = (key: keyof Round): number => median(all.map((result) => result[key]));
    return {
      perSecond: middle('perSecond'),
      p50: middle('p50'),
      p99: middle('p99'),
      processMicros: middle('processMicros'),
      postgresMicros: middle('postgresMicros'),
    };
  });
  const [plain, ours] = [medians[0], medians.at(-1)];
  if (plain === undefined || ours === undefined) return;
  console.log(`${inFlight} in flight`);
  for (const [index, { perSecond, p50, p99, ...cost }] of medians.entries()) {
    const ratio = perSecond / plain.perSecond;
    const judged = index === medians.length - 1 ? verdict(ratio, GOALS.get(inFlight), 'at least') : '';
    const name = contenders[index]?.name.padEnd(14) ?? '';
    console.log(
      `  ${name} ${perSecond.toFixed(0).padStart(7)}/s   p50 ${p50.toFixed(2)} ms   p99 ` +
        `${p99.toFixed(2)} ms   ratio ${ratio.toFixed(2)}${judged}`,
    );
    console.log(
      `  ${''.padEnd(14)} processor time of each: ${cost.processMicros.toFixed(0)} µs here and ` +
        `${cost.postgresMicros.toFixed(0)} µs in PostgreSQL`,
    );
  }
  if (inFlight !== 64) return;
  const share = ours.p99 / plain.p99;
  console.log(
    `  p99 of the event store is ${share.toFixed(2)} of the plain ` +
      `INSERT's${verdict(-share, -GOAL_P99_AT_64, 'at most')}`,
  );
}

function verdict(value: number, goal: number | undefined, word: string): string {
  return goal === undefined ? '' : ` (goal: ${word} ${Math.abs(goal).toFixed(2)}, ${value >= goal ? 'met' : 'MISSED'})`;
}

async function printSettings(pool: Pool, options: AppendBenchOptions): Promise<void> {
  const names = [
    'server_version',
    'fsync',
    'synchronous_commit',
    'full_page_writes',
    'data_checksums',
    'shared_buffers',
  ];
  const settings = await Promise.all(
    names.map(async (name) => `${name} ${(await pool.query({ text: `SHOW ${name}`, rowMode: 'array' })).rows[0]?.[0]}`),
  );
  console.log(`machine   ${describeMachine()}; client, load and database share it`);
  console.log(`postgres  ${settings.join(', ')}; a pool of ${pool.options.max} for both`);
  console.log(
    `load      one event of ${options.payloadBytes} B payload each; medians of ${options.rounds} ` +
      `interleaved rounds of ${options.seconds} s\n`,
  );
}

async function roleOf(pool: Pool): Promise<string | undefined> {
  return (await pool.query<{ role: string }>('SELECT session_user AS role')).rows[0]?.role;
}
