import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 200;

/**
 * Asks until there is an answer; what is thrown counts as none.
 * @param what is waited for, for the message of the one who waited in vain
 * @throws when that takes longer than `withinMs`, with what was thrown last
 */
export async function until<T>(
  what: string,
  withinMs: number,
  ask: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
  const began = performance.now();
  let last: unknown;
  while (performance.now() - began < withinMs) {
    try {
      const found = await ask();
      if (found !== undefined) return found;
      last = undefined;
    } catch (failure) {
      last = failure;
    }
    await sleep(LOOK_MS);
  }
  throw new Error(
    `${what}: not in ${String(withinMs / 1_000)} s${last instanceof Error ? `, because ${last.message}` : ''}`,
  );
}
