import type { Instant } from '@parley/kernel';
import type { RuleSet } from './rule-set';
import { ruleSet2026 } from './rule-set-2026-1';

/** Every version of this release, oldest first. An installation may propose others. */
export const ruleSets: readonly RuleSet[] = [ruleSet2026];

/** The version that this release proposes, and on which an installation's own are based. */
export const currentRuleSet: RuleSet = ruleSet2026;

/** The versions of this release as if they had always been in effect, for counting without a record. */
export const standingRuleSets: readonly RuleSet[] = ruleSets.map((ruleSet) => ({
  ...ruleSet,
  inForceFrom: '0001-01-01T00:00:00.000Z' as Instant,
}));

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
 * The version in effect at an instant, under which cases are filed then (I-71).
 * @param known the versions that there are, oldest first
 * @returns nothing as long as the co-heads have adopted none
 */
export const ruleSetInEffect = (at: Instant, known: readonly RuleSet[]): RuleSet | undefined =>
  known.findLast(({ inForceFrom }) => inForceFrom !== undefined && inForceFrom <= at);

/**
 * The version by which whatever belongs to no case goes at an instant: the one in effect, or the first of the release
 * before there is any.
 * @param known the versions that there are, oldest first; those of this release when left out
 */
export const ruleSetInForce = (at: Instant, known: readonly RuleSet[] = ruleSets): RuleSet =>
  ruleSetInEffect(at, known) ?? known[0] ?? currentRuleSet;
