import type { Instant, IsoDate } from '@parley/kernel';

/** Numbers of a rule set by the places where they stand, such as `tracks.standard.clocks.reply.length`. */
export type Numbers = Readonly<Record<string, number>>;

/**
 * Another version of the rules as an installation writes it down: the numbers that it changes in an earlier version.
 * Graphs and words stay.
 */
export interface Amendment {
  readonly version: string;
  /** The version that it amends. */
  readonly amends: string;
  /** Day at the seat from which cases are registered under it. */
  readonly from: IsoDate;
  readonly numbers: Numbers;
}

/**
 * A version of the rules as it was brought in. It never changes afterwards. The whole installation takes it from the
 * register alone, so that all count by the same numbers.
 */
export interface BroughtInRules {
  readonly version: string;
  readonly amends: string;
  readonly from: IsoDate;
  /** When it comes into force for new cases: as its day begins, or when it was brought in, if that is later. */
  readonly inForceFrom: Instant;
  /** All its numbers, also those that it does not change. */
  readonly numbers: Numbers;
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
