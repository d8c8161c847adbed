import { instantFromMillis, type Instant } from '@parley/kernel';
import type { DataSource } from 'typeorm';
import type { Gap } from '../../domain/completeness/gap';

/** What the last check of a case came to. */
export interface LastCheck {
  readonly checkedAt: Instant;
  readonly gaps: readonly Gap[];
}

/** The last whole run over all cases. */
export interface LastRun {
  readonly endedAt: Instant;
  readonly cases: number;
  readonly incomplete: number;
}

/** A run that did not end in so many hours was killed, and another takes its day. */
const RUN_HOURS = 6;

/** Keeps what the nightly checks came to. */
export class CompletenessTable {
  constructor(private readonly database: DataSource) {}

  /** Takes a day's run. @returns false when another process has it, or had it */
  async claim(day: string): Promise<boolean> {
    const claimed: unknown[] = await this.database.query(
      `INSERT INTO audit.completeness_run AS run (day, started_at) VALUES ($1, now())
       ON CONFLICT (day) DO UPDATE SET started_at = now() WHERE run.ended_at IS NULL
         AND run.started_at < now() - make_interval(hours => $2)
       RETURNING 1`,
      [day, RUN_HOURS],
    );
    return claimed.length > 0;
  }

  async keep(caseId: string, { checkedAt, gaps }: LastCheck): Promise<void> {
    await this.database.query(
      `INSERT INTO audit.completeness (case_id, checked_at, gaps) VALUES ($1, $2, $3)
       ON CONFLICT (case_id) DO UPDATE SET checked_at = excluded.checked_at, gaps = excluded.gaps`,
      [caseId, checkedAt, JSON.stringify(gaps)],
    );
  }

  async end(day: string, { endedAt, cases, incomplete }: LastRun): Promise<void> {
    await this.database.query(
      'UPDATE audit.completeness_run SET ended_at = $2, cases = $3, incomplete = $4 WHERE day = $1',
      [day, endedAt, cases, incomplete],
    );
  }

  async lastOf(caseId: string): Promise<LastCheck | null> {
    const [row] = await this.database.query<{ checked_at: Date; gaps: readonly Gap[] }[]>(
      'SELECT checked_at, gaps FROM audit.completeness WHERE case_id = $1',
      [caseId],
    );
    return row ? { checkedAt: instantFromMillis(row.checked_at.getTime()), gaps: row.gaps } : null;
  }

  async lastRun(): Promise<LastRun | null> {
    const [row] = await this.database.query<{ ended_at: Date; cases: number; incomplete: number }[]>(
      'SELECT ended_at, cases, incomplete FROM audit.completeness_run WHERE ended_at IS NOT NULL ' +
        'ORDER BY day DESC LIMIT 1',
    );
    return row
      ? { endedAt: instantFromMillis(row.ended_at.getTime()), cases: row.cases, incomplete: row.incomplete }
      : null;
  }
}
