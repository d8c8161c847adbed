import { commandIdOf, handleCommand, sha256, type EventStore } from '@parley/event-store';
import { accept, canonicalJson, latest, type Decider, type Instant } from '@parley/kernel';
import {
  amendedRuleSet,
  dayStart,
  numbersOf,
  ruleSetInForce,
  saysFault,
  wholeFaults,
  type Amendment,
  type JointCalendar,
  type RulesBroughtIn,
  type RuleSet,
} from '@parley/procedure';
import type { InstalledRules } from './installed-rules';
import { broughtIn, rulesStream } from './rules-stream';

interface BringIn {
  /** Each with all its numbers. */
  readonly versions: readonly RulesBroughtIn['data'][];
  readonly at: Instant;
}

/** The versions that the register has, by name. What stands in it is never changed. */
const registerDecider: Decider<BringIn, readonly string[], RulesBroughtIn> = {
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

/**
 * Puts the amendments on record that are not there yet, and has this process go by them. A version comes into force
 * with its day, or now where that has passed: what was registered before is under the rules of then.
 * @returns what keeps them out, in sentences without their ends; then nothing is recorded
 */
export async function bringInRules(
  store: EventStore,
  rules: InstalledRules,
  amendments: readonly Amendment[],
  calendar: JointCalendar,
  at: Instant,
): Promise<readonly string[]> {
  await rules.catchUp(store);
  const made = newVersions(rules.all(), amendments, at);
  const faults = [
    ...rules.differences(amendments),
    ...made.flatMap(({ order }) => order),
    ...made.flatMap(({ ruleSet }) =>
      wholeFaults(ruleSet, calendar).map((fault) => `rule set ${ruleSet.version}: ${saysFault(fault)}`),
    ),
  ];
  if (faults.length > 0 || made.length === 0) return faults;
  const versions = made.map(({ data }) => data);
  const commandId = commandIdOf('bring-in-rules', sha256(canonicalJson(versions)));
  const context = {
    commandId,
    cause: { kind: 'command', id: commandId, bodyDigest: sha256(canonicalJson(versions)) },
    actor: { kind: 'system', process: 'installation' },
    ruleSetVersion: ruleSetInForce(at, rules.all()).version,
  } as const;
  const outcome = await handleCommand(store, registerDecider, rulesStream, { versions, at }, context);
  if (outcome.kind !== 'done') throw new Error(`the register of rules is ${outcome.kind}`);
  for (const recorded of outcome.events) {
    const event = broughtIn(recorded);
    if (event) rules.learn(event);
  }
  // Another process may have been quicker, with other numbers.
  await rules.catchUp(store);
  return rules.differences(amendments);
}

interface NewVersion {
  readonly ruleSet: RuleSet;
  readonly data: RulesBroughtIn['data'];
  readonly order: readonly string[];
}

function newVersions(known: readonly RuleSet[], amendments: readonly Amendment[], at: Instant): readonly NewVersion[] {
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
