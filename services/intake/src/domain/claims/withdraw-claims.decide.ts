import { accept, refuse, sideOf, type ActRules, type Decision, type RefusedBy } from '@parley/kernel';
import { timesWithoutClaims } from '../amendments/amendment-clocks';
import { claimantOf } from '../amendments/claim-of-other-fault';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import { isParty } from '../consultations/in-consultations';
import { cameBeforeEnd, withdrawn } from '../outcome/outcome.decide';
import { refusals } from '../refusals';
import type { WithdrawClaims } from './claims-commands';

/** By either party, in a suspended screening too. */
export const withdrawingClaims = {
  as: ['desk'],
  rule: 'I-30',
  refuses: [
    refusals.claimsBeforeRegistration,
    refusals.claimNotHeld,
    refusals.screeningEnded,
    refusals.defaultPending,
    refusals.notAParty,
  ],
} as const satisfies ActRules;

/**
 * A party gives up claims of its own: they are closed and the others go on as they are, the other party's among them
 * (I-30). With the last claim the screening ends. What came before an end that was heard of first counts (I-19).
 */
export function withdrawClaims(
  command: WithdrawClaims,
  state: FiledCase,
): Decision<CaseEvent, RefusedBy<typeof withdrawingClaims>> {
  const { by, party, receivedAt } = command;
  if (!isParty(state, party)) return refuse(refusals.notAParty);
  if (state.status === 'ended' && !cameBeforeEnd(receivedAt, state)) return refuse(refusals.screeningEnded);
  if (state.status !== 'registered' && state.status !== 'suspended' && state.status !== 'ended')
    return refuse(refusals.claimsBeforeRegistration);
  if (Object.values(state.running).some(({ dueAt }) => receivedAt >= dueAt)) return refuse(refusals.defaultPending);
  const side = sideOf(state.parties, party);
  const held = state.grievance.claims.map(({ id }) => id);
  const own = state.grievance.claims.filter((claim) => claimantOf(claim) === side).map(({ id }) => id);
  const { claims } = command;
  const unknown = claims.findIndex((id) => !own.includes(id));
  if (unknown >= 0) return refuse(refusals.claimNotHeld, `/claims/${String(unknown)}`);
  const remaining = held.filter((id) => !claims.includes(id));
  if (remaining.length === 0) return accept(...withdrawn(command, state));
  return accept({
    type: 'ClaimsWithdrawn',
    occurredAt: receivedAt,
    rule: 'I-30',
    tier: 'PUBLIC',
    data: { by, party, claims, remaining, opens: [], closes: timesWithoutClaims(claims, state) },
  });
}
