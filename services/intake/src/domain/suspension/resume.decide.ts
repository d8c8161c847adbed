import { accept, refuse, type Decision, type Instant } from '@parley/kernel';
import type { Clocks, Happening } from '@parley/procedure';
import type { CaseEvent } from '../case-events';
import type { FiledCase, SuspendedCase } from '../case-state';
import type { Consent, Matter } from '../consent/proposal';
import { refusals } from '../refusals';
import { goOn } from './go-on';

const ENDING = ['suspension', 'suspension-end'];

/** Both parties let a suspended screening go on. */
export function resume(
  _: Extract<Matter, { kind: 'resumption' }>,
  { at, proposalId }: Consent,
  state: FiledCase,
  clocks: Clocks,
): Decision<CaseEvent> {
  if (state.status === 'ended') return refuse(refusals.screeningEnded);
  if (state.status !== 'suspended') return refuse(refusals.notSuspended);
  return accept(resumed('consent', { event: 'ScreeningResumed', at }, proposalId, state, clocks));
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
