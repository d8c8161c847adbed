import type { EventStore, RecordedEvent } from '@parley/event-store';
import {
  amendedRuleSet,
  numbersOf,
  ruleSets,
  type Amendment,
  type RulesBroughtIn,
  type RuleSet,
} from '@parley/procedure';
import { followRegister } from './follow-register';
import { broughtIn, rulesStream } from './rules-stream';

/**
 * The versions of the rules by which this process goes: those of its release, and what the installation has brought in
 * since. It has them from the record and from nowhere else, so that no two processes go by different ones.
 */
export class InstalledRules {
  #ruleSets: readonly RuleSet[];
  #unreadable: readonly string[] = [];
  readonly #broughtIn = new Map<string, RulesBroughtIn['data']>();

  constructor(released: readonly RuleSet[] = ruleSets) {
    this.#ruleSets = released;
  }

  /** Every version, oldest first. */
  readonly all = (): readonly RuleSet[] => this.#ruleSets;

  /** Why this process cannot go by the rules on record; `undefined` when it can. */
  get fault(): string | undefined {
    return this.#unreadable.length === 0
      ? undefined
      : `the record has rule sets by which this release cannot go: ${this.#unreadable.join(', ')}`;
  }

  /** Goes by a version from now on. Learning twice is learning once. */
  learn({ data }: Pick<RulesBroughtIn, 'data'>): void {
    const { version, amends, inForceFrom, numbers } = data;
    if (this.#broughtIn.has(version)) return;
    this.#broughtIn.set(version, data);
    const base = this.#ruleSets.find((each) => each.version === amends);
    const isTaken = this.#ruleSets.some((each) => each.version === version);
    if (base && !isTaken)
      this.#ruleSets = [...this.#ruleSets, amendedRuleSet(base, { version, amends, numbers }, inForceFrom)];
    else this.#unreadable = [...this.#unreadable, version];
  }

  /** Takes from the record what was brought in so far. */
  async catchUp(store: EventStore): Promise<void> {
    for (const recorded of await store.read(rulesStream)) this.#note(recorded);
  }

  /** Follows what is brought in, until the signal. Goes on by itself after failures. */
  follow(store: EventStore, signal: AbortSignal): Promise<void> {
    return followRegister(store, rulesStream, signal, (recorded) => this.#note(recorded));
  }

  /**
   * Where amendments that are written down differ from the versions of their names, in sentences without their ends.
   */
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

  #otherwise({ version, amends, from, numbers }: Amendment): readonly string[] {
    const brought = this.#broughtIn.get(version);
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

  #note(recorded: RecordedEvent): void {
    const event = broughtIn(recorded);
    if (event) this.learn(event);
  }
}
