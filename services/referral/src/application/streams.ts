import { streamName, type StreamName } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';

/** The referral's part of each case. */
export const REFERRAL_CATEGORY = 'referral.referral';

export const referralStream = (caseId: CaseId): StreamName => streamName(REFERRAL_CATEGORY, caseId);
