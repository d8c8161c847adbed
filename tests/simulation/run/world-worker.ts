import { parentPort, workerData } from 'node:worker_threads';
import { reportOf } from './world';

/** The runs that one thread plays: `runs` seeds from the first on, `step` apart. */
export interface Share {
  readonly first: number;
  readonly step: number;
  readonly runs: number;
}

/** Plays the share that this thread was given, and posts the report of each run. */
export async function workThrough(): Promise<void> {
  const { first, step, runs } = workerData as Share;
  for (let run = 0; run < runs; run++) parentPort?.postMessage(await reportOf(first + run * step));
}
