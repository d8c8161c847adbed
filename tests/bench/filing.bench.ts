import { Pool } from 'pg';
import { ParleyProcess } from '../support/parley-process';
import { openBenchDatabase } from './bench-database';
import { ELSE, timeByWork } from './cpu-profile';
import { countFilings, printCounts } from './filing-counts';
import { LoadClient, type Sent } from './filing-load';
import { filingRequests, type FilingRequests } from './filing-requests';
import { FILING_WORK } from './filing-work';
import { Inspector } from './inspector';
import { describeMachine } from './machine';
import { measureThroughput, type Throughput } from './measure-throughput';
import { median } from './median';
import { startPlainRoute } from './plain-route.process';
import { eachOf, ProcessorMeter, type ProcessorTime } from './processor-time';
import { settled } from './settled';

export interface FilingBenchOptions {
  /** Length of each round. */
  readonly seconds: number;
  readonly rounds: number;
  /** Size of a filing's body, in bytes. */
  readonly bodyBytes: number;
  readonly inFlight: readonly number[];
}

/** Least ratio to the plain route by filings in flight. */
const GOALS = new Map([
  [1, 1],
  [16, 2.5],
  [64, 3],
]);
const PROFILED_IN_FLIGHT = 16;
const FEW_SHARES = 0.003;

interface Contender {
  readonly name: string;
  /** Process id of its server. */
  readonly pid: number;
  call(): Promise<void>;
}

/** One round of a contender, with its cost. */
interface Round extends Throughput {
  /** Processor time of a request while the round lasted. */
  readonly meanwhile: ProcessorTime;
  /** Processor time of a request until every follower was level with the record. */
  readonly altogether: ProcessorTime;
  /** Seconds that the followers took after the round. */
  readonly behind: number;
}

/**
 * Everything that a measurement needs: one database, the two servers as processes, and this process as their client.
 */
interface Bench {
  readonly pool: Pool;
  readonly parley: LoadClient;
  readonly plain: LoadClient;
  readonly pids: { readonly parley: number; readonly plain: number };
  readonly meter: ProcessorMeter;
  readonly requests: FilingRequests;
  /** Address at which the serving process can be inspected. */
  readonly debuggedAt: string;
  readonly options: FilingBenchOptions;
}

/**
 * Measures filings a second over HTTP, with everything that Parley promises, against a plain route without any of it.
 */
