import { instantFromMillis, type Instant } from '@parley/kernel';
import type { EntityManager } from 'typeorm';
import { tableIn } from './bookkeeping-table';

/** How far one group has heard one partition of a context, where a transport splits contexts into partitions. */
export interface PartitionHeard {
  readonly group: string;
  readonly context: string;
  /** 0, 1, 2 … */
  readonly partition: number;
  /** All that the context recorded before it and that came through this partition was taken. */
  readonly instant: Instant;
}

/** Keeps how far one partition was heard, by whichever instance of the group. It never goes back. */
export async function recordPartitionProgress(
  manager: EntityManager,
  { group, context, partition, instant }: PartitionHeard,
): Promise<void> {
  await manager.query(
    `INSERT INTO ${tableIn(manager, 'partition_progress')} AS kept (grp, context, partition, instant)
       VALUES ($1, $2, $3, $4)
     ON CONFLICT (grp, context, partition) DO UPDATE SET instant = excluded.instant
       WHERE kept.instant < excluded.instant`,
    [group, context, partition, instant],
  );
}

/**
 * The instant before which all that a context recorded was heard, whatever partition it came through; `undefined` while
 * some partition has not been heard of.
 */
export async function heardOfAllPartitions(
  manager: EntityManager,
  { group, context, partitions }: Pick<PartitionHeard, 'group' | 'context'> & { readonly partitions: number },
): Promise<Instant | undefined> {
  const rows: { heard: Date | null }[] = await manager.query(
    `SELECT CASE WHEN count(*) = $3 THEN min(instant) END AS heard FROM ${tableIn(manager, 'partition_progress')}
     WHERE grp = $1 AND context = $2 AND partition < $3`,
    [group, context, partitions],
  );
  const heard = rows[0]?.heard;
  return heard ? instantFromMillis(heard.getTime()) : undefined;
}
