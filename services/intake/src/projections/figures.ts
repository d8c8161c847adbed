import type { DataSource } from 'typeorm';
import { PUBLIC_CLOCKS } from '@parley/contracts';

/** The figures of one clock for one side: of the runs that have ended. */
export interface Figure {
  readonly stage: string;
  readonly clock: string;
  /** Code of the party, or the office, whose act was awaited; `parties` where it was either's. */
  readonly side: string;
  readonly runs: number;
  /** Runs that an act ended before the time was over. */
  readonly answered: number;
  readonly medianHours: number;
  readonly longestHours: number;
}

/** How long the steps of the procedure take, by stage and side. */
export class Figures {
  constructor(private readonly database: DataSource) {}

  /**
   * @param all with those that are not public: for the secretariat. Else of registered cases, and of clocks whose runs
   * are public facts
   */
  async of({ all }: { readonly all: boolean }): Promise<readonly Figure[]> {
    return this.database.manager.query(
      `SELECT stage, clock, side, count(*)::int AS runs, (count(*) FILTER (WHERE ended_at < due_at))::int AS answered,
         round(percentile_cont(0.5) WITHIN GROUP (ORDER BY hours)::numeric, 2)::float8 AS "medianHours", round(max(hours)::numeric, 2)::float8 AS "longestHours"
       FROM (
         SELECT run.stage, run.clock, run.due_at, run.ended_at, extract(epoch FROM run.ended_at - run.started_at) / 3600 AS hours,
           CASE WHEN run.awaited = 'complainant' THEN line.complainant WHEN run.awaited = 'respondent' THEN line.respondent
             WHEN run.awaited LIKE 'party:%' THEN substr(run.awaited, 7) WHEN run.awaited LIKE 'person:%' THEN 'panel' ELSE run.awaited END AS side
         FROM intake.clock_runs AS run JOIN intake.cases AS line ON line.case_id = run.case_id
         WHERE run.ended_at IS NOT NULL AND run.awaited <> 'nobody' AND ($1 OR (line.docket_number IS NOT NULL AND run.clock = ANY ($2)))
       ) AS ended
       GROUP BY stage, clock, side ORDER BY stage, clock, side`,
      [all, PUBLIC_CLOCKS],
    );
  }
}
