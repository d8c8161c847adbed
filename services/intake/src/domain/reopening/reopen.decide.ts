import { accept, refuse, type Decision } from '@parley/kernel';
import type { Clocks, Happening } from '@parley/procedure';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import type { Consent, Matter } from '../consent/proposal';
import { refusals } from '../refusals';
import { goOn } from '../suspension/go-on';

/**
 * I-26: both parties reopen an ended screening, which is its only way on. What ran goes on with what was left of it; a
 * long-stop that had passed starts anew from here, so that the screening still ends whatever happens (I-17). Findings
 * and settlements are final.
 */
export function reopen(
  { reason }: Extract<Matter, { kind: 'reopening' }>,
  { at, proposalId }: Consent,
  state: FiledCase,
  clocks: Clocks,
): Decision<CaseEvent> {
  if (state.status !== 'ended') return refuse(refusals.notEnded);
  const { registration, exchange, outcome, endedAt, stopped } = state;
  if (!registration || !exchange) return refuse(refusals.endedUnregistered);
  if (outcome !== 'withdrawn' && outcome !== 'lapsed') return refuse(refusals.outcomeIsFinal);
  const when: Happening = { event: 'ScreeningReopened', at };
  const still = clocks.standStill(stopped.at, when);
  const left = goOn(
    stopped.deadlines.filter(({ dueAt }) => dueAt > stopped.at),
    still,
    at,
    clocks,
  );
  const longStop = left.some(({ id }) => id === 'long-stop')
    ? []
    : [clocks.onTrack(state.track).start('long-stop', when)];
  return accept({
    type: 'ScreeningReopened',
    occurredAt: at,
    rule: 'I-26',
    tier: 'PUBLIC',
    data: { outcome, endedAt, still, proposalId, reason, opens: [...left, ...longStop], closes: [] },
  });
}
