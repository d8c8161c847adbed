import { refuse, type Instant, type Refused } from '@parley/kernel';
import type { Registration } from '../learned-fact';
import { settlementRefusals } from './settlement-refusals';
import type { FiledSettlement } from './settlement-state';

/** Before findings the parties conciliate while the screening goes on; after them the formal window is open. */
export interface SettlementPhase {
  readonly kind: 'before-findings' | 'window';
  readonly registration: Pick<Registration, 'ruleSetVersion'>;
}

/**
 * Whether the case can still be settled by an act received at an instant: from registration to the long-stop or another
 * end, and in the window after findings. What ended the screening at a later instant does not stand against an earlier
 * act (I-19).
 */
export function settlementPhase(state: FiledSettlement, receivedAt: Instant): SettlementPhase | Refused {
  const { known, region, window, settled } = state;
  const { registration, ended, suspended } = known;
  if (!registration) return refuse(settlementRefusals.notRegistered);
  if (settled) return refuse(settlementRefusals.alreadySettled);
  if (region === 'lapsed' || (window && receivedAt >= window.dueAt)) return refuse(settlementRefusals.windowClosed);
  if (region === 'window') return { kind: 'window', registration };
  // That findings ended it may be heard of before the findings themselves, which open the window.
  if (ended && ended.outcome !== 'findings-issued' && receivedAt >= ended.endedAt)
    return refuse(settlementRefusals.screeningEnded);
  if (!suspended && registration.longStop !== undefined && receivedAt >= registration.longStop)
    return refuse(settlementRefusals.longStopPassed);
  return { kind: 'before-findings', registration };
}
