import { streamName, type StreamName } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';

/** The evidence of each case. */
export const EXHIBITS_CATEGORY = 'evidence.exhibits';

export const exhibitsStream = (caseId: CaseId): StreamName => streamName(EXHIBITS_CATEGORY, caseId);
