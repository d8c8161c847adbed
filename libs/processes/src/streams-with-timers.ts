import type { Instant } from '@parley/kernel';
import { tableIn } from '@parley/messaging';
import type { DataSource } from 'typeorm';

/**
 * The streams of some categories in which a deadline runs that ends after an instant, and not after another where one
 * is given.
 */
export async function streamsWithTimers(
  dataSource: DataSource,
  categories: readonly string[],
  { after, until }: { readonly after: Instant; readonly until?: Instant },
): Promise<readonly string[]> {
  const rows: { stream: string }[] = await dataSource.query(
    `SELECT DISTINCT stream FROM ${tableIn(dataSource.manager, 'timers')}
     WHERE state = 'open' AND due_at > $1 AND ($2::timestamptz IS NULL OR due_at <= $2)
       AND split_part(stream, '-', 1) = ANY($3) ORDER BY stream`,
    [after, until ?? null, categories],
  );
  return rows.map(({ stream }) => stream);
}
