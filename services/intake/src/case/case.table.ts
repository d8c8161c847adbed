import { domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { PartyCode, Sha256, Text } from '@parley/kernel';
import { upsertRows, type Projection } from '@parley/projections';
import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import { CASE_CATEGORY } from '../streams';
import type { CaseEvent, MovesClocks } from './case-events.rules';
import { complainedOf, NOTHING, withNumber, type ComplainedOf } from './complained-of';
import type { Grievance, Receipt } from './filing/file-grievance.rules';

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

  /** SHA-256 of the text that its party filed last, at first or as a cure; `null` in a line of before this column. */
  @Column({ name: 'text_digest', type: 'text', nullable: true })
  textDigest: Sha256 | null;

  /** When that text came. */
  @Column({ name: 'text_at', type: 'timestamptz', nullable: true })
  textAt: Date | null;
}

interface Line extends ComplainedOf {
  readonly case_id: string;
  readonly docket_number: string | null;
  readonly status: string;
  readonly complainant: string;
  readonly respondent: string;
  readonly subject: string;
  readonly filed_at: string;
  readonly outcome: string | null;
  readonly reviewed: boolean;
  readonly running: string;
  readonly text_digest: string | null;
  readonly text_at: string | null;
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
  text_digest: 'text',
  text_at: 'timestamptz',
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
      `measures::text, measure_numbers::text, agreements::text, outcome, reviewed, running::text, ` +
      `text_digest, text_at::text FROM ${table} WHERE case_id = ANY($1)`,
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
      ...textOf(event),
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
      return { ...moved, ...ofGrievance(moved, event.data.grievance), ...textOf(event) };
    case 'DeficiencyCured':
      return { ...moved, status: 'filed', ...ofGrievance(moved, event.data.grievance), ...textOf(event) };
    case 'AmendmentServed':
      return { ...moved, ...ofGrievance(moved, event.data.grievance) };
    case 'MeasureCorrected':
      return event.data.field === 'number' ? { ...moved, ...withNumber(moved, event.data.becomes) } : moved;
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

const textOf = ({ data, occurredAt }: Extract<CaseEvent, { data: { receipt: Receipt } }>) => ({
  text_digest: data.receipt.digest,
  text_at: occurredAt,
});

const ofGrievance = (line: Line, grievance: Grievance): Pick<Line, 'subject'> & ComplainedOf => ({
  subject: JSON.stringify(grievance.subject),
  ...complainedOf(line, grievance),
});

/** An event of a later version may not mention clocks. */
function running(before: Readonly<Record<string, string>>, { opens = [], closes = [] }: Partial<MovesClocks>): string {
  const kept = Object.entries(before).filter(([id]) => !closes.includes(id));
  return JSON.stringify(Object.fromEntries([...kept, ...opens.map(({ id, dueAt }) => [id, dueAt] as const)]));
}
