import type { Instant } from '@parley/kernel';
import type { EntityManager } from 'typeorm';
import { tableIn } from './bookkeeping-table';

/** Keeps what `Subscription.progress` reports. It never goes back. */
export async function recordProgress(
  manager: EntityManager,
  group: string,
  contexts: readonly string[],
  instant: Instant,
): Promise<void> {
  await manager.query(
    `INSERT INTO ${tableIn(manager, 'feed_progress')} AS kept (grp, context, instant)
     SELECT $1, context, $3::timestamptz FROM unnest($2::text[]) AS context
     ON CONFLICT (grp, context) DO UPDATE SET instant = greatest(kept.instant, excluded.instant)`,
    [group, contexts, instant],
  );
}

/** What must have been heard before a service may decide a date for which several contexts race. */
export interface HeardBefore {
  readonly group: string;
  readonly contexts: readonly string[];
  /** The case. */
  readonly subject: string;
  /**
   * Other subjects of the contexts that must have been answered too, such as a register that moves the clocks of every
   * case.
   */
  readonly alongside?: readonly string[];
  /**
   * This is recorded time, not the instant in law. An act that was received before a date may be recorded later, by as
   * much as a request may take. To be sure of every act before a date, ask for the date plus the request margin.
   */
  readonly instant: Instant;
}

/**
 * True when everything that each of the contexts recorded before the instant was answered for this case: the feed has
 * passed the instant, and nothing of the case is still to do or parked.
 */
export async function hasHeard(
  manager: EntityManager,
  { group, contexts, subject, alongside = [], instant }: HeardBefore,
): Promise<boolean> {
  const keys = contexts.flatMap((context) => [subject, ...alongside].map((each) => `${context}/${each}`));
  const rows: { heard: boolean }[] = await manager.query(
    `SELECT (SELECT count(*) FROM ${tableIn(manager, 'feed_progress')}
          WHERE grp = $1 AND context = ANY($2) AND instant >= $3) = cardinality($2::text[])
        AND NOT EXISTS (SELECT 1 FROM ${tableIn(manager, 'work')} WHERE key = ANY($4)) AS heard`,
    [group, contexts, instant, keys],
  );
  return rows[0]?.heard ?? false;
}
