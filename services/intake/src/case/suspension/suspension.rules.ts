import {
  accept,
  millisOf,
  refuse,
  type Bilingual,
  type DomainEvent,
  type Instant,
  type IsoDate,
  type RefusalReason,
} from '@parley/kernel';
import { dayEnd, plusDays, plusMonths, seatDate, type Clocks, type StandStill } from '@parley/procedure';
import type { FiledCase } from '../case-commands.rules';
import type { CaseEvent, MovesClocks } from '../case-events.rules';
import {
  changeRefusals,
  commonRefusals,
  isCounted,
  type NamedTime,
  type RunningDeadline,
} from '../common-refusals.rules';
import { isClosedBy, outcomeRefusals } from '../outcome/review.rules';
import { isTimeToSign, type Consent, type Matter } from '../consent/proposal.rules';

/** The standstill of a screening by both parties. */
export interface Suspension {
  readonly at: Instant;
  /** When the screening goes on by itself; `null` when the parties named no day. */
  readonly until: Instant | null;
  /** The first day that no clock counts. */
  readonly fromDay: IsoDate;
  /** The deadlines that ran when it stopped. */
  readonly stopped: readonly RunningDeadline[];
}

/** The case with a suspension that is over at an instant among those of the past. */
export const stoodStill = (file: FiledCase, to: Instant): FiledCase =>
  file.status === 'suspended' && to > file.suspension.at
    ? { ...file, suspensions: [...file.suspensions, { from: file.suspension.at, to }] }
    : file;

/** Both parties suspended the screening. Its clocks stand still, and the time of the longest suspension starts. */
export type ScreeningSuspended = DomainEvent<
  'ScreeningSuspended',
  MovesClocks & {
    readonly until: Instant | null;
    readonly fromDay: Suspension['fromDay'];
    readonly stopped: readonly RunningDeadline[];
    readonly proposalId: string;
    readonly reason: Bilingual;
  }
>;

/** The screening goes on, and its clocks go on with what was left of them. */
export type ScreeningResumed = DomainEvent<
  'ScreeningResumed',
  MovesClocks & { readonly by: ResumedBy; readonly still: StandStill; readonly proposalId: string | null }
>;

/** Both parties let it go on, the day that they had named is over, or the time of one party's notice is. */
export type ResumedBy = 'consent' | 'end-date' | 'notice';

export const suspensionRefusals = {
  notSuspended: {
    code: 'not-suspended',
    rule: 'S11',
    en: 'The screening is not suspended.',
    'zh-Hans': '审查未处于中止状态。',
  },

  suspensionEnd: {
    code: 'suspension-end-out-of-range',
    rule: 'S11',
    status: 422,
    en:
      'A suspension ends on a day after now and within what is left of the longest time for which a case may stand ' +
      'still, all its suspensions together.',
    'zh-Hans': '中止的终止日须在当前时刻之后，且不超过本案历次中止合计的最长期限所余时间。',
  },

  suspensionUsedUp: {
    code: 'suspension-used-up',
    rule: 'S11',
    en:
      'The case has stood still for as long as the rules allow, all its suspensions together. Single deadlines can ' +
      'still be extended.',
    'zh-Hans': '本案历次中止合计已达规则允许的最长期限。个别期限仍可延长。',
  },

  resumptionNoticed: {
    code: 'resumption-noticed-already',
    rule: 'S11',
    en: 'Notice that ends the suspension was given already; both parties can resume the screening sooner.',
    'zh-Hans': '已发出终止中止的通知；双方可同意提前恢复。',
  },

  resumptionNoticeLate: {
    code: 'resumption-notice-late',
    rule: 'S11',
    en:
      'The suspension lapses before the time of a notice is over; both parties can still resume the screening, and ' +
      'what has lapsed can be filed again.',
    'zh-Hans': '通知期满之前中止将届满失效；双方仍可同意恢复审查，失效之后亦可重新提交。',
  },
} as const satisfies Record<string, RefusalReason>;

const DAY_MS = 86_400_000;

const REASON = {
  en: 'The screening stood still; what was left of the limit is left of it.',
  'zh-Hans': '审查曾停止，期限以剩余时间继续计算。',
};

/**
 * The deadlines that stood still, as they go on. A limit that was named and not counted, such as the time of a call,
 * goes on if its time is still to come. If its time passed meanwhile, nobody is held to have missed it.
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

/** The id of the end that the parties named. */
export const SUSPENSION_END = 'suspension-end';

/** The limits that end a suspension. */
export const ENDING: readonly string[] = ['suspension', SUSPENSION_END, 'resumption'];

/**
 * S11: both parties suspend the screening, for twelve months at most in the whole of a case. Only a suspension stops
 * clocks, and it stops all of them but those of proposals. The day on which it begins is not over, so it stays part of
 * what is left of each clock.
 */
export function suspend(
  matter: Extract<Matter, { kind: 'suspension' }>,
  { at, proposalId }: Consent,
  state: FiledCase,
  clocks: Clocks,
) {
  if (state.status === 'ended') return refuse(commonRefusals.screeningEnded);
  if (state.status === 'suspended') return refuse(changeRefusals.suspended);
  if (state.status !== 'registered') return refuse(changeRefusals.notRegistered);
  if (isClosedBy(state, at)) return refuse(outcomeRefusals.deliberationClosed);
  const lapse = longestFrom(at, state, clocks);
  if (!lapse) return refuse(suspensionRefusals.suspensionUsedUp);
  const { until, reason } = matter;
  const end = until === null ? null : dayEnd(until, clocks.ruleSet.seat);
  if (end !== null && (end <= at || end >= lapse.dueAt)) return refuse(suspensionRefusals.suspensionEnd, '/until');
  const stopped = Object.values(state.running).filter((deadline) => !isTimeToSign(deadline));
  return accept<CaseEvent>({
    type: 'ScreeningSuspended',
    occurredAt: at,
    rule: 'S11',
    tier: 'PUBLIC',
    data: {
      until: end,
      fromDay: clocks.standStill(at, { at }).fromDay,
      stopped,
      proposalId,
      reason,
      opens: [lapse, ...(end === null || until === null ? [] : [endOn(until, at, end)])],
      closes: stopped.map(({ id }) => id),
    },
  });
}

/**
 * The limit of the longest suspension; `undefined` where none is left of it. The time for which the case stood still
 * before is counted first, in days that were begun: where there were any, the limit counts from so many days before.
 */
function longestFrom(at: Instant, { suspensions }: FiledCase, clocks: Clocks): RunningDeadline | undefined {
  const { seat, suspension } = clocks.ruleSet;
  const today = seatDate(at, seat);
  const used = Math.ceil(suspensions.reduce((ms, { from, to }) => ms + millisOf(to) - millisOf(from), 0) / DAY_MS);
  if (used === 0) return clocks.start('suspension', { event: 'ScreeningSuspended', at });
  const date = plusDays(today, -used);
  return plusMonths(date, suspension.longestMonths) > today
    ? clocks.startOn('suspension', { event: 'ScreeningSuspended', date })
    : undefined;
}

const endOn = (day: IsoDate, at: Instant, dueAt: Instant): NamedTime => ({
  id: SUSPENSION_END,
  awaits: 'nobody',
  clock: SUSPENSION_END,
  stage: 'S11',
  rule: 'S11',
  trigger: { kind: 'act', event: 'ScreeningSuspended', instant: at },
  dueAt,
  provisional: false,
  arithmetic: {
    en: `The end of the day that both parties named, ${day}.`,
    'zh-Hans': `双方约定之日 ${day} 终了之时。`,
  },
});
