import type { CaseId, Instant } from '@parley/kernel';

/** A case beside which another goes on. */
export interface CaseBeside {
  readonly caseId: CaseId;
  readonly docketNumber: string;
}

/** Cases that go on side by side on one timetable; each keeps its number, parties, claims and clocks (I-31). */
export interface Consolidation {
  readonly beside: readonly CaseBeside[];
  readonly since: Instant;
}
