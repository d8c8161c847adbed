import type { Text } from '@parley/kernel';
import type { ConsultationProvision, ForumCode } from '../forums/forum-rules';

/** What the complainant asks for, and its own words for the draft of its request for consultations. */
export interface DossierRequest {
  readonly forum: ForumCode;
  readonly consultationProvisions: readonly ConsultationProvision[];
  /** Ids of the measures at issue; claims may narrow between a grievance and a request. */
  readonly measures: readonly string[];
  /** Ids of the claims. */
  readonly claims: readonly string[];
  /** Whether the draft reserves the right to address further measures and claims. */
  readonly furtherClaimsReserved: boolean;
  /** What else the draft says, in the complainant's own words. May be empty. */
  readonly statement: readonly Text[];
  /** The statement of available evidence that a subsidy claim needs (SCM 4.2, 7.2). Empty otherwise. */
  readonly availableEvidence: readonly Text[];
}
