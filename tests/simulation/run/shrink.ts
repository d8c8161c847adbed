import type { Move } from '../history/move';

/** Plays at most so many histories in search of a shorter one. */
const MOST_TRIES = 250;

/**
 * Leaves out moves as long as the same thing is still found: halves first, then quarters, in the end single moves.
 * @param finds plays the moves and says whether the thing is found
 */
export async function shrunk(
  moves: readonly Move[],
  finds: (moves: readonly Move[]) => Promise<boolean>,
): Promise<readonly Move[]> {
  let best = moves;
  let tries = 0;
  for (
    let size = Math.ceil(best.length / 2);
    size >= 1 && tries < MOST_TRIES;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let from = 0; from < best.length && tries < MOST_TRIES;) {
      const without = [...best.slice(0, from), ...best.slice(from + size)];
      tries += 1;
      if (await finds(without)) best = without;
      else from += size;
    }
  }
  return best;
}
