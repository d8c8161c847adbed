import { streamName, type StreamName } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';

/** The referral's part of each case. */
export const REFERRAL_CATEGORY = 'referral.referral';

/** The settlement of each case, which is a region of its own beside the screening. */
export const SETTLEMENT_CATEGORY = 'referral.settlement';

/** The obligations of a case's settlement, under the id of the case. */
export const COMPLIANCE_CATEGORY = 'referral.compliance';

/** Existing agreements that both desks entered in the register, under ids of their own. */
export const REGISTER_CATEGORY = 'referral.agreement';

export const settlementStream = (caseId: CaseId): StreamName => streamName(SETTLEMENT_CATEGORY, caseId);

export const complianceStream = (caseId: CaseId): StreamName => streamName(COMPLIANCE_CATEGORY, caseId);
