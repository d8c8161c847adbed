import {
  amendedRuleSet,
  dayStart,
  numbersOf,
  ruleSetDigest,
  ruleSets,
  type Amendment,
  type RuleSet,
} from '@parley/procedure';
import type { RuleSetOffered, RuleSetRegister } from './rule-sets.rules';

export interface OfferedVersion {
  readonly ruleSet: RuleSet;
  readonly offered: RuleSetOffered;
}

/** The versions of the release, which it proposes as they stand. */
export const releasedVersions = (): readonly OfferedVersion[] =>
  ruleSets.map((ruleSet) => ({ ruleSet, offered: offer(ruleSet, { amends: null, from: null, opensAt: null }) }));

/**
 * The versions that amendments make of known ones, and of each other. One that is known already makes none.
 * @param known those of the release, and those that are adopted
 */
export function newVersions(known: readonly RuleSet[], amendments: readonly Amendment[]): readonly OfferedVersion[] {
  return amendments.reduce<readonly OfferedVersion[]>((made, amendment) => {
    const { version, amends, from } = amendment;
    const before = [...known, ...made.map(({ ruleSet }) => ruleSet)];
    const base = before.find((each) => each.version === amends);
    if (!base || before.some((each) => each.version === version)) return made;
    const opensAt = dayStart(from, base.seat);
    const ruleSet = amendedRuleSet(base, amendment, opensAt);
    return [...made, { ruleSet, offered: offer(ruleSet, { amends, from, opensAt }) }];
  }, []);
}

const offer = (ruleSet: RuleSet, of: Pick<RuleSetOffered, 'amends' | 'from' | 'opensAt'>): RuleSetOffered => ({
  ...of,
  version: ruleSet.version,
  numbers: numbersOf(ruleSet),
  digest: ruleSetDigest(ruleSet, of.from),
});

/**
 * A proposed version with everything in it, as this release has it.
 * @returns nothing where it, or what it amends, is not of this release or of the register
 */
export function wholeRuleSet(version: string, register: RuleSetRegister): RuleSet | undefined {
  const offered = register[version];
  if (!offered) return undefined;
  const { amends, numbers, opensAt } = offered;
  if (amends === null || opensAt === null) return ruleSets.find((each) => each.version === version);
  const base = wholeRuleSet(amends, register);
  return base && amendedRuleSet(base, { version, amends, numbers }, opensAt);
}
