import { plusMillis, type Instant } from '@parley/kernel';
import { seededRandom, type SeededRandom } from '../../chaos/seeded-random';

/**
 * One move of the parties: how long they wait, and a number from which everything else is drawn. The result of a move
 * depends on the state of the case then, so a history can still happen after moves were left out of it.
 */
export interface Move {
  /** 0 to 99. */
  readonly wait: number;
  readonly pick: number;
}

export const WAITS = 100;
export const PICKS = 2 ** 31;

export function movesOf(seed: number, count: number): readonly Move[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => ({ wait: random.between(0, WAITS), pick: random.between(0, PICKS) }));
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Milliseconds from an expiry at which an act about it is sent: before it, at it, after it, and while its default is
 * under way.
 */
const ABOUT_EXPIRY = [-MINUTE, -1000, -1, 0, 1, 1000, 20_000];

/** When a move comes: at once, within the day, after some days, or within a blink of the next expiry. */
export function instantOf(
  { wait }: Move,
  now: Instant,
  nextExpiry: Instant | undefined,
  random: SeededRandom,
): Instant {
  if (wait < 66) return plusMillis(now, random.between(0, 20 * MINUTE));
  if (wait < 86) return plusMillis(now, random.between(HOUR, 12 * HOUR));
  if (wait < 92) return plusMillis(now, random.between(12 * HOUR, 2 * DAY));
  if (nextExpiry === undefined) return plusMillis(now, random.between(DAY, 10 * DAY));
  const about = plusMillis(nextExpiry, random.pick(ABOUT_EXPIRY));
  return about > now ? about : plusMillis(now, 1);
}
