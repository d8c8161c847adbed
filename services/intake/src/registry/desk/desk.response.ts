import { ApiSchema } from '@nestjs/swagger';
import type { PersonCaller } from '@parley/access';
import type { EventStore } from '@parley/event-store';
import {
  DateField,
  EnumField,
  pageOfFollowing,
  shownAs,
  PageRequest,
  Shown,
  TextField,
  TextsField,
  type AuthoredText,
  type CursorCodec,
  type PageShown,
} from '@parley/http';
import type { Clock, IsoDate, PersonId } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import type { ReadModel } from '@parley/projections';
import { AgendaItemShown, showAgendaItem } from '../agenda/agenda.response';
import { placeOf, type AgendaPlace } from '../agenda/agenda.table';
import { PRIORITIES, priorityOf } from './desk.rules';
import type { WorkQueue } from './desk.table';

export const ASSIGNMENTS = ['mine', 'nobody'] as const;
const WORD = /^[a-z]+$/;

export class QueueRequest extends PageRequest {
  @EnumField({
    meaning: 'Only steps that are assigned to you, or to nobody yet.',
    example: 'mine',
    values: ASSIGNMENTS,
    optional: true,
  })
  readonly assigned?: (typeof ASSIGNMENTS)[number];
}

class StepRequest {
  @TextField({
    meaning: 'Part of the procedure in which the deadline runs, as the queue names it.',
    example: 'intake',
    max: 40,
    pattern: WORD,
  })
  readonly context: string;

  @TextField({
    meaning: 'Id of the deadline within that part of the case, as the queue names it.',
    example: 'completeness',
    max: 200,
  })
  readonly deadline: string;
}

export class AssignmentRequest extends StepRequest {
  @TextField({ meaning: 'Who is to do it.', example: 'us-registry-1', max: 200, pattern: /^[\x21-\x7e]+$/ })
  readonly assignee: PersonId;
}

export class DelayRequest extends StepRequest {
  @DateField({ meaning: 'The day on which the step is expected.', example: '2026-03-06' })
  readonly expectedOn: IsoDate;

  @TextsField({
    meaning: 'Why it is late.',
    example: [{ lang: 'en', text: 'The annexes are being read.', kind: 'original' }],
    max: 5_000,
    multiline: true,
  })
  readonly reason: readonly AuthoredText[];
}

@ApiSchema({ description: 'A step that the registry has to do.' })
export class WorkItemShown extends AgendaItemShown {
  @Shown({
    meaning:
      'How much it presses: `urgent` within a day or on the urgent track, `soon` within three days. It ' +
      'orders work and decides nothing.',
    values: PRIORITIES,
  })
  readonly priority: string;

  @Shown({
    meaning: 'True for a step that needs both sides’ co-heads, over the same digest or by default.',
    example: false,
  })
  readonly needsBothSides: boolean;

  @Shown({ meaning: 'Who is to do it.', kind: 'person', nullable: true })
  readonly assignee: string | null;

  @Shown({ meaning: 'Day on which it is expected, where notice of delay was given.', format: 'date', nullable: true })
  readonly expectedOn: string | null;
}

@ApiSchema({ description: 'Who works on a step, and whether it will be late.' })
export class DeskWorkShown {
  @Shown({ meaning: 'Part of the procedure in which the deadline runs.', example: 'intake', kind: 'word' })
  readonly context: string;

  @Shown({ meaning: 'Id of the deadline within that part of the case.', example: 'completeness', kind: 'word' })
  readonly deadline: string;

  @Shown({ meaning: 'Who is to do it.', kind: 'person', nullable: true })
  readonly assignee: string | null;

  @Shown({ meaning: 'Day on which it is expected, where notice of delay was given.', format: 'date', nullable: true })
  readonly expectedOn: string | null;
}

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
    const assigned = request.assigned === undefined ? {} : { assignee: request.assigned === 'mine' ? personId : null };
    const page = await pageOfFollowing(
      { scope: 'desk-queue', cursors: this.cursors, follower: this.runner, start: this.store.start },
      request,
      (limit, from: AgendaPlace | undefined) => this.queue.page({ limit, ...assigned, ...(from ? { from } : {}) }),
      placeOf,
    );
    const now = this.clock.now();
    return shownAs(page, ({ assignee, expectedOn, ...item }) => ({
      ...showAgendaItem(item, (version) => this.clocksOf(version).ruleSet),
      priority: priorityOf(item.deadline, now),
      needsBothSides: item.awaited === 'coheads' || item.awaited === 'panel-and-coheads',
      assignee,
      expectedOn,
    }));
  }
}
