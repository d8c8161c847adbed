import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 200;

/**
 * Asks until there is an answer. An error counts as none.
 * @param what is waited for, for the message when it does not come
 * @throws when that takes longer than `withinMs`, with the last error
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
