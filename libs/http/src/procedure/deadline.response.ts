import { ApiSchema } from '@nestjs/swagger';
import type { Bilingual, Instant } from '@parley/kernel';
import type { RunningDeadline } from '@parley/procedure';
import { BilingualShown } from '../fields/bilingual.response';
import { Shown } from '../fields/shown.decorator';
import { DeadlineChangeShown, DeadlineRecordShown, LimitShown } from './deadline-record.response';

@ApiSchema({ description: 'A deadline that explains itself (I-16).' })
export class DeadlineShown extends LimitShown {
  @Shown({ meaning: 'Id of the deadline within the case.', example: 'reply', kind: 'word' })
  readonly id: string;

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

  @Shown({ meaning: 'How it was counted, in words.', type: () => BilingualShown })
  readonly arithmetic: BilingualShown;

  @Shown({ meaning: 'As it stands on record.', type: () => DeadlineRecordShown })
  readonly record: DeadlineRecordShown;
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
