import { domainEventOf, streamIdOf } from '@parley/event-store';
import type { PersonId } from '@parley/kernel';
import type { Projection } from '@parley/projections';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { DESK_CATEGORY } from '../../streams';
import { agendaItemOf, type AgendaItem, type AgendaPlace, type AgendaRow } from '../agenda/agenda.table';
import type { DeskEvent } from './desk.rules';

/**
 * Who does which step, and which step is expected late. There are a few rows for each case, so each event is written by
 * itself.
 */
export const deskProjection: Projection = {
  name: 'desk',
  categories: [DESK_CATEGORY],
  tables: ['desk_work'],
  async apply(manager, events, tables) {
    for (const recorded of events) {
      const { data } = domainEventOf(recorded) as DeskEvent;
      const { context, deadlineId } = data;
      const assignee = 'assignee' in data ? data.assignee : null;
      const expectedOn = 'expectedOn' in data ? data.expectedOn : null;
      await manager.query(
        `INSERT INTO ${tables('desk_work')} AS work (case_id, context, deadline_id, assignee, expected_on)
           VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (case_id, context, deadline_id) DO UPDATE SET
           assignee = coalesce(excluded.assignee, work.assignee),
           expected_on = coalesce(excluded.expected_on, work.expected_on)`,
        [streamIdOf(recorded.stream), context, deadlineId, assignee, expectedOn],
      );
    }
  },
};

/** A step of the registry or the co-heads, with what the desk has done about it. */
export interface WorkItem extends AgendaItem {
  readonly assignee: PersonId | null;
  readonly expectedOn: string | null;
}

export interface WorkQuery {
  /** Only steps of this person or, with `null`, steps of nobody. */
  readonly assignee?: PersonId | null;
  readonly from?: AgendaPlace;
  readonly limit: number;
}

interface Row extends AgendaRow {
  readonly assignee: PersonId | null;
  readonly expected_on: string | null;
}

/** The steps that await the registry or the co-heads, earliest first. */
export class WorkQueue {
  constructor(private readonly database: DataSource) {}

  async page({ assignee, from, limit }: WorkQuery): Promise<readonly WorkItem[]> {
    const rows: Row[] = await this.database.manager.query(
      `SELECT item.case_id, item.context, item.owed_by, item.deadline, line.docket_number, line.subject,
         work.assignee, work.expected_on
       FROM intake.agenda_items AS item LEFT JOIN intake.cases AS line ON line.case_id = item.case_id
       LEFT JOIN intake.desk_work AS work ON work.case_id = item.case_id AND work.context = item.context
         AND work.deadline_id = item.deadline_id
       WHERE item.owed_by IN ('registry', 'coheads', 'panel-and-coheads') AND (NOT $1 OR work.assignee IS NOT DISTINCT FROM $2)
         AND ($3::timestamptz IS NULL
           OR (item.due_at, item.case_id, item.context, item.deadline_id) > ($3, $4::uuid, $5::text, $6::text))
       ORDER BY item.due_at, item.case_id, item.context, item.deadline_id LIMIT $7`,
      [
        assignee !== undefined,
        assignee ?? null,
        from?.dueAt ?? null,
        from?.caseId ?? null,
        from?.context ?? null,
        from?.id ?? null,
        limit,
      ],
    );
    return rows.map((row) => ({ ...agendaItemOf(row), assignee: row.assignee, expectedOn: row.expected_on }));
  }
}

/** What the registry's desk has done about its steps. */
export class IntakeDesk1738542300100 implements MigrationInterface {
  readonly name = 'IntakeDesk1738542300100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE intake.desk_work (
      case_id uuid NOT NULL,
      context text NOT NULL,
      deadline_id text NOT NULL,
      assignee text,
      expected_on text,
      PRIMARY KEY (case_id, context, deadline_id)
    )`);
    await runner.query("INSERT INTO intake.rebuildable (table_name) VALUES ('desk_work')");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM intake.rebuildable WHERE table_name = 'desk_work'");
    await runner.query('DROP TABLE intake.desk_work');
  }
}
