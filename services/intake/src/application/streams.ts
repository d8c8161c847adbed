import { streamName, type StreamName } from '@parley/event-store';
import type { CaseId, PartyCode } from '@parley/kernel';

/** The intake's part of each case. */
export const CASE_CATEGORY = 'intake.case';
/** One docket per party and year of registration. */
export const DOCKET_CATEGORY = 'intake.docket';

export const caseStream = (caseId: CaseId): StreamName => streamName(CASE_CATEGORY, caseId);
export const docketStream = (party: PartyCode, year: number): StreamName => streamName(DOCKET_CATEGORY, `${party}-${String(year)}`);
