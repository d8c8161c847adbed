import {
  commandIdOf,
  domainEventOf,
  encodePayload,
  streamIdOf,
  streamName,
  type EventStore,
} from '@parley/event-store';
import { upsertRows, type Projection } from '@parley/projections';
import type { EntityManager } from 'typeorm';
import { eventOf } from './append-contenders';

/** Cases that are open at once, and events of each. So a page meets many cases, and a case many pages. */
export const OPEN_CASES = 1_000;
export const EVENTS_PER_CASE = 10;

/** A line as the docket has it. */
export interface DocketLine {
  readonly case_id: string;
  readonly stage: string;
  readonly subject: string;
  readonly next_deadline: string;
  readonly events: number;
}

/** The content of every event of the benchmark. The claims are there for their size, as in a real filing. */
export interface Told {
  readonly claims: readonly { readonly measure: string; readonly provision: string; readonly because: string }[];
  readonly dueAt: string;
  readonly stage: string;
  readonly subject: string;
}

/** The payload of the n-th event, about 500 B. */
export const tellingOf = (n: number): Told => ({
  claims: [0, 1, 2].map((claim) => ({
    because: `measure ${claim} exceeds the bound rate since ${n}`,
    measure: `CBP-2025-${n}`,
    provision: 'GATT 1994, Article II:1(b)',
  })),
  dueAt: '2025-02-05T08:00:00.000Z',
  stage: `S${n % 10}`,
  subject: `Additional duties on goods, line ${n}`,
});

const COLUMNS = { case_id: 'text', stage: 'text', subject: 'text', next_deadline: 'timestamptz', events: 'int4' };

export const foldLine = (
  before: DocketLine | undefined,
  caseId: string,
  { stage, subject, dueAt }: Told,
): DocketLine => ({
  case_id: caseId,
  stage,
  subject,
  next_deadline: dueAt,
  events: (before?.events ?? 0) + 1,
});

/** One line for each case, read, folded and written back by pages, as a service's own projection does it. */
export const docketProjection: Projection = {
  name: 'docket',
  categories: ['intake.case'],
  tables: ['docket_line'],
  async apply(manager, events, tables) {
    const ids = [...new Set(events.map(({ stream }) => streamIdOf(stream)))];
    const rows: DocketLine[] = await manager.query(
      `SELECT case_id, stage, subject, next_deadline::text, events FROM ${tables('docket_line')} ` +
        'WHERE case_id = ANY($1)',
      [ids],
    );
    const lines = new Map(rows.map((row) => [row.case_id, row]));
    for (const event of events) {
      const caseId = streamIdOf(event.stream);
      lines.set(caseId, foldLine(lines.get(caseId), caseId, domainEventOf(event).data as Told));
    }
    await upsertRows(manager, { table: tables('docket_line'), key: ['case_id'], columns: COLUMNS }, [
      ...lines.values(),
    ]);
  },
};

export const createDocket = async (manager: EntityManager, schema: string): Promise<void> => {
  await manager.query(`CREATE TABLE ${schema}.docket_line (
    case_id text PRIMARY KEY, stage text NOT NULL, subject text NOT NULL, next_deadline timestamptz NOT NULL, events integer NOT NULL)`);
};

/**
 * Records so many events, a thousand cases at a time. A case gets its next event only after all the others had theirs.
 */
export async function fillStore(store: EventStore, events: number): Promise<void> {
  for (let n = 0; n < events; n += OPEN_CASES) {
    const count = Math.min(OPEN_CASES, events - n);
    await Promise.all(Array.from({ length: count }, (_, slot) => recordNext(store, n, slot)));
  }
}

async function recordNext(store: EventStore, from: number, slot: number): Promise<void> {
  const block = Math.floor(from / (OPEN_CASES * EVENTS_PER_CASE));
  const revision = Math.floor((from % (OPEN_CASES * EVENTS_PER_CASE)) / OPEN_CASES);
  const stream = streamName('intake.case', String(block * OPEN_CASES + slot).padStart(8, '0'));
  const commandId = commandIdOf(stream, String(revision));
  const event = eventOf(commandId, encodePayload(tellingOf(from + slot)));
  const result = await store.append(stream, revision === 0 ? 'no-stream' : revision - 1, [event], { commandId });
  if (result.kind !== 'appended') throw new Error(`${stream} is not at revision ${revision - 1}`);
}
