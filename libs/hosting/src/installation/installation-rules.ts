import { calendarsKnownFrom, REGISTERS, rulesKnownFrom } from '@parley/contracts';
import type { EventStore, RulesInForce } from '@parley/event-store';
import type { Clock, Instant } from '@parley/kernel';
import type { CoHead, KeptRegisters, ServiceDefinition } from '@parley/http';
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

const WANTING =
  'no rules of procedure are in effect, so nothing can be filed: both co-heads, one of each side, are to sign a ' +
  'version that /v1/rules shows, at /v1/rules/{version}/signatures';

/** What an installation has of its own about the rules. */
export interface OwnRules {
  /** Amendments that it proposes to the co-heads. */
  readonly amendments?: readonly Amendment[];
  /** The co-heads of a demonstration, who adopt the rules of the release at the start. Nobody does elsewhere. */
  readonly coHeads?: readonly CoHead[];
}

/** The rules by which a service goes, and the days by which its time runs. */
export interface InstallationRules {
  readonly clocksOf: ClocksOf;
  readonly calendars: AnnouncedCalendars;
  readonly ruleSets: InstalledRules;
  readonly ruleSetVersion: RulesInForce;
  /** Goes by everything that was adopted and announced so far, as the service has it. */
  refresh(): Promise<void>;
  /** Looks for more from time to time, until the signal. Goes on by itself after failures. */
  follow(signal: AbortSignal): Promise<void>;
  /**
   * Proposes the rules of the release and of the installation to the co-heads, and in a demonstration has its co-heads
   * adopt those of the release.
   * @throws StartError for an amendment that cannot take effect, and for a record by whose rules this release cannot go
   */
  propose(store: EventStore, clock: Clock): Promise<void>;
  /** Why this process cannot go by the rules on record, in a sentence that anybody may read. */
  fault(): string | undefined;
  /** Says that nothing can be filed yet, for want of adopted rules, in a sentence that anybody may read. */
  wanting(at: Instant): string | undefined;
}

/**
 * The rules and calendars of one service. The service that keeps the registers reads them there; all others go by what
 * they have heard of them.
 */
export function installationRules(
  { registers }: Pick<ServiceDefinition, 'registers'>,
  { store, facts }: { readonly store: EventStore; readonly facts: Facts },
  { amendments = [], coHeads = [] }: OwnRules = {},
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
    async propose(record, clock) {
      const ports = { store: record, clock, calendars, ruleSets };
      const faults = (await registers?.propose(ports, amendments)) ?? [];
      if (faults.length > 0)
        throw new StartError(`The rules of PARLEY_RULE_SETS cannot be proposed: ${faults.join('; ')}.`);
      if (coHeads.length > 0) await registers?.adopt(ports, coHeads);
      if (ruleSets.fault !== undefined) throw new StartError(`This release cannot start: ${ruleSets.fault}.`);
    },
    wanting: (at) => (ruleSets.isInEffect(at) ? undefined : WANTING),
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
