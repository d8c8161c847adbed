import type { Position } from '@parley/event-store';
import { createPostgresEventStore, installEventStore, type PostgresEventStore } from '@parley/event-store-postgres';
import { nodeChecks, parsePolicy, verifyLog } from '@parley/transparency';
import { Pool, type PoolClient } from 'pg';
import { ParleyProcess } from '../support/parley-process';
import { eventStoreContender, payloadOf, realClock } from './append-contenders';
import { openBenchDatabase } from './bench-database';
import { showDossierVerified } from './dossier-verified';
import { describeMachine } from './machine';
import { measureThroughput } from './measure-throughput';
import { median } from './median';
import { percentileOf } from './percentile';
import { offerSteadily } from './steady-load';

export interface ProofBenchOptions {
  readonly seconds: number;
  readonly rounds: number;
  readonly inFlight: number;
  /** Appends a second while the way to the checkpoint is measured. */
  readonly rate: number;
}

/** What the log may cost of the appends a second. */
const GOAL_RATIO = 0.9;
/** Milliseconds from an acknowledgement to the checkpoint that covers it. */
const GOAL_MS = 2_000;
const LOOK_MS = 10;

/**
 * Measures what the transparency log costs a whole system under appends, and how long after its acknowledgement an
 * event is covered by a checkpoint. The log is kept from working by a lock on its table, and everything else goes on.
 */
export async function run(options: ProofBenchOptions): Promise<void> {
  const closing: (() => Promise<unknown>)[] = [];
  try {
    const database = await openBenchDatabase();
    closing.push(() => database.close());
    const parley = await ParleyProcess.start({ env: { PARLEY_DATABASE_URL: database.url, PARLEY_RATE_LIMIT: '0' } });
    closing.push(() => parley.stop());
    // The benchmark has a context of its own, so that no service takes its appends for acts.
    await installEventStore({ adminUrl: database.url, contexts: [{ context: 'bench', role: 'postgres' }] });
    const pool = new Pool({ connectionString: database.url, max: options.inFlight + 2 });
    pool.on('error', () => undefined);
    const store = createPostgresEventStore({ pool, clock: realClock });
    closing.push(async () => {
      await store.close();
      await pool.end();
    });
    const log = new WatchedLog(pool, store);
    const { call } = eventStoreContender(store, payloadOf(500), 'bench.case');
    console.log(`machine   ${describeMachine()}; load, system and database share it`);
    console.log(
      `load      events of 500 B, ${String(options.inFlight)} appends in flight; medians of ${String(options.rounds)} ` +
        `interleaved rounds of ${String(options.seconds)} s\n`,
    );
    await measureThroughput(options.inFlight, 1, call);
    await showCost(log, call, options);
    await showLag(log, store, call, options);
    await showVerification(parley.url);
    showDossierVerified();
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

/** The log of a running system, as its database shows it. */
class WatchedLog {
  constructor(
    private readonly pool: Pool,
    private readonly store: PostgresEventStore,
  ) {}

  /** Up to where signed checkpoints cover the record. */
  async until(): Promise<Position | undefined> {
    const { rows } = await this.pool.query<{ until: Position }>(
      'SELECT until_position AS until FROM audit.log_checkpoints WHERE note IS NOT NULL ORDER BY n DESC LIMIT 1',
    );
    return rows[0]?.until;
  }

  async level(): Promise<void> {
    for (const head = await this.store.head(); ;) {
      const until = await this.until();
      if (until !== undefined && this.store.compare(until, head) >= 0) return;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  /** Does something while the log waits for its table. */
  async without<Result>(work: () => Promise<Result>): Promise<Result> {
    const client: PoolClient = await this.pool.connect();
    try {
      await client.query('BEGIN; LOCK TABLE audit.log_checkpoints IN ACCESS EXCLUSIVE MODE');
      return await work();
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  }
}

type Call = (caller: number) => Promise<void>;

async function showCost(log: WatchedLog, call: Call, { inFlight, seconds, rounds }: ProofBenchOptions): Promise<void> {
  const [off, on]: [number[], number[]] = [[], []];
  const measure = async (into: number[]): Promise<void> => {
    into.push((await measureThroughput(inFlight, seconds, call)).perSecond);
  };
  for (let round = 0; round < rounds; round++) {
    console.error(`  … round ${String(round + 1)} of ${String(rounds)}`);
    await log.without(() => measure(off));
    await log.level();
    await measure(on);
    await log.level();
  }
  const ratio = median(on.map((rate, round) => rate / (off[round] ?? NaN)));
  console.log(`appends without the log  ${median(off).toFixed(0)}/s`);
  console.log(
    `appends with the log     ${median(on).toFixed(0)}/s   ratio ${ratio.toFixed(2)} (goal: at least ` +
      `${GOAL_RATIO.toFixed(2)}, ${ratio >= GOAL_RATIO ? 'met' : 'MISSED'})`,
  );
}

async function showLag(
  log: WatchedLog,
  store: PostgresEventStore,
  call: Call,
  { rate, seconds, inFlight }: ProofBenchOptions,
): Promise<void> {
  const waiting: { readonly position: Position; readonly at: number }[] = [];
  const lags: number[] = [];
  const offered = new AbortController();
  const watching = (async () => {
    while (!offered.signal.aborted || waiting.length > 0) {
      const until = await log.until();
      for (let first = waiting[0]; first && until !== undefined; first = waiting[0]) {
        if (store.compare(until, first.position) < 0) break;
        lags.push(performance.now() - first.at);
        waiting.shift();
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  })();
  // The head is looked up after an acknowledgement, so what is waited for is never older than what was acknowledged.
  const sampling = (async () => {
    while (!offered.signal.aborted) {
      const at = performance.now();
      waiting.push({ position: await store.head(), at });
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  })();
  let caller = 0;
  await offerSteadily({ perSecond: rate, seconds: 3 * seconds, mostInFlight: inFlight }, () => {
    caller += 1;
    // Two appends to one stream at a time would contend.
    return call(caller);
  });
  offered.abort();
  await Promise.all([watching, sampling]);
  const [p50, p99] = [0.5, 0.99].map((share) => percentileOf(lags, share));
  console.log(
    `from an acknowledgement to its checkpoint, ${String(rate)} appends/s offered: p50 ${ms(p50)}, p99 ${ms(p99)} ` +
      `(goal: p99 at most ${ms(GOAL_MS)}, ${(p99 ?? NaN) <= GOAL_MS ? 'met' : 'MISSED'})`,
  );
}

/** Reads the whole log as a stranger does, and hashes it again. */
async function showVerification(url: string): Promise<void> {
  const text = await (await fetch(`${url}/v1/log/policy`)).text();
  const policy = await parsePolicy(nodeChecks.digest, text.replace('quorum both', 'quorum none'));
  const began = performance.now();
  const { checkpoint } = await verifyLog(nodeChecks, policy, async (file) => {
    const answer = await fetch(`${url}/v1/log/${file}`);
    return answer.status === 200 ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  });
  const passed = performance.now() - began;
  console.log(
    `the whole log read over HTTP and verified: ${String(checkpoint.size)} entries in ${ms(passed)}, ` +
      `${((checkpoint.size / passed) * 1_000).toFixed(0)} entries/s`,
  );
}

const ms = (value = NaN): string => `${value.toFixed(0)} ms`;
