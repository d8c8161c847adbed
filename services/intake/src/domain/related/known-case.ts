import type { CaseId, CaseParties } from '@parley/kernel';
import type { CaseState } from '../case-state';
import type { Outcome } from '../outcome/outcome';

/** What is known of a case when another one refers to it. */
export interface KnownCase {
  readonly caseId: CaseId;
  readonly parties: CaseParties;
  /** `null` when it was never registered. */
  readonly docketNumber: string | null;
  /** `null` while its screening goes on. */
  readonly outcome: Outcome | null;
}

/** A case as another may refer to it; nothing of one that was never filed. */
export function knownCase(state: CaseState): KnownCase | null {
  if (state.status === 'unfiled') return null;
  const { caseId, parties } = state;
  return {
    caseId,
    parties,
    docketNumber: 'registration' in state ? state.registration.docketNumber : null,
    outcome: state.status === 'ended' ? state.outcome : null,
  };
}
