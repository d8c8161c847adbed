import type { RecordedEvent } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import { upsertRows, type Projection, type TableNames } from '@parley/projections';
import type { EntityManager } from 'typeorm';
import { runningDeadlines, type DocketEntry } from './docket-deadlines.rules';
import { outcomeOf, stageOf, statusOf, type DocketLine } from './docket-line.rules';
import { evolveLine } from './docket.rules';

/** The public docket, made from the public log and from nothing else (I-56). */
export const docketProjection: Projection = {
  name: 'docket',
  categories: ['audit.docket'],
  tables: ['docket_line', 'docket_entry'],
  async apply(manager, events, tables) {
    const entries = events.filter(({ type }) => type === 'DocketEntryRecorded').map(entryOf);
    const lines = await knownLines(manager, tables, entries);
    for (const { entry } of entries) {
      const line = evolveLine(lines.get(entry.docketNumber), entry);
      if (line !== undefined) lines.set(entry.docketNumber, line);
    }
    await upsertRows<EntryColumns>(
      manager,
      { table: tables('docket_entry'), key: ['serial'], columns: entryColumns },
      entries.map(entryRow),
    );
    await upsertRows<LineColumns>(
      manager,
      { table: tables('docket_line'), key: ['docket_number'], columns: lineColumns },
      [...lines.values()].map(lineRow),
    );
  },
};

interface Recorded {
  readonly entry: DocketEntry;
  /** The entry as it was written. */
  readonly json: string;
  readonly recordedAt: Instant;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function entryOf({ payload, recordedAt }: RecordedEvent): Recorded {
  const json = decoder.decode(payload);
  return { entry: JSON.parse(json) as DocketEntry, json, recordedAt };
}

async function knownLines(
  manager: EntityManager,
  tables: TableNames,
  entries: readonly Recorded[],
): Promise<Map<string, DocketLine>> {
  const numbers = [...new Set(entries.map(({ entry }) => entry.docketNumber))];
  const rows: { docket_number: string; line: DocketLine }[] = await manager.query(
    `SELECT docket_number, line FROM ${tables('docket_line')} WHERE docket_number = ANY($1)`,
    [numbers],
  );
  return new Map(rows.map((row) => [row.docket_number, row.line]));
}

const entryColumns = { serial: 'integer', docket_number: 'text', recorded_at: 'timestamptz', entry: 'json' };
interface EntryColumns {
  readonly serial: number;
  readonly docket_number: string;
  readonly recorded_at: string;
  readonly entry: string;
}

const entryRow = ({ entry, json, recordedAt }: Recorded): EntryColumns => ({
  serial: entry.serial,
  docket_number: entry.docketNumber,
  recorded_at: recordedAt,
  entry: json,
});

const lineColumns = {
  docket_number: 'text',
  case_id: 'text',
  complainant: 'text',
  respondent: 'text',
  year: 'integer',
  stage: 'text',
  status: 'text',
  due: 'jsonb',
  agreements: 'jsonb',
  measure_numbers: 'jsonb',
  outcome: 'text',
  first_serial: 'integer',
  line: 'json',
};
interface LineColumns {
  readonly docket_number: string;
  readonly case_id: string;
  readonly complainant: string;
  readonly respondent: string;
  readonly year: number;
  readonly stage: string;
  readonly status: string;
  readonly due: readonly string[];
  readonly agreements: readonly string[];
  readonly measure_numbers: readonly (readonly string[])[];
  readonly outcome: string | null;
  readonly first_serial: number;
  readonly line: string;
}

const lineRow = (line: DocketLine): LineColumns => ({
  docket_number: line.docketNumber,
  case_id: line.caseId,
  complainant: line.complainant,
  respondent: line.respondent,
  year: Number(line.docketNumber.split('-')[1]),
  stage: stageOf(line),
  status: statusOf(line),
  due: runningDeadlines(line.deadlines).map(({ dueAt }) => dueAt),
  agreements: line.agreements ?? [],
  measure_numbers: line.measureNumbers ?? [],
  outcome: outcomeOf(line)?.outcome ?? null,
  first_serial: line.firstSerial,
  line: JSON.stringify(line),
});
