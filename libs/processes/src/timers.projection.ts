import { domainEventOf, JSON_CONTENT, type RecordedEvent } from '@parley/event-store';
import type { Projection } from '@parley/projections';
import type { MovesDeadlines, OpenedDeadline } from './timer';

interface OpenTimer extends OpenedDeadline {
  readonly stream: string;
}

/** The timers of a service as its own events open, move and close them. */
export const timersProjection = (categories: readonly string[]): Projection => ({
  name: 'timers',
  categories,
  tables: ['timers'],
  concerns: (event) => {
    const { opens = [], closes = [] } = deadlinesOf(event);
    return opens.length > 0 || closes.length > 0;
  },
  async apply(manager, events, tables) {
    const { open, closed } = movesOf(events);
    if (closed.length > 0) {
      await manager.query(
        `DELETE FROM ${tables('timers')} AS timer USING unnest($1::text[], $2::text[]) AS closed (stream, deadline_id)
         WHERE timer.stream = closed.stream AND timer.deadline_id = closed.deadline_id`,
        [closed.map(({ stream }) => stream), closed.map(({ id }) => id)],
      );
    }
    if (open.length > 0) {
      // A deadline that is opened again at the same expiry has fired or will fire. At another expiry it has to fire
      // anew.
      await manager.query(
        `INSERT INTO ${tables('timers')} AS timer (stream, deadline_id, clock, due_at, state)
         SELECT stream, id, clock, due_at, 'open'
         FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) WITH ORDINALITY AS o (stream, id, clock, due_at, n)
         ORDER BY n
         ON CONFLICT (stream, deadline_id) DO UPDATE SET clock = excluded.clock, due_at = excluded.due_at, tries = 0,
           reason = NULL,
           retry_at = NULL, state = CASE WHEN timer.due_at = excluded.due_at THEN timer.state ELSE 'open' END`,
        [
          open.map(({ stream }) => stream),
          open.map(({ id }) => id),
          open.map(({ clock }) => clock),
          open.map(({ dueAt }) => dueAt),
        ],
      );
    }
  },
});

/** The deadlines that a page opens or closes in the end, each once. Within one event closing comes before opening. */
function movesOf(events: readonly RecordedEvent[]) {
  const moves = new Map<string, { readonly stream: string; readonly id: string; readonly opened?: OpenTimer }>();
  const put = (stream: string, id: string, opened?: OpenedDeadline): void =>
    void moves.set(JSON.stringify([stream, id]), { stream, id, ...(opened ? { opened: { ...opened, stream } } : {}) });
  for (const event of events) {
    const { opens = [], closes = [] } = deadlinesOf(event);
    for (const id of closes) put(event.stream, id);
    for (const deadline of opens) put(event.stream, deadline.id, deadline);
  }
  const all = [...moves.values()];
  return { open: all.flatMap(({ opened }) => opened ?? []), closed: all.filter(({ opened }) => !opened) };
}

/** A payload that cannot be read opens nothing, since an event that opens deadlines is never sealed. */
function deadlinesOf(event: RecordedEvent): MovesDeadlines {
  if (event.sealing !== null || event.contentType !== JSON_CONTENT) return {};
  const { data } = domainEventOf(event);
  return typeof data === 'object' && data !== null ? data : {};
}
