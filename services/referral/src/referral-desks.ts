import type { Agreements } from './application/agreement-desk';
import type { ReferralDesk } from './application/referral-desk';
import type { SettlementDesk } from './application/settlement-desk';

/** The desks of what the referral keeps: of cases, and of agreements that are older than any. */
export interface ReferralDesks {
  readonly desk: ReferralDesk;
  readonly settlements: SettlementDesk;
  readonly agreements: Agreements;
}
