import { failureReason } from '@parley/messaging';
import type { DataSource, EntityManager } from 'typeorm';
import { attempt } from './attempt';
import type { WorkKind } from './lanes';
import { isKept, lockParked, parkedWork, parkWork, strikeOff, type WorkRow } from './work-table';

export interface Replaying {
  /** Only what is parked of this key; all of the kind when left out. */
  readonly key?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onFailure?: ((failure: unknown) => void) | undefined;
}

/**
 * Tries the parked rows of a kind again, each once and in order, and the rows that wait behind them. Nothing of a key
 * is dismissed meanwhile.
 * @returns how many were done
 */
export async function replayParked(dataSource: DataSource, kind: WorkKind, replaying: Replaying): Promise<number> {
  const parked = await parkedWork(dataSource.manager, [kind.name], { key: replaying.key });
  let done = 0;
  for (const [key, rows] of Map.groupBy(parked, (row) => row.key))
    done += await dataSource.transaction(async (holder) => {
      await lockParked(holder, { kind: kind.name, key });
      return replayInOrder(holder, dataSource.manager, kind, rows, replaying);
    });
  return done;
}

/** @param holder of the lock; writes do not go through it, so that no row stays locked while another is tried */
async function replayInOrder(
  holder: EntityManager,
  manager: EntityManager,
  kind: WorkKind,
  rows: readonly WorkRow[],
  { signal, onFailure }: Replaying,
): Promise<number> {
  const finished: WorkRow[] = [];
  for (const row of rows) {
    if (signal?.aborted || kind.isWorthTrying?.(row) === false) break;
    // The row may have been done or dismissed before the lock was taken.
    if (!(await isKept(holder, row))) continue;
    const failed = await attempt(kind, row, { tries: 1, ...(onFailure ? { onFailure } : {}) });
    if (failed) {
      await parkWork(manager, row, failureReason(failed.failure), 1);
      break;
    }
    finished.push(row);
  }
  // They are struck off together, since until then the first of a key holds back the others.
  if (finished.length > 0) await strikeOff(manager, finished);
  return finished.length;
}
