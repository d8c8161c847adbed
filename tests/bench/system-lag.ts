import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ParleyProcess } from '../support/parley-process';
import { openBenchDatabase } from './bench-database';
import type { DistributedBenchOptions } from './distributed.bench';
import { filingRequests } from './filing-requests';
import { highestSteadyRate, isReached, lagLine, middleOf, offerRound, sayRound, type LagRound } from './lag-rounds';
import { canMeasureSizes, proportionalOf, sizeOf } from './process-size';
import { systemTelling } from './system-telling';
import type { Telling } from './telling';

const BODY_BYTES = 2_048;
const MOST_IN_FLIGHT = 64;
const ON_THEIR_WAY = 32;

/**
 * Measures the distributed form as a whole: the way from the gateway's 201 of a filing to the audit's case file, and
 * the memory of each process.
 */
export async function showSystem(options: DistributedBenchOptions): Promise<void> {
  const closing: (() => Promise<unknown>)[] = [];
  try {
    console.error('  … starts the distributed form');
    const database = await openBenchDatabase();
    closing.push(() => database.close());
    const parley = await ParleyProcess.start({ form: 'distributed', env: { PARLEY_DATABASE_URL: database.url } });
    closing.push(() => parley.stop());
    const requests = await filingRequests(parley.url, BODY_BYTES);
    console.log(
      '\nsystem     five services, a gateway, a Kafka and a PostgreSQL, each a process of its own; ' +
        `filings of ${String(requests.bytes)} B JSON through the gateway`,
    );
    console.log(
      '           from the 201 of a filing to the commit of the audit’s case file, from which on it ' +
        'shows the case’s history\n',
    );
    const telling = await systemTelling(parley.url, database.url, requests);
    closing.push(() => telling.stop());
    await offerRound(telling, { perSecond: 20, seconds: 3, mostInFlight: MOST_IN_FLIGHT });
    await showRates(telling, options);
    console.log(`  highest steady rate, ${String(ON_THEIR_WAY)} filings on their way`);
    console.log(lagLine('201 to the audit', await highestSteadyRate(telling, ON_THEIR_WAY, options.seconds)));
    showMemory(parley.dataDir);
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

/** Shows the rates from the lowest up. After one that is not reached, a higher one would only make a longer queue. */
async function showRates(telling: Telling, { rates, seconds, rounds }: DistributedBenchOptions): Promise<void> {
  let missed: number | undefined;
  for (const perSecond of rates.toSorted((a, b) => a - b)) {
    console.log(`  ${String(perSecond)}/s offered`);
    if (missed !== undefined) {
      console.log(`    not tried: ${String(missed)}/s was not reached on this machine`);
      continue;
    }
    const results: LagRound[] = [];
    for (let round = 0; round < rounds; round++) {
      sayRound(perSecond, round, rounds);
      results.push(await offerRound(telling, { perSecond, seconds, mostInFlight: MOST_IN_FLIGHT }));
    }
    const middle = middleOf(results);
    console.log(lagLine('201 to the audit', middle, perSecond));
    if (!isReached(perSecond, middle)) missed = perSecond;
  }
}

/** Shows the memory of the processes after the load. */
function showMemory(dataDir: string): void {
  if (!canMeasureSizes()) {
    console.log('  memory needs /proc, which this system does not have');
    return;
  }
  console.log('\n  memory after the load              resident   proportional');
  const listed = JSON.parse(readFileSync(path.join(dataDir, 'processes.json'), 'utf8')) as readonly {
    readonly name: string;
    readonly pid: number | null;
  }[];
  for (const { name, pid } of listed) {
    if (pid !== null)
      console.log(
        `  ${name.padEnd(34)} ${sizeOf(pid).memory.toFixed(0).padStart(4)} MiB   ` +
          `${proportionalOf(pid).toFixed(0).padStart(8)} MiB`,
      );
  }
}
