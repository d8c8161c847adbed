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

/** What is left of the appends a second by the log, and by the log and the checks of the store. */
const [GOAL_RATIO, GOAL_OF_BOTH] = [0.9, 0.8];
/** Milliseconds from an acknowledgement to the checkpoint that covers it. */
const GOAL_MS = 2_000;
const LOOK_MS = 10;

/**
 * Measures what the transparency log and the checks of the store cost a whole system under appends, and how long after
 * its acknowledgement an event is covered by a checkpoint, and by one that both witnesses cosigned. The log is kept
 * from working by a lock on its table, and everything else goes on. The checks are replaced by functions that say yes.
 */
export async function run(options: ProofBenchOptions): Promise<void> {
  const closing: (() => Promise<unknown>)[] = [];
  try {
    const database = await openBenchDatabase();
    closing.push(() => database.close());
    const parley = await ParleyProcess.start({ env: { PARLEY_DATABASE_URL: database.url, PARLEY_RATE_LIMIT: '0' } });
    closing.push(() => parley.stop());
    // The benchmark has a context of its own, so that no service takes its appends for acts.
    const install = () =>
      installEventStore({ adminUrl: database.url, contexts: [{ context: 'bench', role: 'postgres' }] });
    await install();
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
    await showCost(log, () => withoutChecks(pool, install), call, options);
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
  until(): Promise<Position | undefined> {
    return this.#untilOf('note IS NOT NULL');
  }

  /** Up to where checkpoints do that both witnesses cosigned. */
  attestedUntil(): Promise<Position | undefined> {
    return this.#untilOf('n = (SELECT max(n) FROM audit.log_attested)');
  }

  async #untilOf(which: string): Promise<Position | undefined> {
    const { rows } = await this.pool.query<{ until: Position }>(
      `SELECT until_position AS until FROM audit.log_checkpoints WHERE ${which} ORDER BY n DESC LIMIT 1`,
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

/** What of the store looks at what it is given, with the arguments by which a function is known. */
const CHECKS = {
  describes: 'p_header jsonb, p_stream text, p_revision bigint, p_event_id uuid, p_type text, p_payload bytea',
  is_timely: 'p_header jsonb, p_stream text, p_now tstzrange',
  links: 'p_header jsonb, p_revision bigint, p_previous bytea',
};

/** Has the store believe everything. @returns what has it look again */
async function withoutChecks(pool: Pool, install: () => Promise<void>): Promise<() => Promise<void>> {
  for (const [name, given] of Object.entries(CHECKS))
    await pool.query(
      `CREATE OR REPLACE FUNCTION event_store.${name}(${given}) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN true`,
    );
  return install;
}

async function showCost(
  log: WatchedLog,
  blind: () => Promise<() => Promise<void>>,
  call: Call,
  { inFlight, seconds, rounds }: ProofBenchOptions,
): Promise<void> {
  const [bare, off, on]: [number[], number[], number[]] = [[], [], []];
  const measure = async (into: number[]): Promise<void> => {
    into.push((await measureThroughput(inFlight, seconds, call)).perSecond);
  };
  for (let round = 0; round < rounds; round++) {
    console.error(`  … round ${String(round + 1)} of ${String(rounds)}`);
    const look = await blind();
    await log.without(() => measure(bare)).finally(look);
    await log.level();
    await log.without(() => measure(off));
    await log.level();
    await measure(on);
    await log.level();
  }
  const ratioTo = (others: readonly number[]) => median(on.map((rate, round) => rate / (others[round] ?? NaN)));
  const verdict = (ratio: number, goal: number): string =>
    `ratio ${ratio.toFixed(2)} (goal: at least ${goal.toFixed(2)}, ${ratio >= goal ? 'met' : 'MISSED'})`;
  console.log(`appends without log and checks  ${median(bare).toFixed(0)}/s`);
  console.log(`appends without the log         ${median(off).toFixed(0)}/s`);
  console.log(`appends with both               ${median(on).toFixed(0)}/s`);
  console.log(`  against those without the log: ${verdict(ratioTo(off), GOAL_RATIO)}`);
  console.log(`  against those without both: ${verdict(ratioTo(bare), GOAL_OF_BOTH)}`);
}

/** Looks how long it takes until something has come as far as the record was. */
class Lags {
  readonly #waiting: { readonly position: Position; readonly at: number }[] = [];
  readonly #lags: number[] = [];

  constructor(
    private readonly until: () => Promise<Position | undefined>,
    private readonly store: PostgresEventStore,
  ) {}

  await(position: Position, at: number): void {
    this.#waiting.push({ position, at });
  }

  /** Looks until all that was waited for has come. */
  async watch(offered: AbortSignal): Promise<void> {
    while (!offered.aborted || this.#waiting.length > 0) {
      const until = await this.until();
      for (let [first] = this.#waiting; first && until !== undefined; [first] = this.#waiting) {
        if (this.store.compare(until, first.position) < 0) break;
        this.#lags.push(performance.now() - first.at);
        this.#waiting.shift();
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  of(share: number): number {
    return percentileOf(this.#lags, share);
  }
}

async function showLag(
  log: WatchedLog,
  store: PostgresEventStore,
  call: Call,
  { rate, seconds, inFlight }: ProofBenchOptions,
): Promise<void> {
  const signed = new Lags(() => log.until(), store);
  const attested = new Lags(() => log.attestedUntil(), store);
  const offered = new AbortController();
  const watching = [signed, attested].map((each) => each.watch(offered.signal));
  // The head is looked up after an acknowledgement, so what is waited for is never older than what was acknowledged.
  const sampling = (async () => {
    while (!offered.signal.aborted) {
      const at = performance.now();
      const position = await store.head();
      for (const each of [signed, attested]) each.await(position, at);
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
  await Promise.all([...watching, sampling]);
  const p99 = signed.of(0.99);
  console.log(
    `from an acknowledgement to its checkpoint, ${String(rate)} appends/s offered: p50 ${ms(signed.of(0.5))}, ` +
      `p99 ${ms(p99)} (goal: p99 at most ${ms(GOAL_MS)}, ${p99 <= GOAL_MS ? 'met' : 'MISSED'})`,
  );
  console.log(`to its joint attestation: p50 ${ms(attested.of(0.5))}, p99 ${ms(attested.of(0.99))}`);
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
