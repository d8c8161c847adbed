import { accept, refuse, type Bilingual, type DomainEvent, type Instant, type RefusalReason } from '@parley/kernel';
import type { Clocks, Happening, StandStill } from '@parley/procedure';
import type { FiledCase } from '../case-commands.rules';
import type { CaseEvent, MovesClocks } from '../case-events.rules';
import type { Consent, Matter } from '../consent/proposal.rules';
import type { Outcome } from '../outcome/outcome.rules';
import { goOn } from '../suspension/suspension.rules';

/** Both parties reopened an ended screening (I-26). It goes on where it stood, with what was left of its clocks. */
export type ScreeningReopened = DomainEvent<
  'ScreeningReopened',
  MovesClocks & {
    readonly outcome: Outcome;
    readonly endedAt: Instant;
    readonly still: StandStill;
    readonly proposalId: string;
    readonly reason: Bilingual;
  }
>;

export const reopeningRefusals = {
  notEnded: { code: 'not-ended', rule: 'I-26', en: 'The screening has not ended.', 'zh-Hans': '审查尚未结束。' },

  endedUnregistered: {
    code: 'ended-before-registration',
    rule: 'I-26',
    en: 'The screening ended before registration; file the grievance again.',
    'zh-Hans': '审查在登记之前即已结束；请重新提交申诉。',
  },

  outcomeIsFinal: {
    code: 'outcome-is-final',
    rule: 'I-26',
    en: 'Findings that are issued, and a settlement that is signed, are final; what is left can be filed anew.',
    'zh-Hans': '已发布的结论与已签署的和解为终局；其余事项可另行提交。',
  },
} as const satisfies Record<string, RefusalReason>;

/** The refusal of a new beginning for a screening that has not ended. */
export const notEnded = () => refuse(reopeningRefusals.notEnded);

/** Outcomes that are not final. */
const REOPENED: readonly Outcome[] = ['withdrawn', 'no-panel', 'lapsed'];

/**
 * I-26: both parties reopen an ended screening, which is its only way on. Its clocks go on with what was left of them.
 * A long-stop that had passed starts anew from here, so that the screening still ends whatever happens (I-17). Findings
 * and settlements are final.
 */
export function reopen(
  matter: Extract<Matter, { kind: 'reopening' }>,
  { at, proposalId }: Consent,
  state: FiledCase,
  clocks: Clocks,
) {
  if (state.status !== 'ended') return notEnded();
  const { registration, exchange, outcome, endedAt, stopped } = state;
  if (!registration || !exchange) return refuse(reopeningRefusals.endedUnregistered);
  if (!REOPENED.includes(outcome)) return refuse(reopeningRefusals.outcomeIsFinal);
  const when: Happening = { event: 'ScreeningReopened', at };
  const still = clocks.standStill(stopped.at, when);
  const left = goOn(
    // The proposals ended with the screening.
    stopped.deadlines.filter(({ dueAt, clock }) => dueAt > stopped.at && clock !== 'correction'),
    still,
    at,
    clocks,
  );
  const longStop = left.some(({ id }) => id === 'long-stop')
    ? []
    : [clocks.onTrack(state.track).start('long-stop', when)];
  const { reason } = matter;
  return accept<CaseEvent>({
    type: 'ScreeningReopened',
    occurredAt: at,
    rule: 'I-26',
    tier: 'PUBLIC',
    data: { outcome, endedAt, still, proposalId, reason, opens: [...left, ...longStop], closes: [] },
  });
}
