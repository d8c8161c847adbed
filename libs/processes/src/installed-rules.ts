import { setTimeout as delay } from 'node:timers/promises';
import type { Instant } from '@parley/kernel';
import {
  amendedRuleSet,
  numbersOf,
  ruleSetDigest,
  ruleSetInEffect,
  ruleSets,
  UnknownRuleSetError,
  type AdoptedRules,
  type Amendment,
  type RuleSet,
} from '@parley/procedure';

/** How long a caller waits for a version, and how long between two looks. */
const [PATIENCE_MS, LOOK_MS] = [2_000, 50];

/**
 * The versions of the rules by which this process goes: those of its release, and those that the co-heads have adopted.
 * It takes from the register alone which are in effect, so that no two processes go by different ones.
 */
export class InstalledRules {
  #ruleSets: readonly RuleSet[] = ruleSets;
  #unreadable: readonly string[] = [];
  #adopted: readonly AdoptedRules[] = [];

  /**
   * @param read all that is adopted so far, as this service has it; each version comes after the one that it amends
   */
  constructor(private readonly read: () => Promise<readonly AdoptedRules[]> = () => Promise.resolve([])) {}

  /** Every version, oldest first. */
  readonly all = (): readonly RuleSet[] => this.#ruleSets;

  /** Why this process cannot go by the rules on record; `undefined` when it can. */
  get fault(): string | undefined {
    return this.#unreadable.length === 0
      ? undefined
      : `the record has rule sets by which this release cannot go: ${this.#unreadable.join(', ')}`;
  }

  /** True when the co-heads have adopted a version that is in effect at an instant: only then can anything be filed. */
  isInEffect(at: Instant): boolean {
    return ruleSetInEffect(at, this.#ruleSets) !== undefined;
  }

  /** Goes by everything that is adopted by now. */
  async refresh(): Promise<void> {
    const adopted = await this.read();
    // Nothing is ever taken back, so a look that finds fewer is older than the last one.
    if (adopted.length <= this.#adopted.length) return;
    this.#adopted = adopted;
    this.#unreadable = [];
    this.#ruleSets = ruleSets;
    for (const version of adopted) this.#learn(version);
  }

  /**
   * Resolves when a version is known here. A message that needs it may be heard before it.
   * @throws UnknownRuleSetError when it was waited for in vain
   */
  async until(version: string): Promise<void> {
    for (let waited = 0; waited <= PATIENCE_MS; waited += LOOK_MS) {
      await this.refresh();
      if (this.#ruleSets.some((each) => each.version === version)) return;
      await delay(LOOK_MS);
    }
    throw new UnknownRuleSetError(version);
  }

  /** Where written amendments differ from the known versions of the same names, in sentences without a full stop. */
  differences(amendments: readonly Amendment[]): readonly string[] {
    return amendments.flatMap((amendment) => {
      const others = this.#otherwise(amendment);
      return others.length === 0
        ? []
        : [
            `rule set ${amendment.version} is in the record otherwise (${others.join(', ')}), and a ` +
              'version is never changed: propose another one',
          ];
    });
  }

  /** Goes by a version only if it is, to the letter, the one that the co-heads signed, and else not at all (I-71). */
  #learn({ version, amends, from, inForceFrom, numbers, digest }: AdoptedRules): void {
    const isTaken = amends !== null && this.#ruleSets.some((each) => each.version === version);
    if (!isTaken) {
      const base = this.#ruleSets.find((each) => each.version === (amends ?? version));
      const written =
        base && (amends === null ? base : amendedRuleSet(base, { version, amends, numbers }, inForceFrom));
      const others = this.#ruleSets.filter((each) => each.version !== version);
      const isSigned = written !== undefined && ruleSetDigest(written, from) === digest;
      this.#ruleSets = isSigned ? [...others, { ...written, inForceFrom }] : others;
      if (isSigned) return;
    }
    this.#unreadable = [...this.#unreadable, version];
  }

  #otherwise({ version, amends, from, numbers }: Amendment): readonly string[] {
    const adopted = this.#adopted.find((each) => each.version === version);
    if (!adopted) return [];
    const base = this.#ruleSets.find((each) => each.version === amends);
    const written = base ? numbersOf(amendedRuleSet(base, { version, amends, numbers }, adopted.inForceFrom)) : {};
    return [
      ...(adopted.amends === amends ? [] : [`amends ${adopted.amends}, not ${amends}`]),
      ...(adopted.from === from ? [] : [`from ${adopted.from}, not ${from}`]),
      ...Object.entries(adopted.numbers).flatMap(([field, value]) =>
        written[field] === undefined || written[field] === value ? [] : [`${field} ${value}, not ${written[field]}`],
      ),
    ];
  }
}
