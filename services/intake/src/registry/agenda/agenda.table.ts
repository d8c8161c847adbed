import { hasRole, type Caller } from '@parley/access';
import { instantFromMillis, type CaseId, type Instant, type Text } from '@parley/kernel';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import type { RunningDeadline } from '../../case/common-refusals.rules';
import type { Awaited } from './agenda.rules';

/** A running deadline, with what a reader needs to know of its case. */
export interface AgendaItem {
  /** The case. For a deadline without a case, the agreement of the register or the request on the hotline. */
  readonly caseId: CaseId;
  /** Path under which the case, agreement or request is read. */
  readonly link: string;
  readonly context: string;
  readonly awaited: Awaited;
  readonly deadline: RunningDeadline;
  readonly docketNumber: string | null;
  readonly subject: readonly Text[];
}

/** A page of an agenda begins after this place. */
export interface AgendaPlace {
  readonly dueAt: Instant;
  readonly caseId: string;
  readonly context: string;
  readonly id: string;
}

/** A case in which a limit ended in a span of time. */
export interface EndingInCase {
  readonly caseId: CaseId;
  /** True when a limit of another context than the intake ended. */
  readonly elsewhere: boolean;
}

export interface AgendaQuery {
  readonly from?: AgendaPlace;
  readonly limit: number;
  /** What of it the reader asks for; all of it when left out. */
  readonly asked?: AskedOfAgenda;
}

/** Instants in any zone: the first at which it is due, and the first at which it is too late to be meant. */
export interface AskedOfAgenda {
  readonly dueFrom?: string;
  readonly dueTo?: string;
  readonly stage?: string;
  readonly clock?: string;
  readonly caseId?: CaseId;
}

/** A row of the agenda with the line of its case. */
export interface AgendaRow {
  readonly case_id: CaseId;
  readonly context: string;
  readonly owed_by: Awaited;
  readonly deadline: RunningDeadline;
  readonly docket_number: string | null;
  /** `null` when it belongs to no case. */
  readonly subject: readonly Text[] | null;
}

/** What is due, earliest first, for one reader or in one case. */
export class Agenda {
  constructor(private readonly database: DataSource) {}

  /** Deadlines that await an act of a person, or of the person's party, office or panel, and of nobody else (I-43). */
  of(caller: Caller, query: AgendaQuery): Promise<readonly AgendaItem[]> {
    return this.find(this.dueFrom(caller), query);
  }

  /** Whether anything that `of` gives is due after an instant and not after another. */
  async hasDue(caller: Caller, after: Instant, until: Instant): Promise<boolean> {
    const { sql, parameters } = this.dueFrom(caller);
    const next = parameters.length;
    const rows: unknown[] = await this.database.manager.query(
      `SELECT 1 FROM intake.agenda_items AS item LEFT JOIN intake.cases AS line ON line.case_id = item.case_id
       WHERE (${sql}) AND item.due_at > $${next + 1} AND item.due_at <= $${next + 2} LIMIT 1`,
      [...parameters, after, until],
    );
    return rows.length > 0;
  }

  /** All running deadlines of a case. The caller of this has seen to it that the case may be read. */
  inCase(caseId: CaseId, query: AgendaQuery): Promise<readonly AgendaItem[]> {
    return this.find({ sql: 'item.case_id = $1', parameters: [caseId] }, query);
  }

  /**
   * Cases in which a limit of any context ended in a span of time: after its beginning and not after its end. A time of
   * the hotline is moved by its own length, and is no limit of the case.
   */
  async endingIn(from: Instant, to: Instant): Promise<readonly EndingInCase[]> {
    const rows: { case_id: CaseId; elsewhere: boolean }[] = await this.database.manager.query(
      "SELECT case_id, bool_or(context <> 'intake') AS elsewhere FROM intake.agenda_items WHERE due_at > " +
        "$1 AND due_at <= $2 AND deadline ->> 'stage' <> 'hotline' GROUP BY case_id ORDER BY case_id",
      [from, to],
    );
    return rows.map(({ case_id, elsewhere }) => ({ caseId: case_id, elsewhere }));
  }

  /** Cases in which a claimed late entry waits for an answer, in whatever context. */
  async awaitingAnswer(): Promise<readonly EndingInCase[]> {
    const rows: { case_id: CaseId; elsewhere: boolean }[] = await this.database.manager.query(
      "SELECT case_id, bool_or(context <> 'intake') AS elsewhere FROM intake.agenda_items WHERE deadline ->> 'clock' " +
        "= 'late-entry-answer' GROUP BY case_id ORDER BY case_id",
    );
    return rows.map(({ case_id, elsewhere }) => ({ caseId: case_id, elsewhere }));
  }

