import { setTimeout as delay } from 'node:timers/promises';

/** Waits until something comes true. @throws with `words` when it has not in so many milliseconds */
export async function within(millis: number, words: string, isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const until = performance.now() + millis;
  while (!(await isTrue())) {
    if (performance.now() > until) throw new Error(words);
    await delay(10);
  }
}
