import { accept, refuse, type Decision, type Instant, type IsoDate } from '@parley/kernel';
import { dayEnd, type Clocks } from '@parley/procedure';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import { isProposalId, type Consent, type Matter } from '../consent/proposal';
import type { NamedTime } from '../running-deadline';
import { refusals } from '../refusals';

/** The id of the end that the parties named. */
export const SUSPENSION_END = 'suspension-end';

/**
 * S11: both parties suspend the screening, for twelve months at most. It alone stops clocks, all of them but those of
 * proposals; the day on which it stops is not over and so is left to each.
 */
export function suspend(
  { until, reason }: Extract<Matter, { kind: 'suspension' }>,
  { at, proposalId }: Consent,
  state: FiledCase,
  clocks: Clocks,
): Decision<CaseEvent> {
  if (state.status === 'ended') return refuse(refusals.screeningEnded);
  if (state.status === 'suspended') return refuse(refusals.suspended);
  if (state.status !== 'registered') return refuse(refusals.notRegistered);
  const lapse = clocks.start('suspension', { event: 'ScreeningSuspended', at });
  const end = until === null ? null : dayEnd(until, clocks.ruleSet.seat);
  if (end !== null && (end <= at || end >= lapse.dueAt)) return refuse(refusals.suspensionEnd, '/until');
  const stopped = Object.values(state.running).filter(({ id }) => !isProposalId(id));
  return accept({
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
