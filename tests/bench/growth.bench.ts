import { randomUUID } from 'node:crypto';
import { mkdtempSync, statfsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPostgresEventStore, installEventStore } from '@parley/event-store-postgres';
import { Pool } from 'pg';
import { Cast } from '../demo/cast';
import { Narrator } from '../demo/narrator';
import { play } from '../demo/play';
import { Client } from '../support/client';
import { ParleyProcess } from '../support/parley-process';
import { LoadClient } from './filing-load';
import { eventStoreContender, payloadOf, realClock } from './append-contenders';
import { openBenchDatabase } from './bench-database';
import type { CaseCopies, PlayedCase } from './case-copies';
import { adminOf, loadCopies, playedCase } from './growth-record';
import { describeMachine } from './machine';
import { measureThroughput } from './measure-throughput';
import { median } from './median';
import { canMeasureSizes, sizeOf } from './process-size';

export interface GrowthBenchOptions {
  readonly events: number;
  readonly cases: number;
  readonly rounds: number;
}

/** The other record holds so many cases: enough to fill a page of the docket. */
const FEW_CASES = 200;
/** The speed on the big record has to be at least this part of that on the small one. */
const GOAL = 0.8;
/** The most memory of a rebuild in its last part against its first ones. */
const GOAL_MEMORY = 1.2;
/** The days on which the case is played. */
const [BEGIN, END] = ['2025-02-03T09:00:00+01:00', '2025-04-22T17:00:00+02:00'];
const BYTES_PER_EVENT = 5_000;
const READS = 200;
const APPENDS_IN_FLIGHT = 16;
const APPEND_SECONDS = 3;

/** A record with the system that serves it. */
interface Grown {
  readonly name: string;
  readonly cases: number;
  readonly copies: CaseCopies;
  readonly parley: ParleyProcess;
  readonly auditor: Client;
  readonly append: (caller: number) => Promise<void>;
}

/**
 * Measures appends, docket pages and histories on a record of millions of events against one of a few hundred cases,
 * both served by whole systems on one PostgreSQL, and the memory of a rebuild.
 */
