import { Shown } from '@parley/http';
import { BilingualShown } from './bilingual.response';

export class DeadlineChangeShown {
  @Shown({ meaning: 'Why it moved.', values: ['calendar', 'extension', 'standstill', 'outage', 'track'] })
  readonly kind: string;

  @Shown({ meaning: 'When the change was made (UTC).', format: 'date-time' })
  readonly at: string;

  @Shown({ meaning: 'The reason given.', type: () => BilingualShown })
  readonly reason: BilingualShown;

  @Shown({ meaning: 'When it was due from then on (UTC).', format: 'date-time' })
  readonly dueAt: string;
}

export class DeadlineShown {
  @Shown({ meaning: 'Id of the deadline within the case.', example: 'reply', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'Clock of the rule set.', example: 'reply', kind: 'word' })
  readonly clock: string;

  @Shown({ meaning: 'Stage to which it belongs.', example: 'S4', kind: 'stage' })
  readonly stage: string;

  @Shown({ meaning: 'First instant that is too late (UTC).', format: 'date-time', example: '2025-02-21T16:00:00.000Z' })
  readonly dueAt: string;

  @Shown({ meaning: 'The same as it was first set (UTC).', format: 'date-time', example: '2025-02-21T16:00:00.000Z' })
  readonly firstDueAt: string;

  @Shown({
    meaning: 'Each change since, with its reason; none makes it earlier.',
    type: () => DeadlineChangeShown,
    list: true,
  })
  readonly changes: readonly DeadlineChangeShown[];

  @Shown({
    meaning: 'True when it depends on a calendar that is not published yet; then it may only become later.',
    example: false,
  })
  readonly provisional: boolean;

  @Shown({ meaning: 'How it was counted, in words.', type: () => BilingualShown })
  readonly arithmetic: BilingualShown;

  @Shown({
    meaning: 'The whole record: rule, trigger, calendar version, zone, steps.',
    schema: { type: 'object', additionalProperties: true },
  })
  readonly record: object;
}
