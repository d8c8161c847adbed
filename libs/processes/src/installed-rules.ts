import { setTimeout as delay } from 'node:timers/promises';
import {
  amendedRuleSet,
  numbersOf,
  ruleSets,
  UnknownRuleSetError,
  type Amendment,
  type BroughtInRules,
  type RuleSet,
} from '@parley/procedure';

/** How long a caller waits for a version, and how long between two looks. */
const [PATIENCE_MS, LOOK_MS] = [2_000, 50];

/**
 * The versions of the rules by which this process goes: those of its release, and those that the installation has
 * brought in. It takes them from the register alone, so that no two processes go by different ones.
 */
export class InstalledRules {
  #ruleSets: readonly RuleSet[] = ruleSets;
  #unreadable: readonly string[] = [];
  #broughtIn: readonly BroughtInRules[] = [];

  /**
   * @param read all that is brought in so far, as this service has it; each version comes after the one that it amends
   */
  constructor(private readonly read: () => Promise<readonly BroughtInRules[]> = () => Promise.resolve([])) {}

  /** Every version, oldest first. */
  readonly all = (): readonly RuleSet[] => this.#ruleSets;

  /** Why this process cannot go by the rules on record; `undefined` when it can. */
  get fault(): string | undefined {
    return this.#unreadable.length === 0
      ? undefined
      : `the record has rule sets by which this release cannot go: ${this.#unreadable.join(', ')}`;
  }

  /** Goes by everything that is brought in by now. */
  async refresh(): Promise<void> {
    const broughtIn = await this.read();
    // Nothing is ever taken back, so a look that finds fewer is older than the last one.
    if (broughtIn.length <= this.#broughtIn.length) return;
    this.#broughtIn = broughtIn;
    this.#unreadable = [];
    this.#ruleSets = ruleSets;
    for (const version of broughtIn) this.#learn(version);
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
              'version is never changed: bring in another one',
          ];
    });
  }

  #learn({ version, amends, inForceFrom, numbers }: BroughtInRules): void {
    const base = this.#ruleSets.find((each) => each.version === amends);
    const isTaken = this.#ruleSets.some((each) => each.version === version);
    if (base && !isTaken)
      this.#ruleSets = [...this.#ruleSets, amendedRuleSet(base, { version, amends, numbers }, inForceFrom)];
    else this.#unreadable = [...this.#unreadable, version];
  }

  #otherwise({ version, amends, from, numbers }: Amendment): readonly string[] {
    const brought = this.#broughtIn.find((each) => each.version === version);
    if (!brought) return [];
    const base = this.#ruleSets.find((each) => each.version === amends);
    const written = base ? numbersOf(amendedRuleSet(base, { version, amends, numbers }, brought.inForceFrom)) : {};
    return [
      ...(brought.amends === amends ? [] : [`amends ${brought.amends}, not ${amends}`]),
      ...(brought.from === from ? [] : [`from ${brought.from}, not ${from}`]),
      ...Object.entries(brought.numbers).flatMap(([field, value]) =>
        written[field] === undefined || written[field] === value ? [] : [`${field} ${value}, not ${written[field]}`],
      ),
    ];
  }
}