export async function run(options: FilingBenchOptions): Promise<void> {
  const closing: (() => Promise<void> | void)[] = [];
  try {
    const bench = await open(options, closing);
    await printSettings(bench);
    const filing: Contender = {
      name: 'filing',
      pid: bench.pids.parley,
      call: () => bench.parley.post(bench.requests.whole(), 201),
    };
    const plain: Contender = {
      name: 'plain route',
      pid: bench.pids.plain,
      call: () => bench.plain.post({ ...bench.requests.whole(), path: '/filings' }, 201),
    };
    for (const contender of [filing, plain]) await measureThroughput(Math.max(...options.inFlight), 2, contender.call);
    for (const inFlight of options.inFlight) await compare(bench, filing, plain, inFlight);
    printCounts(await countFilings(bench.pool, filing.call));
    await showSteps(bench);
    await showWork(bench, filing);
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

async function open(options: FilingBenchOptions, closing: (() => Promise<void> | void)[]): Promise<Bench> {
  const database = await openBenchDatabase();
  closing.push(() => database.close());
  const pool = new Pool({ connectionString: database.url });
  // The server may end before a closed connection has gone.
  pool.on('error', () => undefined);
  closing.push(() => pool.end());
  let debuggedAt = '';
  const server = await ParleyProcess.start({
    env: { PARLEY_DATABASE_URL: database.url, NODE_OPTIONS: '--inspect=127.0.0.1:0' },
    log: (line) => (debuggedAt = /Debugger listening on (ws:\S+)/.exec(line)?.[1] ?? debuggedAt),
  });
  closing.push(() => server.stop());
  const route = await startPlainRoute(database.url);
  closing.push(() => route.stop());
  const [parley, plain] = [new LoadClient(server.url), new LoadClient(route.url)];
  closing.push(() => {
    parley.close();
    plain.close();
  });
  const pids = { parley: server.pid, plain: route.pid };
  return {
    pool,
    parley,
    plain,
    pids,
    meter: new ProcessorMeter(Object.values(pids)),
    debuggedAt,
    options,
    requests: await filingRequests(server.url, options.bodyBytes),
  };
}

async function compare(bench: Bench, filing: Contender, plain: Contender, inFlight: number): Promise<void> {
  const rounds = { filing: [] as Round[], plain: [] as Round[] };
  for (let round = 0; round < bench.options.rounds; round++) {
    await settled(bench.pool);
    rounds.plain.push(await runRound(bench, plain, inFlight));
    rounds.filing.push(await runRound(bench, filing, inFlight));
  }
  const middle = (side: 'filing' | 'plain', of: (round: Round) => number): number => median(rounds[side].map(of));
  const ratio = middle('filing', ({ perSecond }) => perSecond) / middle('plain', ({ perSecond }) => perSecond);
  const line = (name: string, side: 'filing' | 'plain'): string =>
    `  ${name.padEnd(12)} ${middle(side, ({ perSecond }) => perSecond)
      .toFixed(0)
      .padStart(
        6,
      )}/s   p50 ${middle(side, ({ p50 }) => p50).toFixed(2)} ms   p99 ${middle(side, ({ p99 }) => p99).toFixed(2)} ms`;
  const cost = (side: 'filing' | 'plain', when: 'meanwhile' | 'altogether'): string =>
    `${middle(side, (round) => round[when].server).toFixed(2)} + ${middle(side, (round) => round[when].postgres).toFixed(2)} ms`;
  const goal = GOALS.get(inFlight);
  console.log(`${String(inFlight)} in flight`);
  console.log(line(plain.name, 'plain'));
  console.log(
    `${line(filing.name, 'filing')}   ratio ${ratio.toFixed(2)}${goal === undefined ? '' : ` (goal: at least ${String(goal)}, ${ratio >= goal ? 'met' : 'MISSED'})`}`,
  );
  console.log(
    `  processor, server + PostgreSQL: plain ${cost('plain', 'meanwhile')}, filing ${cost('filing', 'meanwhile')}, with all that follows it ${cost('filing', 'altogether')}`,
  );
  console.log(
    `  every read model is level with the record ${middle('filing', ({ behind }) => behind).toFixed(1)} s after a round`,
  );
}

async function runRound(
  { pool, meter, options: { seconds } }: Bench,
  { pid, call }: Contender,
  inFlight: number,
): Promise<Round> {
  const before = meter.read(pid);
  const throughput = await measureThroughput(inFlight, seconds, call);
  const after = meter.read(pid);
  const behind = await settled(pool);
  const requests = throughput.perSecond * seconds;
  return {
    ...throughput,
    behind,
    meanwhile: eachOf(requests, before, after),
    altogether: eachOf(requests, before, meter.read(pid)),
  };
}

/** Shows the cost of a filing when a part of it is left out, over HTTP, at every number in flight. */
async function showSteps({ pool, parley, requests, options: { inFlight, rounds, seconds } }: Bench): Promise<void> {
  const steps: readonly (readonly [string, () => Sent, number])[] = [
    ['a whole filing', requests.whole, 201],
    ['without the contact’s row', requests.withoutContact, 201],
    ['sent again, one at a time: no event', requests.again, 201],
    ['dry run: token, validation, digest', requests.check, 200],
    ['turned away: HTTP, JSON, the refusal', requests.turnedAway, 401],
  ];
  const results = new Map(steps.map(([name]) => [name, inFlight.map(() => [] as number[])]));
  for (let round = 0; round < rounds; round++) {
    for (const [column, count] of inFlight.entries()) {
      for (const [name, next, status] of steps) {
        await settled(pool);
        const { perSecond } = await measureThroughput(count, seconds / 2, () => parley.post(next(), status));
        results.get(name)?.[column]?.push(perSecond);
      }
    }
  }
  console.log(
    `\nparts left out, requests/s${''.padEnd(14)}${inFlight.map((count) => `${String(count)} in flight`.padStart(14)).join('')}`,
  );
  for (const [name, columns] of results)
    console.log(`  ${name.padEnd(38)}${columns.map((rates) => median(rates).toFixed(0).padStart(14)).join('')}`);
}

/** Shows where the time of the serving process goes, by sampling it during filings, with a line for each check. */
async function showWork({ pool, debuggedAt, options: { seconds } }: Bench, filing: Contender): Promise<void> {
  await settled(pool);
  const inspector = await Inspector.connect(debuggedAt);
  let filed = 0;
  const profile = await inspector.profile(async () => {
    const { perSecond } = await measureThroughput(PROFILED_IN_FLIGHT, seconds, async () => {
      await filing.call();
      filed += 1;
    });
    console.log(
      `\nNode’s main thread by its samples, at ${String(PROFILED_IN_FLIGHT)} in flight (${perSecond.toFixed(0)} filings/s while it is sampled)`,
    );
  });
  inspector.close();
  const times = timeByWork(profile, FILING_WORK);
  const all = [...times.values()].reduce((sum, time) => sum + time, 0);
  const named = [...FILING_WORK.map(({ name }) => name), ELSE];
  for (const name of named) {
    const time = times.get(name) ?? 0;
    const share = time / all;
    if (share < FEW_SHARES && name === ELSE) continue;
    console.log(
      `  ${name.padEnd(42)} ${(time / filed).toFixed(0).padStart(5)} µs a filing  ${(share * 100).toFixed(1).padStart(5)} %`,
    );
  }
}

async function printSettings({ pool, requests, options }: Bench): Promise<void> {
  const names = [
    'server_version',
    'fsync',
    'synchronous_commit',
    'full_page_writes',
    'data_checksums',
    'shared_buffers',
  ];
  const settings = await Promise.all(
    names.map(
      async (name) =>
        `${name} ${String((await pool.query<[string]>({ text: `SHOW ${name}`, rowMode: 'array' })).rows[0]?.[0])}`,
    ),
  );
  console.log(
    `machine   ${describeMachine()}; client, both servers and database share it, each in a process of its own`,
  );
  console.log(`postgres  ${settings.join(', ')}; one database for both, 18 connections each for what is measured`);
  console.log(
    `load      a filing of ${String(requests.bytes)} B JSON; medians of ${String(options.rounds)} interleaved rounds of ${String(options.seconds)} s`,
  );
  console.log(
    'plain     NestJS on Fastify, class-validator, TypeORM save of a row and an audit row in a transaction; ' +
      'none of the checks',
  );
  console.log('filing    all five services follow the record in the same process meanwhile\n');
}
