import { Shown } from '@parley/http';
import { PRIORITIES } from '../../domain/desk/priority';
import { AgendaItemShown } from '../agenda/agenda.response';

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
