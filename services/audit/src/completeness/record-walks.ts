import { instantFromMillis, type Instant } from '@parley/kernel';
import type { DataSource } from 'typeorm';
import type { Finding, Findings, WalkedRecord } from './record-walk';

/** The last walk over the whole record. */
export interface LastWalk extends WalkedRecord {
  readonly walkedAt: Instant;
}

/** How much a walk found in all. */
export const countOf = (found: Findings): number => Object.values(found).reduce((sum, count) => sum + count, 0);

/** Keeps what each night's walk came to. */
export class RecordWalks {
  constructor(private readonly database: DataSource) {}

  /** @param day whose nightly run may be still to come */
  async keep(day: string, { walkedAt, events, found, first }: LastWalk): Promise<void> {
    await this.database.query(
      `INSERT INTO audit.completeness_run (day, started_at, walked_at, events, found, first_found)
         VALUES ($1, to_timestamp(0), $2, $3, $4, $5)
       ON CONFLICT (day) DO UPDATE SET (walked_at, events, found, first_found) =
         (excluded.walked_at, excluded.events, excluded.found, excluded.first_found)`,
      [day, walkedAt, events, JSON.stringify(found), JSON.stringify(first)],
    );
  }

  async last(): Promise<LastWalk | null> {
    const [row] = await this.database.query<
      { walked_at: Date; events: string; found: Findings; first_found: readonly Finding[] }[]
    >(
      'SELECT walked_at, events, found, first_found FROM audit.completeness_run WHERE walked_at IS NOT NULL ' +
        'ORDER BY day DESC LIMIT 1',
    );
    return row
      ? {
          walkedAt: instantFromMillis(row.walked_at.getTime()),
          events: Number(row.events),
          found: row.found,
          first: row.first_found,
        }
      : null;
  }
}

/** The alarm that stands until a later walk finds nothing: a sentence that anybody may read, so it names no stream. */
export const alarmOf = (walk: LastWalk | null): readonly string[] =>
  walk === null || countOf(walk.found) === 0
    ? []
    : [`the record is not as it was written, by the check of ${walk.walkedAt}: ${String(countOf(walk.found))} found`];
