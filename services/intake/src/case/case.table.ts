import { domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { PartyCode, Text } from '@parley/kernel';
import { measureKeys, numeralsOf } from '@parley/procedure';
import { upsertRows, type Projection } from '@parley/projections';
import { Column, Entity, PrimaryColumn, type EntityManager, type MigrationInterface, type QueryRunner } from 'typeorm';
import { CASE_CATEGORY } from '../streams';
import type { CaseEvent, MovesClocks } from './case-events.rules';
import type { Grievance } from './filing/file-grievance.rules';

/** One line of the list of cases. */
@Entity('cases')
export class CaseRow {
  @PrimaryColumn({ name: 'case_id', type: 'uuid' })
  caseId: string;

  @Column({ name: 'docket_number', type: 'text', nullable: true })
  docketNumber: string | null;

  @Column({ type: 'text' })
  status: string;

  @Column({ type: 'text' })
  complainant: PartyCode;

  @Column({ type: 'text' })
  respondent: PartyCode;

  @Column({ type: 'jsonb' })
  subject: readonly Text[];

  @Column({ name: 'filed_at', type: 'timestamptz' })
  filedAt: Date;

  /** Keys of all measures that were ever complained of in it. */
  @Column({ type: 'jsonb' })
  measures: readonly string[];

  /** Numerals of the number of each of them. */
  @Column({ name: 'measure_numbers', type: 'jsonb' })
  measureNumbers: readonly (readonly string[])[];

  /** Codes of all agreements under which a claim was ever made in it. */
  @Column({ type: 'jsonb' })
  agreements: readonly string[];

  /** How its screening ended; `null` while it goes on. */
  @Column({ type: 'text', nullable: true })
  outcome: string | null;

  /** Whether its panel reached the interim text, or made findings without one. */
  @Column({ type: 'boolean' })
  reviewed: boolean;

  /** Running deadlines, by id, each with the instant at which it ends. */
  @Column({ type: 'jsonb' })
  running: Readonly<Record<string, string>>;
}

interface Line {
  readonly case_id: string;
  readonly docket_number: string | null;
  readonly status: string;
  readonly complainant: string;
  readonly respondent: string;
  readonly subject: string;
  readonly filed_at: string;
  readonly measures: string;
  readonly measure_numbers: string;
  readonly agreements: string;
  readonly outcome: string | null;
  readonly reviewed: boolean;
  readonly running: string;
}

const COLUMNS = {
  case_id: 'uuid',
  docket_number: 'text',
  status: 'text',
  complainant: 'text',
  respondent: 'text',
  subject: 'jsonb',
  filed_at: 'timestamptz',
  measures: 'jsonb',
  measure_numbers: 'jsonb',
  agreements: 'jsonb',
  outcome: 'text',
  reviewed: 'boolean',
  running: 'jsonb',
} as const;

/** The list of cases, a line each. */
export const caseListProjection: Projection = {
  name: 'case-list',
  categories: [CASE_CATEGORY],
  tables: ['cases'],
  async apply(manager, events, tables) {
    const table = tables('cases');
    const lines = await linesOf(manager, table, events);
    for (const recorded of events) {
      const caseId = streamIdOf(recorded.stream);
      const line = lineAfter(lines.get(caseId), domainEventOf(recorded) as CaseEvent, caseId);
      if (line) lines.set(caseId, line);
    }
    await upsertRows<Line>(manager, { table, key: ['case_id'], columns: COLUMNS }, [...lines.values()]);
  },
};

async function linesOf(
  manager: EntityManager,
  table: string,
  events: readonly RecordedEvent[],
): Promise<Map<string, Line>> {
  const ids = [...new Set(events.map(({ stream }) => streamIdOf(stream)))];
  const rows: Line[] = await manager.query(
    'SELECT case_id, docket_number, status, complainant, respondent, subject::text, filed_at::text, ' +
      `measures::text, measure_numbers::text, agreements::text, outcome, reviewed, running::text FROM ${table} WHERE case_id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.case_id, row]));
}

function lineAfter(line: Line | undefined, event: CaseEvent, caseId: string): Line | undefined {
  if (event.type === 'GrievanceFiled') {
    const { parties, grievance } = event.data;
    return {
      case_id: caseId,
      docket_number: null,
      status: 'filed',
      ...parties,
      subject: JSON.stringify(grievance.subject),
      filed_at: event.occurredAt,
      ...complainedOf(NOTHING, grievance),
      outcome: null,
      reviewed: false,
      running: running({}, event.data),
    };
  }
  if (!line) return undefined;
  const moved = { ...line, running: running(JSON.parse(line.running) as Record<string, string>, event.data) };
  switch (event.type) {
    case 'GrievanceFoundComplete':
      return { ...moved, status: 'complete' };
    case 'DeficiencyNoticeIssued':
      return { ...moved, status: 'deficient' };
    case 'FilingAmended':
      return { ...moved, ...ofGrievance(moved, event.data.grievance) };
    case 'DeficiencyCured':
      return { ...moved, status: 'filed', ...ofGrievance(moved, event.data.grievance) };
    case 'AmendmentServed':
      return { ...moved, ...ofGrievance(moved, event.data.grievance) };
    case 'InterimNoted':
      return { ...moved, reviewed: true };
    case 'GrievanceAmended':
      return { ...moved, subject: JSON.stringify(event.data.subject) };
    case 'CaseRegistered':
      return {
        ...moved,
        status: event.data.alreadyEnded ? 'ended' : 'registered',
        docket_number: event.data.docketNumber,
      };
    case 'ScreeningEnded': {
      const { outcome } = event.data;
      return { ...moved, status: 'ended', outcome, reviewed: moved.reviewed || outcome === 'findings-issued' };
    }
    case 'ScreeningSuspended':
      return { ...moved, status: 'suspended' };
    case 'ScreeningResumed':
    case 'ScreeningReopened':
      return { ...moved, status: 'registered', outcome: null };
    case 'LapseSetAside':
      return { ...moved, status: event.data.back, outcome: null };
    default:
      return moved;
  }
}

const ofGrievance = (line: Line, grievance: Grievance): Pick<Line, 'subject'> & ComplainedOf => ({
  subject: JSON.stringify(grievance.subject),
  ...complainedOf(line, grievance),
});

type ComplainedOf = Pick<Line, 'measures' | 'measure_numbers' | 'agreements'>;
const NOTHING: ComplainedOf = { measures: '[]', measure_numbers: '[]', agreements: '[]' };

const complainedOf = (known: ComplainedOf, { measures, claims }: Grievance): ComplainedOf => ({
  measures: withMore(known.measures, measures.flatMap(measureKeys)),
  measure_numbers: withMore(
    known.measure_numbers,
    measures.map(({ number }) => numeralsOf(number)),
  ),
  agreements: withMore(
    known.agreements,
    claims.map(({ agreement }) => agreement),
  ),
});

/** What is known as JSON, and what is new. */
function withMore(known: string, more: readonly unknown[]): string {
  const all = [...(JSON.parse(known) as unknown[]), ...more].map((each) => JSON.stringify(each));
  return `[${[...new Set(all)].join(',')}]`;
}

/** An event of a later version may not mention clocks. */
function running(before: Readonly<Record<string, string>>, { opens = [], closes = [] }: Partial<MovesClocks>): string {
  const kept = Object.entries(before).filter(([id]) => !closes.includes(id));
  return JSON.stringify(Object.fromEntries([...kept, ...opens.map(({ id, dueAt }) => [id, dueAt] as const)]));
}

/** The intake's own tables. */
export class IntakeReadModels1738540800100 implements MigrationInterface {
  readonly name = 'IntakeReadModels1738540800100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE intake.cases (
      case_id uuid PRIMARY KEY,
      docket_number text UNIQUE,
      status text NOT NULL,
      complainant text NOT NULL,
      respondent text NOT NULL,
      subject jsonb NOT NULL,
      filed_at timestamptz NOT NULL,
      measures jsonb NOT NULL,
      reviewed boolean NOT NULL,
      running jsonb NOT NULL
    )`);
    await runner.query('CREATE INDEX cases_of_measure ON intake.cases USING gin (measures) WHERE reviewed');
    await runner.query('CREATE INDEX cases_newest ON intake.cases (filed_at DESC, case_id DESC)');
    await runner.query(
      'CREATE TABLE intake.panel_seats (case_id uuid NOT NULL, person_id text NOT NULL, PRIMARY ' +
        'KEY (case_id, person_id))',
    );
    await runner.query(
      'CREATE TABLE intake.persons (person_id uuid PRIMARY KEY, name text NOT NULL, reach text NOT NULL)',
    );
    await runner.query(`CREATE TABLE intake.drafts (
      draft_id uuid PRIMARY KEY,
      party text NOT NULL,
      grievance jsonb NOT NULL,
      revision integer NOT NULL,
      changed_at timestamptz NOT NULL,
      written_by uuid NOT NULL,
      body_digest text NOT NULL
    )`);
    await runner.query('CREATE INDEX drafts_of_party ON intake.drafts (party, changed_at DESC, draft_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE intake.drafts, intake.persons, intake.panel_seats, intake.cases');
  }
}
