import type { ReferralDesk } from './application/referral-desk';
import type { SettlementDesk } from './application/settlement-desk';

/** The desks of what the referral keeps of a case. */
export interface ReferralDesks {
  readonly desk: ReferralDesk;
  readonly settlements: SettlementDesk;
}
