import type { Bilingual, Instant } from '@parley/kernel';
import type { RunningDeadline } from '@parley/procedure';
import { BilingualShown } from '../fields/bilingual.response';
import { Shown } from '../fields/shown.decorator';

export class DeadlineChangeShown {
  @Shown({
    meaning: 'Why it moved.',
    values: ['calendar', 'extension', 'standstill', 'outage', 'track', 'repudiation', 'seats'],
  })
  readonly kind: string;

  @Shown({ meaning: 'When the change was made (UTC).', format: 'date-time' })
  readonly at: string;

  @Shown({ meaning: 'The reason given.', type: () => BilingualShown })
  readonly reason: BilingualShown;

  @Shown({ meaning: 'When it was due from then on (UTC).', format: 'date-time' })
  readonly dueAt: string;
}

/** A deadline of any service, which explains itself (I-16). */
export class DeadlineShown {
  @Shown({ meaning: 'Id of the deadline within the case.', example: 'reply', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'Clock of the rule set.', example: 'reply', kind: 'word' })
  readonly clock: string;

  @Shown({ meaning: 'Stage to which it belongs.', example: 'S4', kind: 'stage' })
  readonly stage: string;

  @Shown({ meaning: 'Rule that is quoted for it.', example: 'S4', kind: 'rule' })
  readonly rule: string;

  @Shown({ meaning: 'First instant that is too late (UTC).', format: 'date-time' })
  readonly dueAt: string;

  @Shown({
    meaning: 'The same as it was first set (UTC); `changes` tells what moved it (I-64).',
    format: 'date-time',
  })
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

/** A limit whose instant an act named, so that nobody counted it and it never moves. */
export interface NamedLimit {
  readonly id: string;
  readonly clock: string;
  readonly stage: string;
  readonly rule: string;
  readonly dueAt: Instant;
  readonly provisional: boolean;
  readonly arithmetic: Bilingual;
}

export const showDeadline = (record: RunningDeadline | NamedLimit): DeadlineShown => ({
  id: record.id,
  clock: record.clock,
  stage: record.stage,
  rule: record.rule,
  ...('changes' in record ? historyOf(record) : { firstDueAt: record.dueAt, changes: [] }),
  dueAt: record.dueAt,
  provisional: record.provisional,
  arithmetic: words(record.arithmetic),
  record,
});

/** Deadlines in the order in which they end. */
export const showDeadlines = (
  running: Readonly<Record<string, RunningDeadline | NamedLimit>>,
): readonly DeadlineShown[] =>
  Object.values(running)
    .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
    .map(showDeadline);

const historyOf = ({ firstDueAt, changes }: RunningDeadline): Pick<DeadlineShown, 'firstDueAt' | 'changes'> => ({
  firstDueAt,
  changes: changes.map(({ kind, at, reason, dueAt }) => ({ kind, at, reason: words(reason), dueAt })),
});

const words = ({ en, 'zh-Hans': zh }: Bilingual): BilingualShown => ({ en, 'zh-Hans': zh });
