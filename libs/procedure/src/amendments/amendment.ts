import type { Instant, IsoDate, Sha256 } from '@parley/kernel';

/** Numbers of a rule set by the places where they stand, such as `tracks.standard.clocks.reply.length`. */
export type Numbers = Readonly<Record<string, number>>;

/**
 * Another version of the rules as an installation proposes it: the numbers that it changes in an earlier version.
 * Graphs and words stay.
 */
export interface Amendment {
  readonly version: string;
  /** The version that it amends. */
  readonly amends: string;
  /** Day at the seat from which cases are filed under it. */
  readonly from: IsoDate;
  readonly numbers: Numbers;
}

/** A version of the rules as it is proposed to the co-heads, who sign its digest. */
export interface ProposedRules {
  readonly version: string;
  /** The version that it amends; `null` for one of the release, which stands by itself. */
  readonly amends: string | null;
  /** Day at the seat from which cases are filed under it; `null` for from its adoption on. */
  readonly from: IsoDate | null;
  /** All its numbers, also those that it does not change. */
  readonly numbers: Numbers;
  /** SHA-256 of the whole version, words and graphs included. */
  readonly digest: Sha256;
}

/**
 * A version of the rules that both co-heads adopted. It never changes afterwards. The whole installation takes it from
 * the register alone, so that all count by the same numbers (I-71).
 */
export interface AdoptedRules extends ProposedRules {
  /** When it takes effect: as its day begins, or with the second signature, if that is later. */
  readonly inForceFrom: Instant;
}

/** What is wrong with an amendment. */
export interface AmendmentFault {
  /** Where it stands in the amendment. */
  readonly field: string;
  /** The rule that it breaks. */
  readonly rule: string;
  /** The rest of a sentence that begins with the field. */
  readonly wrong: string;
}

export const fault = (field: string, rule: string, wrong: string): AmendmentFault => ({ field, rule, wrong });

/** `tracks.standard.clocks.reply.length must be … (S4)`. */
export const saysFault = ({ field, rule, wrong }: AmendmentFault): string => `${field} ${wrong} (${rule})`;
