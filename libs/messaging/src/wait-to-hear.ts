import { setTimeout as delay } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { hasHeard, type HeardBefore } from './feed-progress';

/** How long somebody waits. */
export interface Patience {
  /** Milliseconds; a feed that does not stand still reports about every second. */
  readonly patienceMs: number;
  readonly signal?: AbortSignal;
}

const LOOK_MS = 50;

/**
 * Waits until everything that contexts recorded of a case before an instant was handled here.
 * @returns false when patience ended first
 */
export async function waitToHear(
  manager: EntityManager,
  hearing: HeardBefore,
  { patienceMs, signal }: Patience,
): Promise<boolean> {
  for (let waited = 0; waited < patienceMs; waited += LOOK_MS) {
    if (await hasHeard(manager, hearing)) return true;
    await delay(LOOK_MS, undefined, signal ? { signal } : {});
  }
  return false;
}
