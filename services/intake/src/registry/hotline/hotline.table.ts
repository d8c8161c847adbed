import { domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { CaseId, PartyCode } from '@parley/kernel';
import { upsertRows, type Projection } from '@parley/projections';
import { Column, Entity, PrimaryColumn, type EntityManager, type MigrationInterface, type QueryRunner } from 'typeorm';
import { HOTLINE_CATEGORY } from '../../streams';
import type { Grade, Rung } from './hotline.rules';
import type { HotlineEvent } from './hotline-events.rules';

/** One line of the list of requests on the hotline. */
@Entity('hotline_requests')
export class HotlineRequestRow {
  @PrimaryColumn({ name: 'hotline_id', type: 'uuid' })
  hotlineId: string;

  @Column({ name: 'case_id', type: 'uuid', nullable: true })
  caseId: CaseId | null;

  @Column({ type: 'text' })
  grade: Grade;

  @Column({ name: 'asked_by', type: 'text' })
  askedBy: PartyCode;

  @Column({ name: 'requested_at', type: 'timestamptz' })
  requestedAt: Date;

  /** Who is to answer now. */
  @Column({ type: 'text' })
  rung: Rung;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt: Date | null;
}

interface Line {
  readonly hotline_id: string;
  readonly case_id: string | null;
  readonly grade: string;
  readonly asked_by: string;
  readonly requested_at: string;
  readonly rung: string;
  readonly answered_at: string | null;
}

const COLUMNS = {
  hotline_id: 'uuid',
  case_id: 'uuid',
  grade: 'text',
  asked_by: 'text',
  requested_at: 'timestamptz',
  rung: 'text',
  answered_at: 'timestamptz',
} as const;

/** The list of requests on the hotline, a line each. */
export const hotlineListProjection: Projection = {
  name: 'hotline-list',
  categories: [HOTLINE_CATEGORY],
  tables: ['hotline_requests'],
  async apply(manager, events, tables) {
    const table = tables('hotline_requests');
    const lines = await linesOf(manager, table, events);
    for (const recorded of events) {
      const hotlineId = streamIdOf(recorded.stream);
      const line = lineAfter(lines.get(hotlineId), domainEventOf(recorded) as HotlineEvent, hotlineId);
      if (line) lines.set(hotlineId, line);
    }
    await upsertRows<Line>(manager, { table, key: ['hotline_id'], columns: COLUMNS }, [...lines.values()]);
  },
};

async function linesOf(
  manager: EntityManager,
  table: string,
  events: readonly RecordedEvent[],
): Promise<Map<string, Line>> {
  const ids = [...new Set(events.map(({ stream }) => streamIdOf(stream)))];
  const rows: Line[] = await manager.query(
    'SELECT hotline_id, case_id, grade, asked_by, requested_at::text, rung, answered_at::text FROM ' +
      `${table} WHERE hotline_id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.hotline_id, row]));
}

function lineAfter(line: Line | undefined, event: HotlineEvent, hotlineId: string): Line | undefined {
  if (event.type === 'HotlineRequested') {
    const { caseId, grade, asking } = event.data;
    return {
      hotline_id: hotlineId,
      case_id: caseId,
      grade,
      asked_by: asking,
      requested_at: event.occurredAt,
      rung: 'official',
      answered_at: null,
    };
  }
  if (!line) return undefined;
  if (event.type === 'HotlineUnanswered') return { ...line, rung: event.data.next };
  return event.type === 'HotlineAcknowledged' ? { ...line, answered_at: event.occurredAt } : line;
}

/** The list of requests on the hotline. */
export class IntakeHotline1738542000200 implements MigrationInterface {
  readonly name = 'IntakeHotline1738542000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE intake.hotline_requests (
      hotline_id uuid PRIMARY KEY,
      case_id uuid,
      grade text NOT NULL,
      asked_by text NOT NULL,
      requested_at timestamptz NOT NULL,
      rung text NOT NULL,
      answered_at timestamptz
    )`);
    await runner.query(
      'CREATE INDEX hotline_requests_newest ON intake.hotline_requests (requested_at DESC, hotline_id DESC)',
    );
    await runner.query("INSERT INTO intake.rebuildable (table_name) VALUES ('hotline_requests')");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM intake.rebuildable WHERE table_name = 'hotline_requests'");
    await runner.query('DROP TABLE intake.hotline_requests');
  }
}
