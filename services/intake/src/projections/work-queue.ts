import type { PersonId } from '@parley/kernel';
import type { DataSource } from 'typeorm';
import { agendaItemOf, type AgendaItem, type AgendaPlace, type AgendaRow } from './agenda';

/** A step of the registry or the co-heads, with what the desk has done about it. */
export interface WorkItem extends AgendaItem {
  readonly assignee: PersonId | null;
  readonly expectedOn: string | null;
}

export interface WorkQuery {
  /** Only what this person is to do, or with `null` what nobody is. */
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
       WHERE item.owed_by IN ('registry', 'coheads') AND (NOT $1 OR work.assignee IS NOT DISTINCT FROM $2)
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
