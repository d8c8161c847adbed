import { domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import { upsertRows, type Projection } from '@parley/projections';
import type { EntityManager } from 'typeorm';
import { SERVICE_CATEGORY } from '../application/streams';
import { awaitedBy } from '../domain/agenda/awaited-by';
import type { NoticeServed } from '../domain/service/service-events';

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

/** The runs of clocks as the notices tell of them: for figures that anybody can make again from the record. */
export const figuresProjection: Projection = {
  name: 'figures',
  categories: [SERVICE_CATEGORY],
  tables: ['clock_runs'],
  concerns: ({ type }) => type === 'NoticeServed',
  async apply(manager, events, tables) {
    const table = tables('clock_runs');
    const runs = await newestRuns(manager, table, events);
    const changed = new Map<string, Run>();
    for (const recorded of events) {
      for (const run of runsAfter(runs, domainEventOf(recorded) as NoticeServed, streamIdOf(recorded.stream))) {
        runs.set(keyOf(run), run);
        changed.set(JSON.stringify([keyOf(run), run.run]), run);
      }
    }
    await upsertRows<Run>(manager, { table, key: ['case_id', 'context', 'deadline_id', 'run'], columns: COLUMNS }, [
      ...changed.values(),
    ]);
  },
};

const keyOf = ({ case_id, context, deadline_id }: Pick<Run, 'case_id' | 'context' | 'deadline_id'>): string =>
  JSON.stringify([case_id, context, deadline_id]);

/** Of each clock of the cases at hand its newest run. */
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
 * The runs that a notice ends, starts or moves. A clock that is started while it runs has moved; its time goes on from
 * its beginning.
 */
function runsAfter(runs: ReadonlyMap<string, Run>, { data }: NoticeServed, caseId: string): readonly Run[] {
  const { of, starts, ends, awaits } = data.notice;
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
    const awaited = awaitedBy(deadline, data.to, awaits);
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
