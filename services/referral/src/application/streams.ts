import { streamName, type StreamName } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';

/** The referral's part of each case. */
export const REFERRAL_CATEGORY = 'referral.referral';

/** Its settlement: a region of its own beside the screening. */
export const SETTLEMENT_CATEGORY = 'referral.settlement';

export const referralStream = (caseId: CaseId): StreamName => streamName(REFERRAL_CATEGORY, caseId);

export const settlementStream = (caseId: CaseId): StreamName => streamName(SETTLEMENT_CATEGORY, caseId);
