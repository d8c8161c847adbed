import { intake, tell } from '@parley/contracts';
import type { RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { ClaimsEvent } from './claims.rules';

/** Tells the other contexts of single claims. */
export function tellClaims(recorded: RecordedEvent, caseId: string, event: ClaimsEvent): PublicEvent {
  const { occurredAt: at } = event;
  if (event.type === 'ClaimsWithdrawn') {
    const { party, claims, remaining } = event.data;
    return tell(recorded, intake.ClaimsWithdrawnSchema, {
      caseId,
      withdrawnAt: at,
      claimIds: [...claims],
      remainingClaimIds: [...remaining],
      withdrawnBy: party,
    });
  }
  const { claims, standing, becauseOf } = event.data;
  return tell(recorded, intake.ClaimsWithdrawalSetAsideSchema, {
    caseId,
    at,
    claimIds: [...claims],
    standingClaimIds: [...standing],
    becauseOf,
  });
}
