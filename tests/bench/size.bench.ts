import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ParleyProcess } from '../support/parley-process';
import { LoadClient } from './filing-load';
import { filingRequests } from './filing-requests';
import { describeMachine } from './machine';
import { measureThroughput } from './measure-throughput';
import { median } from './median';
import { canMeasureSizes, connectionsBelow, sizeOf, sizeOfChildren } from './process-size';

export interface SizeBenchOptions {
  /** Starts, of which the median counts. */
  readonly rounds: number;
  /** How long an idle system is watched, in seconds. */
  readonly idleSeconds: number;
  /** Length of the burst of filings, in seconds. */
  readonly burstSeconds: number;
}

const GOAL_START_SECONDS = 6;
const GOAL_MEBIBYTES = 400;
const GOAL_BURST_MEBIBYTES = 450;
const GOAL_IDLE_PERCENT = 1;
const GOAL_CONNECTIONS = 16;
const BURST_IN_FLIGHT = 64;
/** By then the work that a start leaves is done, and connections that only the start needed are let go. */
const AT_REST_SECONDS = 25;

/**
 * Measures how long the whole system takes to start, and how much memory and time it uses at rest and in a burst of
 * filings.
 */
export async function run(options: SizeBenchOptions): Promise<void> {
  console.log(`machine   ${describeMachine()}`);
  console.log(
    'system    all five services in one process on a PostgreSQL of its own, as npm start runs it after its build\n',
  );
  await showStarts(options.rounds);
  if (canMeasureSizes()) await showSizes(options);
  else console.log('memory and idle time need /proc, which this system does not have');
}

async function showStarts(rounds: number): Promise<void> {
  const times: Record<'fresh' | 'existing', number[]> = { fresh: [], existing: [] };
  for (let round = 0; round < rounds; round++) {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'parley-bench-'));
    chmodSync(dataDir, 0o755);
    for (const kind of ['fresh', 'existing'] as const) {
      const began = performance.now();
      const parley = await ParleyProcess.start({ dataDir });
      times[kind].push((performance.now() - began) / 1000);
      await parley.stop();
    }
    rmSync(dataDir, { recursive: true, force: true });
  }
  for (const [kind, each] of Object.entries(times)) {
    console.log(
      `from spawn to ready, ${kind.padEnd(8)} folder  ${median(each).toFixed(2).padStart(7)} ` +
        `s${verdict(median(each), GOAL_START_SECONDS, 's')}`,
    );
  }
}

async function showSizes({ idleSeconds, burstSeconds }: SizeBenchOptions): Promise<void> {
  const parley = await ParleyProcess.start();
  const client = new LoadClient(parley.url);
  try {
    await sleep(AT_REST_SECONDS * 1000);
    await showIdle(parley.pid, idleSeconds);
    const requests = await filingRequests(parley.url, 2_048);
    const peak = { node: 0, postgres: 0 };
    const watch = setInterval(() => {
      peak.node = Math.max(peak.node, sizeOf(parley.pid).memory);
      peak.postgres = Math.max(peak.postgres, sizeOfChildren(parley.pid).memory);
    }, 250);
    const { perSecond } = await measureThroughput(BURST_IN_FLIGHT, burstSeconds, () =>
      client.post(requests.whole(), 201),
    );
    clearInterval(watch);
    console.log(
      `memory of Node at its peak             ${mebibytes(peak.node)}${verdict(peak.node, GOAL_BURST_MEBIBYTES, 'MiB')}`,
    );
    console.log(`memory of PostgreSQL at its peak       ${mebibytes(peak.postgres)}`);
    console.log(
      `  in a burst of ${String(burstSeconds)} s, ${String(BURST_IN_FLIGHT)} in flight, ` +
        `${perSecond.toFixed(0)} filings/s`,
    );
  } finally {
    client.close();
    await parley.stop();
  }
}

async function showIdle(pid: number, seconds: number): Promise<void> {
  const [node, postgres] = [sizeOf(pid), sizeOfChildren(pid)];
  const began = performance.now();
  await sleep(seconds * 1000);
  const passed = (performance.now() - began) / 1000;
  const percent = (before: number, after: number): number => ((after - before) / passed) * 100;
  const [nodePercent, postgresPercent] = [
    percent(node.cpu, sizeOf(pid).cpu),
    percent(postgres.cpu, sizeOfChildren(pid).cpu),
  ];
  console.log(
    `memory of Node at rest                 ${mebibytes(node.memory)}${verdict(node.memory, GOAL_MEBIBYTES, 'MiB')}`,
  );
  console.log(`memory of PostgreSQL at rest           ${mebibytes(postgres.memory)}`);
  console.log(
    `processor of Node when idle            ${nodePercent.toFixed(2).padStart(7)} % of a core ` +
      `over ${String(seconds)} s`,
  );
  console.log(`processor of PostgreSQL when idle      ${postgresPercent.toFixed(2).padStart(7)} %`);
  const connections = connectionsBelow(pid);
  console.log(
    `connections to PostgreSQL at rest      ${String(connections).padStart(7)}` +
      verdict(connections, GOAL_CONNECTIONS, 'of them'),
  );
  const both = nodePercent + postgresPercent;
  console.log(
    `processor of both when idle            ${both.toFixed(2).padStart(7)} %${verdict(both, GOAL_IDLE_PERCENT, '%')}`,
  );
}

const mebibytes = (value: number): string => `${value.toFixed(0).padStart(7)} MiB`;
const verdict = (value: number, goal: number, unit: string): string =>
  ` (goal: at most ${String(goal)} ${unit}, ${value <= goal ? 'met' : 'MISSED'})`;
