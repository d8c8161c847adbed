import { failureReason } from '@parley/messaging';
import type { EntityManager } from 'typeorm';
import { attempt } from './attempt';
import type { WorkKind } from './lanes';
import { isKept, parkedWork, parkWork, strikeOff, type WorkRow } from './work-table';

export interface Replaying {
  /** Only what is parked of this key; all of the kind when left out. */
  readonly key?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onFailure?: ((failure: unknown) => void) | undefined;
}

/**
 * Tries what is parked of a kind again, each once and in order, and what waits behind it.
 * @returns how many were done
 */
export async function replayParked(
  manager: EntityManager,
  kind: WorkKind,
  { key, signal, onFailure }: Replaying,
): Promise<number> {
  const parked = await parkedWork(manager, [kind.name], { key });
  let done = 0;
  for (const rows of Map.groupBy(parked, (row) => row.key).values()) {
    const finished: WorkRow[] = [];
    for (const row of rows) {
      if (signal?.aborted || kind.isWorthTrying?.(row) === false) break;
      // It may have been dismissed since.
      if (!(await isKept(manager, row))) continue;
      const failed = await attempt(kind, row, { tries: 1, ...(onFailure ? { onFailure } : {}) });
      if (!failed) {
        finished.push(row);
        continue;
      }
      await parkWork(manager, row, failureReason(failed.failure), 1);
      break;
    }
    // All at once, since what is first in a key holds the others back until then.
    if (finished.length > 0) await strikeOff(manager, finished);
    done += finished.length;
  }
  return done;
}
