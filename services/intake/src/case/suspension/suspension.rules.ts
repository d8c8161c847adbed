import {
  accept,
  refuse,
  type Bilingual,
  type Decision,
  type DomainEvent,
  type Instant,
  type IsoDate,
  type RefusalReason,
} from '@parley/kernel';
import { dayEnd, type Clocks, type Happening, type StandStill } from '@parley/procedure';
import type { FiledCase, SuspendedCase } from '../case-commands.rules';
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
  MovesClocks & { readonly by: 'consent' | 'end-date'; readonly still: StandStill; readonly proposalId: string | null }
>;

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
    en: 'A suspension ends on a day after now and within the longest suspension that the rules allow.',
    'zh-Hans': '中止的终止日须在当前时刻之后，且不超过规则允许的最长中止期限。',
  },
} as const satisfies Record<string, RefusalReason>;

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

const ENDING = ['suspension', 'suspension-end'];

/** Both parties let a suspended screening go on. */
export function resume(
  _: Extract<Matter, { kind: 'resumption' }>,
  { at, proposalId }: Consent,
  state: FiledCase,
  clocks: Clocks,
) {
  if (state.status === 'ended') return refuse(commonRefusals.screeningEnded);
  if (state.status !== 'suspended') return refuse(suspensionRefusals.notSuspended);
  return accept<CaseEvent>(resumed('consent', { event: 'ScreeningResumed', at }, proposalId, state, clocks));
}

/** The day that the parties named is over. */
export const suspensionEndByDefault = (expiry: Instant, state: SuspendedCase, clocks: Clocks): Decision<CaseEvent> =>
  accept(resumed('end-date', { event: 'ScreeningResumed', at: expiry, kind: 'expiry' }, null, state, clocks));

function resumed(
  by: 'consent' | 'end-date',
  when: Happening,
  proposalId: string | null,
  { suspension, running }: SuspendedCase,
  clocks: Clocks,
): CaseEvent {
  const still = clocks.standStill(suspension.at, when);
  return {
    type: 'ScreeningResumed',
    occurredAt: when.at,
    rule: 'S11',
    tier: 'PUBLIC',
    data: {
      by,
      still,
      proposalId,
      opens: goOn(suspension.stopped, still, when.at, clocks),
      closes: ENDING.filter((id) => running[id]),
    },
  };
}

/** The id of the end that the parties named. */
export const SUSPENSION_END = 'suspension-end';

/**
 * S11: both parties suspend the screening, for twelve months at most. Only a suspension stops clocks, and it stops all
 * of them but those of proposals. The day on which it begins is not over, so it stays part of what is left of each
 * clock.
 */
export function suspend(
  { until, reason }: Extract<Matter, { kind: 'suspension' }>,
  { at, proposalId }: Consent,
  state: FiledCase,
  clocks: Clocks,
) {
  if (state.status === 'ended') return refuse(commonRefusals.screeningEnded);
  if (state.status === 'suspended') return refuse(changeRefusals.suspended);
  if (state.status !== 'registered') return refuse(changeRefusals.notRegistered);
  if (isClosedBy(state, at)) return refuse(outcomeRefusals.deliberationClosed);
  const lapse = clocks.start('suspension', { event: 'ScreeningSuspended', at });
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
