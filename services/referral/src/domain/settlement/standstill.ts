import type { Bilingual, Instant } from '@parley/kernel';
import type { Clocks, RunningDeadline, StandStill } from '@parley/procedure';
import type { ResumptionNoted, SuspensionNoted } from './settlement-events';
import type { FiledSettlement, KnownOfCase } from './settlement-state';

/**
 * The time to answer a proposal does not run while the screening is suspended (S11); the parties may answer all the
 * same.
 */
export const standsStill = ({ suspended }: KnownOfCase, { clock, dueAt }: RunningDeadline): boolean =>
  clock === 'conciliation-answer' && suspended !== undefined && dueAt > suspended.since;

/** What stands still; nothing where no clock does. */
export function suspensionOf(
  known: KnownOfCase,
  deadlines: readonly RunningDeadline[],
  at: Instant,
): readonly SuspensionNoted[] {
  const closes = deadlines.flatMap((deadline) => (standsStill(known, deadline) ? [deadline.id] : []));
  return closes.length === 0
    ? []
    : [{ type: 'SuspensionNoted', occurredAt: at, rule: 'S11', tier: 'PUBLIC', data: { opens: [], closes } }];
}

/** What was left of each clock as it stood while the screening was suspended; nothing where none did. */
export function resumptionOf(
  { known, conciliations }: Pick<FiledSettlement, 'known' | 'conciliations'>,
  still: StandStill | undefined,
  at: Instant,
  clocks: Clocks,
): readonly ResumptionNoted[] {
  const since = known.suspended?.since ?? at;
  const opens = conciliations.flatMap(({ answer, begunAt, end }) =>
    begunAt === undefined && !end && standsStill(known, answer)
      ? [clocks.resume(answer, still ?? clocks.standStill(since, { at }), { at, reason: RESUMED })]
      : [],
  );
  return opens.length === 0
    ? []
    : [{ type: 'ResumptionNoted', occurredAt: at, rule: 'S11', tier: 'PUBLIC', data: { opens, closes: [] } }];
}

const RESUMED: Bilingual = { en: 'The suspension has ended.', 'zh-Hans': '中止已结束。' };
