import { accept, refuse, type Decision } from '@parley/kernel';
import { timesWithoutClaims } from '../amendments/amendment-clocks';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import { withdraw } from '../outcome/outcome.decide';
import { refusals } from '../refusals';
import type { WithdrawClaims } from './claims-commands';

/**
 * The complainant gives up some of its claims: they are closed and the others go on as they are (I-30). Giving up all of them is
 * withdrawing the whole, and ends the screening.
 */
export function withdrawClaims(command: WithdrawClaims, state: FiledCase): Decision<CaseEvent> {
  const { by, party, receivedAt, claims } = command;
  if (party !== state.parties.complainant) return refuse(refusals.notComplainant);
  if (state.status === 'ended') return refuse(refusals.screeningEnded);
  if (state.status !== 'registered' && state.status !== 'suspended') return refuse(refusals.claimsBeforeRegistration);
  const held = state.grievance.claims.map(({ id }) => id);
  const unknown = claims.findIndex((id) => !held.includes(id));
  if (unknown >= 0) return refuse(refusals.claimNotHeld, `/claims/${String(unknown)}`);
  const remaining = held.filter((id) => !claims.includes(id));
  if (remaining.length === 0) return withdraw({ ...command, type: 'WithdrawGrievance' }, state);
  if (Object.values(state.running).some(({ dueAt }) => receivedAt >= dueAt)) return refuse(refusals.defaultPending);
  return accept({
    type: 'ClaimsWithdrawn',
    occurredAt: receivedAt,
    rule: 'I-30',
    tier: 'PUBLIC',
    data: { by, claims, remaining, opens: [], closes: timesWithoutClaims(claims, state) },
  });
}
