import { setTimeout as delay } from 'node:timers/promises';

/** Waits, but not longer than the signal lets it. Real time, whatever the clock of the services says. */
export async function pause(millis: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await delay(millis, undefined, { signal, ref: false }).catch(() => undefined);
}

/** Milliseconds to wait after so many failures in a row: doubling from 100 ms to 5 s. */
export const backoffMillis = (failures: number): number => Math.min(5_000, 100 * 2 ** Math.min(failures - 1, 10));
