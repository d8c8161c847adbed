import {
  canonicalJson,
  type CaseId,
  type Instant,
  type PartyCode,
  type PersonId,
  type Sha256,
  type Text,
} from '@parley/kernel';
import { sha256Text } from '@parley/procedure';

/** Somebody whom a party proposes to be asked on a question of fact. */
export interface ProposedExpert {
  /** `expert:US:1`, the first one on that party's list. */
  readonly id: string;
  readonly name: readonly Text[];
  readonly expertise: readonly string[];
  /** Who would act as that expert here; left out where the registry is to receive the report. */
  readonly personId?: PersonId;
}

/** A party's one list. */
export interface ExpertList {
  readonly party: PartyCode;
  readonly experts: readonly ProposedExpert[];
  readonly proposedAt: Instant;
}

/** An expert on whom both co-chairs agreed, with what is asked. */
export interface TakenExpert {
  readonly expertId: string;
  readonly questions: readonly Text[];
  readonly takenAt: Instant;
  /** Id of the report; `null` before it is served. */
  readonly report: string | null;
  /** Who acts as that expert here. */
  readonly personId?: PersonId;
  /** What the expert said may bear on the report, before it. */
  readonly disclosure?: { readonly statement: readonly Text[]; readonly disclosedAt: Instant };
}

/** What a co-chair would ask whom; it lies in deliberation until both say the same. */
export interface ExpertChoice {
  readonly by: PersonId;
  readonly expertId: string;
  readonly questions: readonly Text[];
  readonly digest: Sha256;
}

/** What two co-chairs agree on: the SHA-256 of the canonical JSON of case, expert and questions. */
export const expertDigest = (caseId: CaseId, expertId: string, questions: readonly Text[]): Sha256 =>
  sha256Text(canonicalJson({ caseId, expert: expertId, questions }));

/** The clock of the comments on a report: `expert-comments:1`. */
export const commentClockId = (reportId: string): string => `expert-comments:${reportId.slice('report:'.length)}`;
