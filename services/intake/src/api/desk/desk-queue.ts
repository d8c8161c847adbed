import type { PersonCaller } from '@parley/access';
import type { EventStore } from '@parley/event-store';
import type { Clock } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import { limitOf, openPosition, sealPosition, type CursorCodec, type PageShown } from '@parley/http';
import type { ReadModel } from '@parley/projections';
import { priorityOf } from '../../domain/desk/priority';
import { placeOf, type AgendaPlace } from '../../projections/agenda';
import type { WorkQueue } from '../../projections/work-queue';
import { showAgendaItem } from '../agenda/show-agenda-item';
import type { QueueRequest } from './desk.request';
import type { WorkItemShown } from './desk.response';

const SCOPE = 'desk-queue';
/** How long the queue waits for a write that its reader has made. */
const PATIENCE_MS = 2_000;

/** The queue of the registry's desk, page by page. */
export class DeskQueue {
  constructor(
    private readonly queue: WorkQueue,
    private readonly runner: ReadModel,
    private readonly store: EventStore,
    private readonly cursors: CursorCodec,
    private readonly clocksOf: ClocksOf,
    private readonly clock: Clock,
  ) {}

  async page({ personId }: PersonCaller, request: QueueRequest): Promise<PageShown<WorkItemShown>> {
    if (request.after !== undefined) await this.runner.waitFor(openPosition(this.cursors, request.after), PATIENCE_MS);
    const limit = limitOf(request);
    const from = request.cursor === undefined ? undefined : (this.cursors.open(SCOPE, request.cursor) as AgendaPlace);
    const assigned = request.assigned === undefined ? {} : { assignee: request.assigned === 'mine' ? personId : null };
    const found = await this.queue.page({ limit: limit + 1, ...assigned, ...(from ? { from } : {}) });
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    const now = this.clock.now();
    return {
      items: shown.map(({ assignee, expectedOn, ...item }) => ({
        ...showAgendaItem(item, (version) => this.clocksOf(version).ruleSet),
        priority: priorityOf(item.deadline, now),
        needsBothSides: item.awaited === 'coheads',
        assignee,
        expectedOn,
      })),
      next: last ? this.cursors.seal(SCOPE, placeOf(last)) : null,
      asOf: {
        position: sealPosition(this.cursors, this.runner.status().position ?? this.store.start),
        recordedAt: null,
      },
    };
  }
}
