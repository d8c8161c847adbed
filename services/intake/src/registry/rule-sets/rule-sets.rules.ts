import { accept, latest, type Decider, type DomainEvent, type Instant } from '@parley/kernel';
import {
  amendedRuleSet,
  dayStart,
  numbersOf,
  type Amendment,
  type BroughtInRules,
  type RuleSet,
} from '@parley/procedure';

/** A version of the rules was brought in. It never changes from then on. */
export type RulesBroughtIn = DomainEvent<'RulesBroughtIn', BroughtInRules>;

export interface BringIn {
  /** Each with all its numbers. */
  readonly versions: readonly BroughtInRules[];
  readonly at: Instant;
}

/** The names of the versions in the register. A version in it never changes. */
export const ruleSetRegisterDecider: Decider<BringIn, readonly string[], RulesBroughtIn> = {
  initial: [],
  decide: ({ versions, at }, known) =>
    accept(
      ...versions
        .filter(({ version }) => !known.includes(version))
        .map((data): RulesBroughtIn => ({
          type: 'RulesBroughtIn',
          occurredAt: at,
          rule: 'rule-set',
          tier: 'PUBLIC',
          data,
        })),
    ),
  evolve: (known, { data }) => [...known, data.version],
};

export interface NewVersion {
  readonly ruleSet: RuleSet;
  readonly data: BroughtInRules;
  /** Why it cannot follow the known versions, in sentences without their full stops. */
  readonly order: readonly string[];
}

/** The new versions that amendments make from the known ones. A version that exists already makes none. */
export function newVersions(
  known: readonly RuleSet[],
  amendments: readonly Amendment[],
  at: Instant,
): readonly NewVersion[] {
  return amendments.reduce<readonly NewVersion[]>((made, amendment) => {
    const { version, amends, from } = amendment;
    const before = [...known, ...made.map(({ ruleSet }) => ruleSet)];
    const base = before.find((each) => each.version === amends);
    if (!base || before.some((each) => each.version === version)) return made;
    const inForceFrom = latest(dayStart(from, base.seat), at);
    const ruleSet = amendedRuleSet(base, amendment, inForceFrom);
    const later = before.filter((each) => each.inForceFrom !== undefined && each.inForceFrom > inForceFrom);
    const order = later.map(
      (each) =>
        `rule set ${version} would come into force on ${from}, before ${each.version}, which is in the record already`,
    );
    return [...made, { ruleSet, order, data: { version, amends, from, inForceFrom, numbers: numbersOf(ruleSet) } }];
  }, []);
}
