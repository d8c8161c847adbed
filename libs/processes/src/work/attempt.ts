import { setTimeout as delay } from 'node:timers/promises';
import type { WorkKind } from './lanes';
import type { WorkRow } from './work-table';

/** How often, and how soon again, something is tried. */
export interface Attempts {
  /** Times that something is tried before it is parked; 5 when left out. */
  readonly tries?: number;
  /** Milliseconds before the second try, doubled for each further one; 20 when left out. */
  readonly retryMs?: number;
  readonly onFailure?: (failure: unknown) => void;
}

const [TRIES, RETRY_MS] = [5, 20];

/** @returns what the last try threw, and how many there were; `undefined` when it is done */
export async function attempt(
  kind: WorkKind,
  row: WorkRow,
  { tries = TRIES, retryMs = RETRY_MS, onFailure }: Attempts,
): Promise<{ readonly failure: unknown; readonly tries: number } | undefined> {
  for (let tried = 1; ; tried++) {
    try {
      await kind.do(row);
      return undefined;
    } catch (failure) {
      onFailure?.(failure);
      if (tried >= tries) return { failure, tries: tried };
      await delay(retryMs * 2 ** (tried - 1));
    }
  }
}
