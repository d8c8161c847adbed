import { PUBLIC_CLOCKS } from '@parley/contracts';
import { streamIdOf, type RecordedEvent } from '@parley/event-store';
import { upsertRows, type Projection } from '@parley/projections';
import type { DataSource, EntityManager, MigrationInterface, QueryRunner } from 'typeorm';
import { SERVICE_CATEGORY } from '../../streams';
import { awaitedBy } from '../agenda/agenda.rules';
import type { NoticeSources } from '../notices/notice-sources';
import type { Notice } from '../notices/notices.rules';

interface Run {
  readonly case_id: string;
  readonly context: string;
  readonly deadline_id: string;
  /** 0 for the first time that the clock ran under this id. */
  readonly run: number;
  readonly clock: string;
  readonly stage: string;
  readonly awaited: string;
  readonly started_at: string;
  readonly due_at: string;
  readonly ended_at: string | null;
}

const COLUMNS = {
  case_id: 'uuid',
  context: 'text',
  deadline_id: 'text',
  run: 'integer',
  clock: 'text',
  stage: 'text',
  awaited: 'text',
  started_at: 'timestamptz',
  due_at: 'timestamptz',
  ended_at: 'timestamptz',
} as const;

/** The runs of clocks as the notices tell them, for figures that anybody can make again from the record. */
export const figuresProjection = (sources: NoticeSources): Projection => ({
  name: 'figures',
  categories: [SERVICE_CATEGORY],
  tables: ['clock_runs'],
  concerns: ({ type }) => type === 'NoticesServed',
  async apply(manager, events, tables) {
    const table = tables('clock_runs');
    const runs = await newestRuns(manager, table, events);
    const changed = new Map<string, Run>();
    const served = await sources.servedBy(events);
    for (const recorded of events) {
      for (const notice of served.get(recorded.eventId) ?? []) {
        for (const run of runsAfter(runs, notice, streamIdOf(recorded.stream))) {
          runs.set(keyOf(run), run);
          changed.set(JSON.stringify([keyOf(run), run.run]), run);
        }
      }
    }
    await upsertRows<Run>(manager, { table, key: ['case_id', 'context', 'deadline_id', 'run'], columns: COLUMNS }, [
      ...changed.values(),
    ]);
  },
});

const keyOf = ({ case_id, context, deadline_id }: Pick<Run, 'case_id' | 'context' | 'deadline_id'>): string =>
  JSON.stringify([case_id, context, deadline_id]);

/** The newest run of each clock of the cases at hand. */
async function newestRuns(
  manager: EntityManager,
  table: string,
  events: readonly RecordedEvent[],
): Promise<Map<string, Run>> {
  const rows: Run[] = await manager.query(
    `SELECT DISTINCT ON (case_id, context, deadline_id) case_id, context, deadline_id, run, clock, stage, awaited,
       started_at::text, due_at::text, ended_at::text
     FROM ${table} WHERE case_id = ANY($1) ORDER BY case_id, context, deadline_id, run DESC`,
    [[...new Set(events.map(({ stream }) => streamIdOf(stream)))]],
  );
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/**
 * The runs that a notice ends, starts or moves. A clock that is started while it runs has moved, and its run goes on
 * from its beginning.
 */
function runsAfter(
  runs: ReadonlyMap<string, Run>,
  { of, starts, ends, awaits }: Notice,
  caseId: string,
): readonly Run[] {
  const { context, at } = of;
  const newest = (id: string): Run | undefined => runs.get(keyOf({ case_id: caseId, context, deadline_id: id }));
  const ended = ends.flatMap((id) => {
    const run = newest(id);
    return run?.ended_at === null ? [{ ...run, ended_at: at }] : [];
  });
  const started = starts.map((deadline) => {
    const before = newest(deadline.id);
    if (before?.ended_at === null && !ends.includes(deadline.id)) return { ...before, due_at: deadline.dueAt };
    const { clock, stage, dueAt } = deadline;
    const awaited = awaitedBy(deadline, awaits);
    const run = before ? before.run + 1 : 0;
    return {
      case_id: caseId,
      context,
      deadline_id: deadline.id,
      run,
      clock,
      stage,
      awaited,
      started_at: at,
      due_at: dueAt,
      ended_at: null,
    };
  });
  return [...ended, ...started];
}

/** The figures of one clock for one side, from the runs that have ended. */
export interface Figure {
  readonly stage: string;
  readonly clock: string;
  /** Code of the party, or the office, whose act was awaited; `parties` when either party could act. */
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
   * @param all whether to include figures that are not public, for the secretariat. Otherwise only registered cases
   *   count, and only clocks whose runs are public facts
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

/** Every run of every clock: when it started, when it was to end, and when it did. */
export class IntakeFigures1738542400100 implements MigrationInterface {
  readonly name = 'IntakeFigures1738542400100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE intake.clock_runs (
      case_id uuid NOT NULL,
      context text NOT NULL,
      deadline_id text NOT NULL,
      run integer NOT NULL,
      clock text NOT NULL,
      stage text NOT NULL,
      awaited text NOT NULL,
      started_at timestamptz NOT NULL,
      due_at timestamptz NOT NULL,
      ended_at timestamptz,
      PRIMARY KEY (case_id, context, deadline_id, run)
    )`);
    await runner.query("INSERT INTO intake.rebuildable (table_name) VALUES ('clock_runs')");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM intake.rebuildable WHERE table_name = 'clock_runs'");
    await runner.query('DROP TABLE intake.clock_runs');
  }
}
