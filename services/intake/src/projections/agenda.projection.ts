import { domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import { upsertRows, type Projection } from '@parley/projections';
import { SERVICE_CATEGORY } from '../application/streams';
import type { ServiceEvent } from '../domain/service/service-events';
import { awaitedBy } from '../domain/agenda/awaited-by';

interface Line {
  readonly case_id: string;
  readonly context: string;
  readonly deadline_id: string;
  readonly owed_by: string;
  readonly due_at: string;
  readonly deadline: string;
}

const COLUMNS = {
  case_id: 'uuid',
  context: 'text',
  deadline_id: 'text',
  owed_by: 'text',
  due_at: 'timestamptz',
  deadline: 'jsonb',
} as const;

/**
 * The deadlines that run, as the notices of them start, move and end them: whatever is in an agenda, both sides had
 * notice of.
 */
export const agendaProjection: Projection = {
  name: 'agenda',
  categories: [SERVICE_CATEGORY],
  tables: ['agenda_items'],
  concerns: ({ type }) => type === 'NoticeServed',
  async apply(manager, events, tables) {
    const table = tables('agenda_items');
    const moves = movesOf(events);
    const ended = [...moves.values()].filter(({ started }) => !started);
    await manager.query(
      `DELETE FROM ${table} AS item
       USING unnest($1::uuid[], $2::text[], $3::text[]) AS ended (case_id, context, deadline_id)
       WHERE item.case_id = ended.case_id AND item.context = ended.context AND item.deadline_id = ended.deadline_id`,
      [ended.map(({ caseId }) => caseId), ended.map(({ context }) => context), ended.map(({ id }) => id)],
    );
    const started = [...moves.values()].flatMap((move) => move.started ?? []);
    await upsertRows<Line>(manager, { table, key: ['case_id', 'context', 'deadline_id'], columns: COLUMNS }, started);
  },
};

interface Move {
  readonly caseId: string;
  readonly context: string;
  readonly id: string;
  readonly started?: Line;
}

/**
 * What a page of notices leaves running and ended, each deadline once. Within one notice ending comes before starting.
 */
function movesOf(events: readonly RecordedEvent[]): ReadonlyMap<string, Move> {
  const moves = new Map<string, Move>();
  for (const recorded of events) {
    const event = domainEventOf(recorded) as ServiceEvent;
    if (event.type !== 'NoticeServed') continue;
    const { notice, to } = event.data;
    const [caseId, { context }] = [streamIdOf(recorded.stream), notice.of];
    const put = (id: string, started?: Line): void =>
      void moves.set(JSON.stringify([caseId, context, id]), { caseId, context, id, ...(started ? { started } : {}) });
    for (const id of notice.ends) put(id);
    for (const deadline of notice.starts) {
      const owed_by = awaitedBy(deadline, to, notice.awaits);
      put(deadline.id, {
        case_id: caseId,
        context,
        deadline_id: deadline.id,
        owed_by,
        due_at: deadline.dueAt,
        deadline: JSON.stringify(deadline),
      });
    }
  }
  return moves;
}
