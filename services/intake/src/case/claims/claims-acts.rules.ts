import { accept, refuse, sideOf } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import { timesWithoutClaims } from '../amendments/amendments.rules';
import { claimantOf } from '../amendments/claim-of-other-fault.rules';
import type { FiledCase } from '../case-commands.rules';
import type { CaseEvent } from '../case-events.rules';
import { commonRefusals } from '../common-refusals.rules';
import { isParty } from '../consultations/consultations.rules';
import { withdrawn } from '../outcome/outcome.rules';
import { barredBehindInterim, isClosedBy, outcomeRefusals } from '../outcome/review.rules';
import { cameBeforeEnd } from '../outcome/which-end-counts.rules';
import { claimsRefusals, type ClaimsCommand, type WithdrawClaims } from './claims.rules';
import { suspendedOrNot, type DecidersOf } from '../while-suspended.rules';

/**
 * A party gives up claims of its own. They are closed, and the others go on as they are, including those of the other
 * party (I-30). With the last claim the screening ends. A withdrawal that came before an end counts, even if the end
 * was heard of first (I-19). From the interim text on the claims are barred for a time (I-68).
 */
export function withdrawClaims(command: WithdrawClaims, state: FiledCase, clocks: Clocks) {
  const { by, party, receivedAt } = command;
  if (!isParty(state, party)) return refuse(commonRefusals.notAParty);
  if (state.status === 'ended' && !cameBeforeEnd(receivedAt, state)) return refuse(commonRefusals.screeningEnded);
  if (state.status !== 'registered' && state.status !== 'suspended' && state.status !== 'ended')
    return refuse(claimsRefusals.claimsBeforeRegistration);
  if (isClosedBy(state, receivedAt)) return refuse(outcomeRefusals.deliberationClosed);
  if (Object.values(state.running).some(({ dueAt }) => receivedAt >= dueAt))
    return refuse(commonRefusals.defaultPending);
  const side = sideOf(state.parties, party);
  const held = state.grievance.claims.map(({ id }) => id);
  const own = state.grievance.claims.filter((claim) => claimantOf(claim) === side).map(({ id }) => id);
  const { claims } = command;
  const unknown = claims.findIndex((id) => !own.includes(id));
  if (unknown >= 0) return refuse(claimsRefusals.claimNotHeld, `/claims/${String(unknown)}`);
  const remaining = held.filter((id) => !claims.includes(id));
  if (remaining.length === 0) return accept<CaseEvent>(...withdrawn(command, state, clocks));
  const gone: CaseEvent = {
    type: 'ClaimsWithdrawn',
    occurredAt: receivedAt,
    rule: 'I-30',
    tier: 'PUBLIC',
    data: { by, party, claims, remaining, opens: [], closes: timesWithoutClaims(claims, state) },
  };
  return accept<CaseEvent>(gone, ...barredBehindInterim(claims, receivedAt, state, clocks));
}

export const claimsActs = {
  WithdrawClaims: suspendedOrNot(withdrawClaims),
} satisfies DecidersOf<ClaimsCommand>;
