import type { CaseHistory, History } from '../../simulation/history/case-history';
import type { InvariantId } from '@parley/procedure';

/**
 * An invariant as a question to a history. `check` tells in words what breaks the rule there; nothing when it holds.
 */
export interface Rule {
  readonly invariant: InvariantId;
  check(history: History): readonly string[];
}

/** A rule about each case by itself. */
export const ofEachCase = (invariant: InvariantId, check: (each: CaseHistory) => readonly string[]): Rule => ({
  invariant,
  check: ({ cases }) => cases.flatMap((each) => check(each).map((says) => `case ${each.caseId}: ${says}`)),
});
