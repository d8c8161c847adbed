import type { EventStore, RulesInForce } from '@parley/event-store';
import type { Clock } from '@parley/kernel';
import { AnnouncedCalendars, bringInRules, InstalledRules } from '@parley/processes';
import { clocksOn, currentRuleSet, roomFault, type Amendment, type ClocksOf } from '@parley/procedure';
import { StartError } from '../process/start-error';
import { parties } from './parties';

/** The rules by which the installation goes, and the days by which time runs. */
export interface InstallationRules {
  readonly clocksOf: ClocksOf;
  readonly calendars: AnnouncedCalendars;
  readonly ruleSets: InstalledRules;
  readonly ruleSetVersion: RulesInForce;
  /** Takes from the record what was brought in and announced so far. */
  catchUp(store: EventStore): Promise<void>;
  /** Follows what is brought in and announced, until the signal. */
  follow(store: EventStore, signal: AbortSignal): Promise<void>;
  /** Puts the installation's amendments on record. @throws StartError when one cannot come into force */
  bringIn(store: EventStore, clock: Clock): Promise<void>;
  /** Why this process cannot go by the rules on record, in a sentence that anybody may read. */
  fault(): string | undefined;
}

/**
 * @param amendments what the installation adds to the rules
 * @throws StartError when a deadline of the rules could run out of the calendars that are published
 */
export function installationRules(amendments: readonly Amendment[] = []): InstallationRules {
  const calendars = new AnnouncedCalendars([parties[0].calendar, parties[1].calendar]);
  const fault = roomFault(currentRuleSet, calendars.current());
  if (fault) throw new StartError(fault.en);
  const ruleSets = new InstalledRules();
  const clocksOf = clocksOn(() => calendars.current(), 'standard', ruleSets.all);
  return {
    clocksOf,
    calendars,
    ruleSets,
    ruleSetVersion: (at) => clocksOf.at(at).ruleSet.version,
    async catchUp(store) {
      await ruleSets.catchUp(store);
      await calendars.catchUp(store);
    },
    async follow(store, signal) {
      await Promise.all([ruleSets.follow(store, signal), calendars.follow(store, signal)]);
    },
    async bringIn(store, clock) {
      const faults = await bringInRules(store, ruleSets, amendments, calendars.current(), clock.now());
      if (faults.length > 0)
        throw new StartError(`The rules of PARLEY_RULE_SETS cannot come into force: ${faults.join('; ')}.`);
    },
    fault: () => ruleSets.fault ?? ruleSets.differences(amendments)[0],
  };
}
