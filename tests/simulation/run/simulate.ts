import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Instant } from '@parley/kernel';
import { added, noCoverage, uncovered, type Coverage } from '../covered/coverage';
import { coverageReport } from '../covered/coverage-report';
import { tellStory } from '../history/tell-story';
import { Secretariat } from '../secretariat/secretariat';
import { shrunk } from './shrink';
import { brokenIn, CASES_OF_A_WORLD, movesOfWorld, playWorld, type WorldReport } from './world';
import type { Share } from './world-worker';

export interface SimulateOptions {
  readonly cases: number;
  readonly seed: number;
  readonly workers: number;
  readonly onlyThis?: boolean;
}

/** So many findings are told in full at the end. Each was told in one line when it was found. */
const MOST_TOLD = 3;
/** A terminal shows one line that changes; anything else keeps every line. */
const [START, END, PROGRESS_MS] = process.stdout.isTTY ? ['\r', '', 1_000] : ['', '\n', 30_000];

interface Tally {
  cases: number;
  events: number;
  coverage: Coverage;
  readonly broken: WorldReport[];
}

/**
 * Plays so many cases in threads and prints what was found and covered.
 * @param folder where `run.cjs` lies
 * @returns true when no invariant was broken and nothing was left uncovered
 */
export async function simulate(
  { cases, seed, workers, onlyThis }: SimulateOptions,
  write: (text: string) => void,
  folder: string,
): Promise<boolean> {
  if (onlyThis === true) return tellOne(seed, write);
  const runs = Math.ceil(cases / CASES_OF_A_WORLD);
  const tally: Tally = { cases: 0, events: 0, coverage: noCoverage, broken: [] };
  const begun = performance.now();
  const progress = (end: string): void => {
    const perSecond = (tally.cases / ((performance.now() - begun) / 1_000)).toFixed(1);
    write(
      `${START}${String(tally.cases)} of ${String(runs * CASES_OF_A_WORLD)} cases, ${perSecond} a second, ` +
        `${String(tally.events)} events, ${String(tally.broken.length)} broken, seed ${String(seed)}${end}`,
    );
  };
  const ticking = setInterval(() => progress(END), PROGRESS_MS);
  const shares = Array.from({ length: workers }, (_, index): Share => ({
    first: seed + index,
    step: workers,
    runs: Math.floor((runs - index + workers - 1) / workers),
  }));
  const tellAtOnce = ({ seed: of, broken }: WorldReport): void =>
    write(`${START}Broken with seed ${String(of)}: ${broken.slice(0, MOST_TOLD).join('; ')}\n`);
  await Promise.all(shares.map((share) => threadOf(share, folder, tally, tellAtOnce)));
  clearInterval(ticking);
  progress('\n');
  const { services } = new Secretariat({
    start: '2025-01-06T08:00:00.000Z' as Instant,
    seed,
    feed: 'prompt',
    serves: true,
  });
  write(coverageReport(tally.coverage, services));
  for (const report of tally.broken.slice(0, MOST_TOLD)) await tellBroken(report.seed, write);
  return tally.broken.length === 0 && uncovered(tally.coverage, services).length === 0;
}

const threadOf = (share: Share, folder: string, tally: Tally, onBroken: (report: WorldReport) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(join(folder, 'run.cjs'), { workerData: share, execArgv: process.execArgv });
    worker.on('message', (report: WorldReport) => {
      tally.cases += report.cases;
      tally.events += report.events;
      tally.coverage = added(tally.coverage, report.coverage);
      if (report.broken.length === 0) return;
      tally.broken.push(report);
      onBroken(report);
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });

/** Tells the history of what broke, without the moves that it does not need. */
async function tellBroken(seed: number, write: (text: string) => void): Promise<void> {
  const invariants = new Set(brokenIn(await playWorld(seed)).map((says) => says.slice(0, 4)));
  const finds = async (moves: ReturnType<typeof movesOfWorld>) =>
    brokenIn(await playWorld(seed, moves)).some((says) => invariants.has(says.slice(0, 4)));
  const moves = await shrunk(movesOfWorld(seed), finds);
  const history = await playWorld(seed, moves);
  write(
    `\nThe story of seed ${String(seed)}, in ${String(moves.length)} moves (all of it: npm run simulate ` +
      `-- --only-this --seed ${String(seed)}):\n`,
  );
  write(`${brokenIn(history).join('\n')}\n${tellStory(history)}\n`);
}

async function tellOne(seed: number, write: (text: string) => void): Promise<boolean> {
  const history = await playWorld(seed);
  const broken = brokenIn(history);
  write(`${tellStory(history)}\n${broken.length > 0 ? broken.join('\n') : 'No invariant is broken.'}\n`);
  return broken.length === 0;
}
