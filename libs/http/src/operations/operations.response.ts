import { ApiSchema } from '@nestjs/swagger';
import { Shown } from '../fields/shown.decorator';
import { ListEndShown } from '../paging/page.response';
import { AuthoredText } from '../fields/texts.field';

@ApiSchema({ description: 'How far a read model has come.' })
export class ProjectionStatusShown {
  @Shown({ meaning: 'Service that it belongs to.', example: 'audit', kind: 'word' })
  readonly service: string;

  @Shown({ meaning: 'Name of the projection within its service.', example: 'docket', kind: 'word' })
  readonly name: string;

  @Shown({
    meaning: 'What it is doing; `waiting` stands before what only a newer version of the service knows.',
    values: ['starting', 'following', 'standing-by', 'waiting', 'failing', 'stopped'],
    example: 'following',
  })
  readonly state: string;

  @Shown({ meaning: 'Whether nothing was left to apply at its last look.', example: true })
  readonly caughtUp: boolean;

  @Shown({ meaning: 'Seconds since it last moved, or last found nothing to do.', example: 0.4 })
  readonly secondsSinceMoved: number;
}

@ApiSchema({ description: 'A deadline whose default has not happened.' })
export class OverdueTimerShown {
  @Shown({ meaning: 'Service that owns the deadline.', example: 'intake', kind: 'word' })
  readonly service: string;

  @Shown({ meaning: 'Case that it runs in.', format: 'uuid', example: '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11' })
  readonly caseId: string;

  @Shown({ meaning: 'Id of the deadline within the case.', example: 'long-stop', kind: 'word' })
  readonly deadline: string;

  @Shown({ meaning: 'When it expired (UTC).', format: 'date-time' })
  readonly dueAt: string;

  @Shown({ meaning: 'How often its default was tried.', example: 1, schema: { type: 'integer', minimum: 0 } })
  readonly tries: number;
}

@ApiSchema({ description: 'A message that could not be handled, or waits behind one.' })
export class ParkedMessageShown {
  @Shown({ meaning: 'Service that could not handle it.', example: 'audit', kind: 'word' })
  readonly service: string;

  @Shown({ meaning: 'Consumer within the service.', example: 'docket', kind: 'word' })
  readonly consumer: string;

  @Shown({ meaning: 'What of the consumer’s work it is parked in.', example: 'docket', kind: 'word' })
  readonly work: string;

  @Shown({ meaning: 'Id of the message.', example: '0b8f3a42-6c1d-8a55-a0a4-1f7f0f3d9c10', kind: 'word' })
  readonly id: string;

  @Shown({
    meaning: 'What it holds back: later messages with the same key wait behind it, and no others.',
    example: 'intake/5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11',
    kind: 'word',
  })
  readonly key: string;

  @Shown({
    meaning: 'Kind and code of what its handler threw; `null` when it only waits behind an earlier one.',
    nullable: true,
    example: 'QueryFailedError 22P02: its words are in the log alone',
    max: 2_000,
  })
  readonly reason: string | null;

  @Shown({ meaning: 'How often it was tried.', example: 5, schema: { type: 'integer', minimum: 0 } })
  readonly tries: number;

  @Shown({
    meaning: 'SHA-256 of what is kept of it: its id, key and row, and the bytes of a message that was heard.',
    kind: 'digest',
  })
  readonly digest: string;

  @Shown({ meaning: 'When it was parked (UTC).', format: 'date-time' })
  readonly parkedAt: string;
}

@ApiSchema({ description: 'A check that runs by itself.' })
export class CheckStatusShown {
  @Shown({ meaning: 'Service that runs it.', example: 'audit', kind: 'word' })
  readonly service: string;

  @Shown({ meaning: 'Name of the check within its service.', example: 'completeness', kind: 'word' })
  readonly name: string;

  @Shown({
    meaning: 'When it last ran to its end (UTC); `null` before the first time.',
    format: 'date-time',
    nullable: true,
  })
  readonly checkedAt: string | null;

