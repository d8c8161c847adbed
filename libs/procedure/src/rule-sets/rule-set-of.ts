import type { Instant } from '@parley/kernel';
import type { RuleSet } from './rule-set';
import { ruleSet2026 } from './rule-set-2026-1';

/** Every version of this release, oldest first. An installation may bring in others. */
export const ruleSets: readonly RuleSet[] = [ruleSet2026];

/** The version under which cases are registered where no other was brought in. */
export const currentRuleSet: RuleSet = ruleSet2026;

/** A version of the rules that is not known here, or not yet. */
export class UnknownRuleSetError extends RangeError {
  constructor(readonly version: string) {
    super(`no rule set ${version}`);
  }
}

/**
 * A version by its name, as it stands in the envelope of an event.
 * @param known the versions that there are, oldest first; those of this release when left out
 * @throws {UnknownRuleSetError} for a version that is not there
 */
export function ruleSetOf(version: string, known: readonly RuleSet[] = ruleSets): RuleSet {
  const ruleSet = known.find((each) => each.version === version);
  if (ruleSet === undefined) throw new UnknownRuleSetError(version);
  return ruleSet;
}

/**
 * The version in force at an instant: cases registered then are under it, and so is whatever belongs to no case.
 * @param known the versions that there are, oldest first; those of this release when left out
 */
export const ruleSetInForce = (at: Instant, known: readonly RuleSet[] = ruleSets): RuleSet =>
  known.findLast(({ inForceFrom }) => inForceFrom !== undefined && inForceFrom <= at) ?? known[0] ?? currentRuleSet;
