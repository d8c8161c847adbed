import { LagLog, type Lag } from './lag-log';
import { measureThroughput } from './measure-throughput';
import { median } from './median';
import { offerSteadily, type SteadyLoad } from './steady-load';
import type { Telling } from './telling';

/** One round at an offered rate. */
export interface LagRound extends Lag {
  /** Cases seen each second. */
  readonly reached: number;
}

/** All remaining cases must be seen within this time, or something is wrong. */
const PATIENCE_MS = 60_000;
/** Part of the offered rate. A rate below it was not reached, and its lags only show how long the queue grew. */
const REACHED = 0.95;

/** Offers cases at a steady rate, and waits until the last is seen. */
export async function offerRound(telling: Telling, load: SteadyLoad): Promise<LagRound> {
  const log = new LagLog();
  await offerSteadily(load, async () => {
    await telling.act(log);
  });
  await log.untilAllSeen(PATIENCE_MS);
  return { ...log.lag(), reached: log.seenPerSecond() };
}

/**
 * Measures the highest rate that can go on for ever. So many cases are on their way, and the next is told when one is
 * seen.
 */
export async function highestSteadyRate(telling: Telling, onTheirWay: number, seconds: number): Promise<LagRound> {
  const log = new LagLog();
  await measureThroughput(onTheirWay, seconds, async () => log.untilSeen(await telling.act(log)));
  return { ...log.lag(), reached: log.seenPerSecond() };
}

/** Shows whoever waits that it goes on, on standard error and so apart from the figures. */
export const sayRound = (perSecond: number, round: number, rounds: number): void =>
  console.error(`  … ${String(perSecond)}/s, round ${String(round + 1)} of ${String(rounds)}`);

/** The medians of several rounds. */
export const middleOf = (rounds: readonly LagRound[]): LagRound => ({
  reached: median(rounds.map(({ reached }) => reached)),
  p50: median(rounds.map(({ p50 }) => p50)),
  p99: median(rounds.map(({ p99 }) => p99)),
  handedP50: median(rounds.map(({ handedP50 }) => handedP50)),
});

export const isReached = (offered: number, { reached }: LagRound): boolean => reached >= REACHED * offered;

/** One line with the name, the offered rate, the reached rate and the lags. */
export function lagLine(what: string, { reached, p50, p99, handedP50 }: LagRound, offered?: number): string {
  const handed = Number.isNaN(handedP50) ? '' : `   until handed over p50 ${handedP50.toFixed(1)} ms`;
  const missed =
    offered !== undefined && reached < REACHED * offered ? '   NOT REACHED: the lags are those of a queue' : '';
  return (
    `  ${what.padEnd(34)} ${reached.toFixed(0).padStart(6)}/s   p50 ${p50.toFixed(1).padStart(7)} ms   p99 ` +
    `${p99.toFixed(1).padStart(7)} ms${handed}${missed}`
  );
}
