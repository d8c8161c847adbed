import type { CaseParties, PartyCode, PersonId } from '@parley/kernel';

/** What access to one case depends on, as its service knows it. */
export interface CaseAccess {
  /** Only its filer reads a draft. From filing on both parties read the case. */
  readonly stage: 'draft' | 'filed';
  readonly parties: CaseParties;
  /** The party whose grievance it is. */
  readonly filer: PartyCode;
  /** Everybody who was nominated or drawn for this case's panel and is still on it, challenged or not. */
  readonly nominated: readonly PersonId[];
  /** The seated members without an undecided challenge (I-09). */
  readonly seated: readonly PersonId[];
  /**
   * Experts and third parties whom its panel hears, and persons picked as conciliators, where the service knows of
   * them. They read no tier of the case.
   * They do the acts that are theirs, and are told only what they are asked and what they said themselves.
   */
  readonly heard?: readonly PersonId[];
}
