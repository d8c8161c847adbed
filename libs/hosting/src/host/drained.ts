import { pause } from '@parley/projections';

/** Seconds of a stop that are kept for closing, where there are so many. */
const CLOSING_SECONDS = 5;

/** Waits for those inside, but not so long that nothing is left of the time for closing. */
export async function drained(left: Promise<void>, seconds: number): Promise<void> {
  const enough = new AbortController();
  await Promise.race([left, pause(Math.max(seconds - CLOSING_SECONDS, seconds / 2) * 1_000, enough.signal)]);
  enough.abort();
}
