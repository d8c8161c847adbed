import type { RunningDeadline } from '@parley/procedure';
import type { EvidenceDeadlineShown } from './evidence-deadline.response';

/** A deadline that explains itself (I-16). */
export function showDeadline(record: RunningDeadline): EvidenceDeadlineShown {
  const { id, clock, rule, dueAt, provisional, arithmetic } = record;
  return {
    id,
    clock,
    rule,
    dueAt,
    provisional,
    arithmetic: { en: arithmetic.en, 'zh-Hans': arithmetic['zh-Hans'] },
    record,
  };
}
