import { domainEventOf, streamIdOf } from '@parley/event-store';
import type { Projection } from '@parley/projections';
import { DESK_CATEGORY } from '../application/streams';
import type { DeskEvent } from '../domain/desk/desk-events';

/** Who does which step, and which is expected late. A few rows for each case, so each event is written by itself. */
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
