import { calendarsKnownFrom, REGISTERS, rulesKnownFrom } from '@parley/contracts';
import type { EventStore, RulesInForce } from '@parley/event-store';
import type { Clock } from '@parley/kernel';
import type { KeptRegisters, ServiceDefinition } from '@parley/http';
import type { Facts } from '@parley/messaging';
import { AnnouncedCalendars, InstalledRules } from '@parley/processes';
import { clocksOn, type Amendment, type ClocksOf } from '@parley/procedure';
import { pause } from '@parley/projections';
import { StartError } from '../process/start-error';
import { parties } from './parties';

/**
 * Milliseconds between two looks for rules and calendars that another instance of the service has heard or recorded.
 */
const LOOK_MS = 10_000;

/** The rules by which a service goes, and the days by which its time runs. */
export interface InstallationRules {
  readonly clocksOf: ClocksOf;
  readonly calendars: AnnouncedCalendars;
  readonly ruleSets: InstalledRules;
  readonly ruleSetVersion: RulesInForce;
  /** Goes by everything that was brought in and announced so far, as the service has it. */
  refresh(): Promise<void>;
  /** Looks for more from time to time, until the signal. Goes on by itself after failures. */
  follow(signal: AbortSignal): Promise<void>;
  /** Puts the installation's amendments on record. @throws StartError when one cannot come into force */
  bringIn(store: EventStore, clock: Clock): Promise<void>;
  /** Why this process cannot go by the rules on record, in a sentence that anybody may read. */
  fault(): string | undefined;
}

/**
 * The rules and calendars of one service. The service that keeps the registers reads them there; all others go by what
 * they have heard of them.
 * @param amendments what the installation adds to the rules
 */
export function installationRules(
  { registers }: Pick<ServiceDefinition, 'registers'>,
  { store, facts }: { readonly store: EventStore; readonly facts: Facts },
  amendments: readonly Amendment[] = [],
): InstallationRules {
  const known = registers ? inRecord(registers, store) : inFacts(facts);
  const calendars = new AnnouncedCalendars([parties[0].calendar, parties[1].calendar], known.calendars);
  const ruleSets = new InstalledRules(known.ruleSets);
  const clocksOf = clocksOn(() => calendars.current(), 'standard', ruleSets.all);
  const refresh = async (): Promise<void> => {
    await ruleSets.refresh();
    await calendars.refresh();
  };
  return {
    clocksOf,
    calendars,
    ruleSets,
    ruleSetVersion: (at) => clocksOf.at(at).ruleSet.version,
    refresh,
    async follow(signal) {
      while (!signal.aborted) {
        // While the source is away, the last known ones are in force.
        await refresh().catch(() => undefined);
        await pause(LOOK_MS, signal);
      }
    },
    async bringIn(record, clock) {
      const faults = (await registers?.bringIn({ store: record, clock, calendars, ruleSets }, amendments)) ?? [];
      if (faults.length > 0)
        throw new StartError(`The rules of PARLEY_RULE_SETS cannot come into force: ${faults.join('; ')}.`);
    },
    fault: () => ruleSets.fault ?? ruleSets.differences(amendments)[0],
  };
}

const inRecord = (registers: KeptRegisters, store: EventStore) => ({
  calendars: () => registers.calendars(store),
  ruleSets: () => registers.ruleSets(store),
});

const inFacts = (facts: Facts) => ({
  calendars: async () => calendarsKnownFrom(await facts.of(REGISTERS.calendars)),
  ruleSets: async () => rulesKnownFrom(await facts.of(REGISTERS.rules)),
});