  @Shown({
    meaning: 'How many things it went over, such as cases.',
    example: 212,
    schema: { type: 'integer', minimum: 0 },
  })
  readonly checked: number;

  @Shown({
    meaning: 'How many of them were not as they should be. Anything but 0 is an alarm.',
    example: 0,
    schema: { type: 'integer', minimum: 0 },
  })
  readonly failed: number;
}

@ApiSchema({ description: 'The work in the background, as an operator sees it.' })
export class OperationsShown {
  @Shown({ meaning: 'The read models.', type: () => ProjectionStatusShown, list: true })
  readonly projections: readonly ProjectionStatusShown[];

  @Shown({
    meaning: 'Deadlines whose default should have happened and has not.',
    type: () => OverdueTimerShown,
    list: true,
  })
  readonly overdue: readonly OverdueTimerShown[];

  @Shown({
    meaning: 'Messages that could not be handled, and those that wait behind them.',
    type: () => ParkedMessageShown,
    list: true,
  })
  readonly parked: readonly ParkedMessageShown[];

  @Shown({ meaning: 'Checks that run by themselves, and what they came to.', type: () => CheckStatusShown, list: true })
  readonly checks: readonly CheckStatusShown[];

  @Shown({
    meaning: 'Services that could not be asked, so that nothing of them is among the rest.',
    kind: 'word',
    list: true,
    example: ['referral'],
  })
  readonly away: readonly string[];
}

@ApiSchema({ description: 'How many parked messages were handled.' })
export class ReplayedShown {
  @Shown({
    meaning: 'Messages that were handled and are parked no more.',
    example: 3,
    schema: { type: 'integer', minimum: 0 },
  })
  readonly replayed: number;
}

@ApiSchema({ description: 'A message that an operator dismissed: it is not worked on, and holds nothing back.' })
export class DismissedMessageShown {
  @Shown({ meaning: 'Service that could not handle it.', example: 'audit', kind: 'word' })
  readonly service: string;

  @Shown({ meaning: 'What of its work it was parked in.', example: 'docket', kind: 'word' })
  readonly work: string;

  @Shown({ meaning: 'Id of the message.', example: '0b8f3a42-6c1d-8a55-a0a4-1f7f0f3d9c10', kind: 'word' })
  readonly id: string;

  @Shown({
    meaning: 'What it had held back.',
    example: 'intake/5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11',
    kind: 'word',
  })
  readonly key: string;

  @Shown({ meaning: 'SHA-256 of what was kept of it.', kind: 'digest' })
  readonly digest: string;

  @Shown({
    meaning: 'Kind and code of what its handler threw.',
    nullable: true,
    example: 'QueryFailedError 22P02: its words are in the log alone',
    max: 2_000,
  })
  readonly failure: string | null;

  @Shown({ meaning: 'Why it was dismissed.', type: () => AuthoredText, list: true })
  readonly reason: readonly AuthoredText[];

  @Shown({ meaning: 'Who dismissed it.', kind: 'person', nullable: true })
  readonly by: string | null;

  @Shown({ meaning: 'When it was dismissed (UTC).', format: 'date-time' })
  readonly at: string;
}

@ApiSchema({ description: 'Messages that were dismissed.' })
export class DismissedMessagesShown extends ListEndShown {
  @Shown({
    meaning: 'The newest first, 200 of each service at most; the histories of the cases have all.',
    type: () => DismissedMessageShown,
    list: true,
  })
  readonly items: readonly DismissedMessageShown[];

  @Shown({ meaning: 'Services that could not be asked.', kind: 'word', list: true, example: ['referral'] })
  readonly away: readonly string[];
}

@ApiSchema({ description: 'What building a read model anew came to.' })
export class RebuiltShown {
  @Shown({ meaning: 'Events applied.', example: 120_000, schema: { type: 'integer', minimum: 0 } })
  readonly events: number;

  @Shown({ meaning: 'Seconds that it took.', example: 1.9 })
  readonly seconds: number;
}
