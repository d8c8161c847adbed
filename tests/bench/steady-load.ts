import { setTimeout as sleep } from 'node:timers/promises';

export interface SteadyLoad {
  readonly perSecond: number;
  readonly seconds: number;
  /**
   * Calls that may be under way. Calls that are due beyond that are left out, so the load is then less than the offered
   * one.
   */
  readonly mostInFlight: number;
}

const TICK_MS = 2;

/**
 * Begins calls at a steady rate, whether or not those before them were answered, and resolves when all are answered.
 * @throws the error of the first call that failed
 */
export async function offerSteadily(
  { perSecond, seconds, mostInFlight }: SteadyLoad,
  call: () => Promise<void>,
): Promise<void> {
  const inFlight = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const began = performance.now();
  let passed = 0;
  for (let begun = 0; passed < seconds && failures.length === 0; passed = (performance.now() - began) / 1000) {
    const due = Math.floor(passed * perSecond);
    while (begun < due && inFlight.size < mostInFlight) {
      begun += 1;
      const called: Promise<void> = call()
        .catch((failure: unknown) => void failures.push(failure))
        .finally(() => inFlight.delete(called));
      inFlight.add(called);
    }
    begun = due;
    await sleep(TICK_MS);
  }
  await Promise.all(inFlight);
  if (failures.length > 0) throw failures[0];
}
