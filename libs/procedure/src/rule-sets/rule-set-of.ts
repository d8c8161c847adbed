import type { RuleSet } from './rule-set';
import { ruleSet2026 } from './rule-set-2026-1';

/** Every version that a case may be pinned to, oldest first. */
export const ruleSets: readonly RuleSet[] = [ruleSet2026];

/** The version under which a case registered now is pinned. */
export const currentRuleSet: RuleSet = ruleSet2026;

/**
 * A version by its name, as it stands in the envelope of an event.
 * @param known the versions that there are, oldest first; those of this release when left out
 * @throws {RangeError} for a version that is not there
 */
export function ruleSetOf(version: string, known: readonly RuleSet[] = ruleSets): RuleSet {
  const ruleSet = known.find((each) => each.version === version);
  if (ruleSet === undefined) throw new RangeError(`no rule set ${version}`);
  return ruleSet;
}
