import type { Instant } from '@parley/kernel';
import type { Clocks, StandStill } from '@parley/procedure';
import { isCounted, type RunningDeadline } from '../running-deadline';

const REASON = {
  en: 'The screening stood still; what was left of the limit is left of it.',
  'zh-Hans': '审查曾停止，期限以剩余时间继续计算。',
};

/**
 * What stood still, as it goes on. A limit that was named and not counted, such as the time of a call, goes on when
 * that time is still to come; when it passed meanwhile, nobody is held to have missed it.
 */
export const goOn = (
  stopped: readonly RunningDeadline[],
  still: StandStill,
  at: Instant,
  clocks: Clocks,
): readonly RunningDeadline[] =>
  stopped.flatMap((deadline): readonly RunningDeadline[] => {
    if (isCounted(deadline)) return [clocks.resume(deadline, still, { at, reason: REASON })];
    return deadline.dueAt > at ? [deadline] : [];
  });
