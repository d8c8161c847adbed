import { Shown } from '@parley/http';
import type { RunningDeadline } from '@parley/procedure';

export class ArithmeticShown {
  @Shown({ meaning: 'In English.', example: 'The last day is 2025-03-14.', kind: 'sentence' })
  readonly en: string;

  @Shown({ meaning: 'In Chinese.', example: '末日为 2025-03-14。', kind: 'sentence' })
  readonly 'zh-Hans': string;
}

export class PanelDeadlineShown {
  @Shown({ meaning: 'Id of the deadline within the case.', example: 'disclosure:US:1', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'Clock of the rule set.', example: 'disclosure', kind: 'word' })
  readonly clock: string;

  @Shown({ meaning: 'Stage to which it belongs.', example: 'S6', kind: 'stage' })
  readonly stage: string;

  @Shown({ meaning: 'First instant that is too late (UTC).', format: 'date-time', example: '2025-03-14T16:00:00.000Z' })
  readonly dueAt: string;

  @Shown({
    meaning: 'Its end as it was first set (UTC); `record` tells each change with its reason (I-64).',
    format: 'date-time',
    example: '2025-03-14T16:00:00.000Z',
  })
  readonly firstDueAt: string;

  @Shown({
    meaning: 'True when it depends on a calendar that is not published yet; then it may only become later.',
    example: false,
  })
  readonly provisional: boolean;

  @Shown({ meaning: 'How it was counted, in words.', type: () => ArithmeticShown })
  readonly arithmetic: ArithmeticShown;

  @Shown({
    meaning: 'The whole record: rule, trigger, calendar version, zone, steps.',
    schema: { type: 'object', additionalProperties: true },
  })
  readonly record: object;
}

/** Deadlines in the order in which they end. */
export const showDeadlines = (running: Readonly<Record<string, RunningDeadline>>): readonly PanelDeadlineShown[] =>
  Object.values(running)
    .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
    .map((deadline) => {
      const { id, clock, stage, dueAt, firstDueAt, provisional, arithmetic } = deadline;
      return {
        id,
        clock,
        stage,
        dueAt,
        firstDueAt,
        provisional,
        arithmetic: { en: arithmetic.en, 'zh-Hans': arithmetic['zh-Hans'] },
        record: deadline,
      };
    });
