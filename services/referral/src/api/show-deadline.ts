import type { RunningDeadline } from '@parley/procedure';
import type { ReferralDeadlineShown } from './deadline.response';

/** A deadline that explains itself (I-16). */
export function showDeadline(record: RunningDeadline): ReferralDeadlineShown {
  const { id, clock, stage, rule, dueAt, provisional, arithmetic } = record;
  return {
    id,
    clock,
    stage,
    rule,
    dueAt,
    provisional,
    arithmetic: { en: arithmetic.en, 'zh-Hans': arithmetic['zh-Hans'] },
    record,
  };
}
