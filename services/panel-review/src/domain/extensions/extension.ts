import {
  canonicalJson,
  type Bilingual,
  type CaseId,
  type Instant,
  type PartyCode,
  type PersonId,
  type Sha256,
} from '@parley/kernel';
import { sha256Text } from '@parley/procedure';

/** Whose two signatures an extension needs: the parties' own, or those of the co-heads, who decide jointly (I-20). */
export type Signatories = 'parties' | 'coheads';

/** That a running deadline of the panel is to end later. It lapses with the deadline. */
export interface ExtensionProposal {
  /** `extension:1`, `extension:2` … */
  readonly id: string;
  readonly deadline: string;
  /** In the deadline's own unit. */
  readonly by: number;
  /** Shown to the public in both languages at once (I-57, I-64). */
  readonly reason: Bilingual;
  readonly signatories: Signatories;
  readonly proposedBy: PartyCode;
  readonly proposer: PersonId;
  readonly proposedAt: Instant;
  readonly digest: Sha256;
  /** When the other signed; `null` while nobody has. */
  readonly signedAt: Instant | null;
}

/** What both sign: the SHA-256 of the canonical JSON of case, proposal, signatories, deadline, length and reason. */
export const extensionDigest = (
  caseId: CaseId,
  {
    id,
    signatories,
    deadline,
    by,
    reason,
  }: Pick<ExtensionProposal, 'id' | 'signatories' | 'deadline' | 'by' | 'reason'>,
): Sha256 => sha256Text(canonicalJson({ case: caseId, extension: id, signatories, deadline, by, reason }));
