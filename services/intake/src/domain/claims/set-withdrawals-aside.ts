import type { Instant } from '@parley/kernel';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import { withWithdrawalsUndone } from './withdrawal';
import type { ClaimsWithdrawalSetAside } from './claims-events';

/** What stands of a case once the screening is known to have ended at an instant, and the events that say so. */
export interface AsItStoodThen<Case extends FiledCase> {
  readonly events: readonly CaseEvent[];
  readonly state: Case;
}

/** What ended the screening, when, and which of the two counts that came at one instant. */
interface LateHeardEnd {
  readonly at: Instant;
  readonly eventId: string;
  readonly first: 'end' | 'withdrawal';
}

/**
 * Claims that were given up behind the instant at which the screening had ended, by what is learned of only now: they
 * were in it to its end, as they would be had it been heard of in time (I-19).
 */
export function withdrawalsBehind<Case extends FiledCase>(
  { at, eventId: becauseOf, first }: LateHeardEnd,
  state: Case,
): AsItStoodThen<Case> {
  const behind = state.withdrawals.filter(
    (withdrawal) => withdrawal.at > at || (withdrawal.at === at && first === 'end'),
  );
  if (behind.length === 0) return { events: [], state };
  const opens = behind.flatMap(({ stopped }) => stopped);
  const claims = behind.flatMap((withdrawal) => withdrawal.claims.map(({ thing }) => thing.id));
  const undone = withWithdrawalsUndone(state, claims);
  const event: ClaimsWithdrawalSetAside = {
    type: 'ClaimsWithdrawalSetAside',
    occurredAt: at,
    rule: 'I-19',
    tier: 'PUBLIC',
    data: { claims, standing: undone.grievance.claims.map(({ id }) => id), becauseOf, opens, closes: [] },
  };
  return {
    events: [event],
    state: {
      ...undone,
      running: { ...state.running, ...Object.fromEntries(opens.map((deadline) => [deadline.id, deadline])) },
    },
  };
}