export async function run({ events, cases, rounds }: GrowthBenchOptions): Promise<void> {
  console.log(`machine   ${describeMachine()}; clients, systems and database share it`);
  const need = events * BYTES_PER_EVENT;
  const { bavail, bsize } = statfsSync(tmpdir());
  if (bavail * bsize < need)
    throw new Error(
      `${tmpdir()} has ${gibibytes(bavail * bsize)} free, and ${String(events)} events take up to ${gibibytes(need)}`,
    );
  const closing: (() => Promise<unknown>)[] = [];
  try {
    await compareAll(await openBoth(events, cases, closing), rounds);
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

async function openBoth(events: number, cases: number, closing: (() => Promise<unknown>)[]): Promise<Both> {
  const database = await openBenchDatabase({ max_wal_size: '4GB' });
  closing.push(() => database.close());
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-growth-'));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  const admin = await adminOf(database.url);
  closing.push(() => admin.end());
  for (const name of ['small', 'big']) await admin.query(`CREATE DATABASE ${name}`);
  const placeOf = (name: string): Place => ({
    url: Object.assign(new URL(database.url), { pathname: `/${name}` }).href,
    dataDir: path.join(folder, name),
  });
  const [small, big] = [placeOf('small'), placeOf('big')];
  step('a case is played from filing to referral');
  await whileRunning(small, BEGIN, async ({ url, dataDir }) => {
    await play(await Cast.of(url), new Narrator(() => undefined), dataDir);
  });
  await whileRunning(big, END, () => Promise.resolve());
  const played = await whatWasPlayed(small, Math.floor(events / cases));
  return [
    await openRecord({ name: 'small', ...small, played, cases: FEW_CASES }, closing),
    await openRecord({ name: 'big', ...big, played, cases }, closing),
  ];
}

/** Where a system keeps its data. */
interface Place {
  readonly url: string;
  readonly dataDir: string;
}

const startIn = ({ url, dataDir }: Place, clock: string): Promise<ParleyProcess> =>
  ParleyProcess.start({ dataDir, clock, env: { PARLEY_DATABASE_URL: url, PARLEY_RATE_LIMIT: '0' } });

async function whileRunning(
  place: Place,
  clock: string,
  work: (parley: ParleyProcess) => Promise<void>,
): Promise<void> {
  const parley = await startIn(place, clock);
  try {
    await work(parley);
  } finally {
    await parley.stop();
  }
}

async function whatWasPlayed({ url }: Place, mostEvents: number): Promise<PlayedCase> {
  const admin = await adminOf(url);
  const store = createPostgresEventStore({ connectionString: url, clock: realClock });
  try {
    return await playedCase(store, admin, mostEvents);
  } finally {
    await store.close();
    await admin.end();
  }
}

interface RecordOptions extends Place {
  readonly name: string;
  readonly played: PlayedCase;
  readonly cases: number;
}

async function openRecord(
  { name, played, cases, ...place }: RecordOptions,
  closing: (() => Promise<unknown>)[],
): Promise<Grown> {
  const admin = await adminOf(place.url);
  const pool = new Pool({ connectionString: place.url, max: APPENDS_IN_FLIGHT });
  pool.on('error', () => undefined);
  // The benchmark has a context of its own, so that no service takes its appends for acts.
  await installEventStore({ adminUrl: place.url, contexts: [{ context: 'bench', role: 'postgres' }] });
  const store = createPostgresEventStore({ pool, clock: realClock });
  closing.push(async () => {
    await store.close();
    await pool.end();
  });
  const began = performance.now();
  const copies = await loadCopies(admin, store, played, cases, (done) => step(`${name}: ${done}`));
  const load = `${String(cases)} cases of ${String(played.events.length)} events`;
  step(`${name}: ${load} loaded in ${seconds(performance.now() - began)}`);
  await admin.end();
  const started = performance.now();
  const parley = await startIn(place, END);
  closing.push(() => parley.stop());
  step(`${name}: started in ${seconds(performance.now() - started)}`);
  const auditor = await Client.as(parley.url, 'us-auditor');
  const append = eventStoreContender(store, payloadOf(500), 'bench.case').call;
  const grown = { name, cases, copies, parley, auditor, append };
  await rebuildDocket(grown);
  return grown;
}

interface Rebuilt {
  readonly events: number;
}

/** Asks again when the connection was silent for so long that it was given up. The same rebuild then answers. */
async function askForRebuild(url: string, token: string): Promise<Rebuilt> {
  const body = Buffer.from(JSON.stringify({ service: 'audit', projection: 'docket' }));
  for (;;) {
    const client = new LoadClient(url);
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() };
    try {
      // `fetch` would not do, because it has a timeout of its own.
      return JSON.parse(await client.ask({ path: '/v1/operations/rebuilds', headers, body }, 200)) as Rebuilt;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error;
    } finally {
      client.close();
    }
  }
}

/** Builds the docket from the loaded events, and says how much memory that takes. */
async function rebuildDocket({ name, parley }: Grown): Promise<void> {
  const operator = await Client.as(parley.url, 'operator');
  const sizes: number[] = [];
  const watch = setInterval(() => canMeasureSizes() && sizes.push(sizeOf(parley.pid).memory), 100);
  const began = performance.now();
  const rebuilt = await askForRebuild(parley.url, operator.token ?? '');
  clearInterval(watch);
  const passed = performance.now() - began;
  const rate = `${String(Math.round((rebuilt.events * 1000) / passed))}/s`;
  step(`${name}: docket built of ${String(rebuilt.events)} entries in ${seconds(passed)}, ${rate}`);
  const fifths = Array.from({ length: 5 }, (_, part) => {
    const [from, to] = [part, part + 1].map((each) => Math.floor((each * sizes.length) / 5));
    return Math.max(0, ...sizes.slice(from, to));
  });
  const [early, late] = [Math.max(...fifths.slice(0, 2)), fifths.at(-1) ?? 0];
  if (sizes.length < 100) return;
  const all = fifths.map((size) => size.toFixed(0)).join(', ');
  const ratio = (late / early).toFixed(2);
  console.log(
    `memory of Node while the docket of ${name} is rebuilt, the most in each fifth: ${all} MiB; ` +
      `the last against the first two ${ratio}${late / early <= GOAL_MEMORY ? ' (met)' : ` (goal: at most ${String(GOAL_MEMORY)}, MISSED)`}`,
  );
}

/** A measurement on both records, which take turns in going first. */
interface Measured {
  readonly name: string;
  /** True when it has to meet the goal. */
  readonly judged: boolean;
  readonly unit: 'ms' | 'appends/s';
  measure(records: Both, round: number): Promise<readonly [ofSmall: number, ofBig: number]>;
}

type Both = readonly [small: Grown, big: Grown];

const historyOf = ({ copies }: Grown, copy: number): string => `/v1/cases/${copies.idOf(copy)}/history`;
/** The number of one of a hundred cases from all over the record, in turn. */
const inUse = (record: Grown, read: number): number => Math.floor(((read % 100) * record.cases) / 100);

const MEASURED: readonly Measured[] = [
  {
    name: `appends, ${String(APPENDS_IN_FLIGHT)} in flight`,
    judged: true,
    unit: 'appends/s',
    measure: async ([small, big]) => {
      const rateOf = async ({ append }: Grown): Promise<number> =>
        (await measureThroughput(APPENDS_IN_FLIGHT, APPEND_SECONDS, append)).perSecond;
      return [await rateOf(small), await rateOf(big)];
    },
  },
  reading('the docket, newest page', true, () => '/v1/docket'),
  reading('the docket, newest page as HTML', true, () => '/docket'),
  reading('the docket of one year and party', true, () => '/v1/docket?year=2026&party=CN'),
  reading('one case of the docket', true, ({ copies }, read) => `/v1/docket/${copies.numberOf(read % FEW_CASES)}`),
  reading('a case’s history, of 100 cases in use', true, (record, read) => historyOf(record, inUse(record, read))),
  reading('a case’s history, each time another', false, (record, read) =>
    historyOf(record, (read * 7_919) % record.cases),
  ),
  reading(
    'the check of a case’s chain, of 100 in use',
    true,
    (record, read) => `${historyOf(record, inUse(record, read))}/check`,
  ),
];

/**
 * Measures the milliseconds of one request at a time, as the median of a round. Each request goes to both records, one
 * after the other.
 */
function reading(name: string, judged: boolean, pathOf: (record: Grown, read: number) => string): Measured {
  const timeOf = async (record: Grown, read: number): Promise<number> => {
    const began = performance.now();
    await record.auditor.read(pathOf(record, read));
    return performance.now() - began;
  };
  const measure = async ([small, big]: Both, round: number): Promise<readonly [number, number]> => {
    const [ofSmall, ofBig]: [number[], number[]] = [[], []];
    for (let read = round * READS; read < (round + 1) * READS; read++) {
      ofSmall.push(await timeOf(small, read));
      ofBig.push(await timeOf(big, read));
    }
    return [median(ofSmall), median(ofBig)];
  };
  return { name, judged, unit: 'ms', measure };
}

async function compareAll(records: Both, rounds: number): Promise<void> {
  const [small, big] = records;
  console.log(
    `load      ${String(big.cases)} cases against ${String(small.cases)}; medians of ${String(rounds)} rounds of ` +
      `${String(READS)} requests, one at a time; ratios are of speed, goal at least ${String(GOAL)}\n`,
  );
  for (const { name, judged, unit, measure } of MEASURED) {
    const [ofSmall, ofBig]: [number[], number[]] = [[], []];
    // The first round only warms up.
    for (let round = 0; round <= rounds; round++) {
      const [one, other] = await measure(records, round);
      if (round === 0) continue;
      ofSmall.push(one);
      ofBig.push(other);
    }
    const [one, other] = [median(ofSmall), median(ofBig)];
    const ratio = unit === 'ms' ? one / other : other / one;
    const verdict = judged ? (ratio >= GOAL ? ' (met)' : ' (MISSED)') : '';
    console.log(`${name.padEnd(44)} ${shown(one)} and ${shown(other)} ${unit}   ratio ${ratio.toFixed(2)}${verdict}`);
  }
}

const shown = (value: number): string => value.toFixed(value < 100 ? 2 : 0).padStart(8);
const seconds = (millis: number): string => `${(millis / 1000).toFixed(1)} s`;
const gibibytes = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(1)} GiB`;
const beganAt = performance.now();
const step = (done: string): void => {
  console.log(`${seconds(performance.now() - beganAt).padStart(9)}  ${done}`);
};