  private async find(whose: Condition, { from, limit, asked = {} }: AgendaQuery): Promise<readonly AgendaItem[]> {
    const { manager } = this.database;
    const { sql, parameters } = narrowed(whose, asked);
    const next = parameters.length;
    const behind = from
      ? ` AND (item.due_at, item.case_id, item.context, item.deadline_id) > ($${next + 2}::timestamptz, ` +
        `$${next + 3}::uuid, $${next + 4}, $${next + 5})`
      : '';
    const rows: AgendaRow[] = await manager.query(
      `SELECT item.case_id, item.context, item.owed_by, item.deadline, line.docket_number, line.subject
       FROM intake.agenda_items AS item LEFT JOIN intake.cases AS line ON line.case_id = item.case_id
       WHERE (${sql})${behind} ORDER BY item.due_at, item.case_id, item.context, item.deadline_id LIMIT $${next + 1}`,
      [...parameters, limit, ...(from ? [from.dueAt, from.caseId, from.context, from.id] : [])],
    );
    return rows.map(agendaItemOf);
  }

  private dueFrom(caller: Caller): Condition {
    const { personId, party } = caller.kind === 'person' ? caller : NOBODY;
    if (hasRole(caller, 'registry'))
      return { sql: "item.owed_by = 'registry' OR item.owed_by = 'registry:' || $1", parameters: [party] };
    if (hasRole(caller, 'cohead'))
      return { sql: "item.owed_by IN ('coheads', 'parties-and-coheads', 'panel-and-coheads')", parameters: [] };
    if (hasRole(caller, 'panel')) {
      const seats = 'SELECT case_id FROM intake.panel_seats WHERE person_id = $1';
      return {
        sql: `item.owed_by = 'person:' || $1 OR (item.owed_by IN ('panel', 'panel-and-coheads') AND item.case_id IN (${seats}))`,
        parameters: [personId],
      };
    }
    return hasRole(caller, 'desk') || hasRole(caller, 'auditor') ? { sql: OF_PARTY, parameters: [party] } : NOTHING;
  }
}

/** The condition with what a reader asks for. It never gives more than the condition alone. */
const narrowed = (whose: Condition, { dueFrom, dueTo, stage, clock, caseId }: AskedOfAgenda): Condition =>
  (
    [
      ['item.due_at >= $::timestamptz', dueFrom],
      ['item.due_at < $::timestamptz', dueTo],
      ["item.deadline ->> 'stage' = $", stage],
      ["item.deadline ->> 'clock' = $", clock],
      ['item.case_id = $', caseId],
    ] as const
  ).reduce<Condition>(
    ({ sql, parameters }, [test, value]) =>
      value === undefined
        ? { sql, parameters }
        : {
            sql: `(${sql}) AND ${test.replace('$', `$${String(parameters.length + 1)}`)}`,
            parameters: [...parameters, value],
          },
    whose,
  );

interface Condition {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

const NOBODY = { personId: null, party: null };
const NOTHING: Condition = { sql: 'false', parameters: [] };

const OF_PARTY = `(line.complainant = $1 AND item.owed_by IN ('complainant', 'parties', 'parties-and-coheads'))
  OR (line.respondent = $1 AND item.owed_by IN ('respondent', 'parties', 'parties-and-coheads'))
  OR item.owed_by = 'party:' || $1 OR (line.case_id IS NULL AND item.owed_by = 'parties' AND $1 IS NOT NULL)`;

/**
 * A deadline without a case is of an agreement of the register, which the referral keeps, or of a request on the
 * hotline.
 */
const linkOf = ({ case_id: id, context, subject }: AgendaRow): string =>
  subject !== null ? `/v1/cases/${id}` : context === 'referral' ? `/v1/agreements/${id}` : `/v1/hotline/${id}`;

export const agendaItemOf = (row: AgendaRow): AgendaItem => ({
  caseId: row.case_id,
  link: linkOf(row),
  context: row.context,
  awaited: row.owed_by,
  deadline: row.deadline,
  docketNumber: row.docket_number,
  subject: row.subject ?? [],
});

export const placeOf = ({ caseId, context, deadline }: AgendaItem): AgendaPlace => ({
  dueAt: instantFromMillis(Date.parse(deadline.dueAt)),
  caseId,
  context,
  id: deadline.id,
});

/** The running deadlines of every case in every context, and the heartbeat of the system that keeps them. */
export class IntakeAgenda1738542100100 implements MigrationInterface {
  readonly name = 'IntakeAgenda1738542100100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE intake.agenda_items (
      case_id uuid NOT NULL,
      context text NOT NULL,
      deadline_id text NOT NULL,
      owed_by text NOT NULL,
      due_at timestamptz NOT NULL,
      deadline jsonb NOT NULL,
      PRIMARY KEY (case_id, context, deadline_id)
    )`);
    await runner.query('CREATE INDEX agenda_items_owed ON intake.agenda_items (owed_by, due_at)');
    await runner.query("INSERT INTO intake.rebuildable (table_name) VALUES ('agenda_items')");
    await runner.query(
      'CREATE TABLE intake.heartbeat (only_one boolean PRIMARY KEY CHECK (only_one), at timestamptz NOT ' +
        'NULL, beaten_at timestamptz NOT NULL)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM intake.rebuildable WHERE table_name = 'agenda_items'");
    await runner.query('DROP TABLE intake.heartbeat, intake.agenda_items');
  }
}
