import type { CaseParties, PartyCode, PersonId } from '@parley/kernel';

/** What access to one case depends on, as its service knows it. */
export interface CaseAccess {
  /** A draft is its filer's alone; from filing on both parties read the case. */
  readonly stage: 'draft' | 'filed';
  readonly parties: CaseParties;
  /** The party whose grievance it is. */
  readonly filer: PartyCode;
  /** Everybody nominated or drawn for this case's panel who is still on it, challenged or not. */
  readonly nominated: readonly PersonId[];
  /** The seated members without an undecided challenge (I-09). */
  readonly seated: readonly PersonId[];
  /**
   * Experts and third parties whom its panel hears, where the service knows of them. They are readers of no tier of the
   * case: they do what is theirs, and are told of what they are asked and of what they said themselves.
   */
  readonly heard?: readonly PersonId[];
}
