import { commandIdOf, domainEventOf, OwnRepository, sha256, type EventStore } from '@parley/event-store';
import { canonicalJson } from '@parley/kernel';
import { ruleSetInForce, saysFault, wholeFaults, type Amendment, type BroughtInRules } from '@parley/procedure';
import type { KeptRegisters } from '@parley/http';
import { REGISTER, RULES_CATEGORY, rulesStream } from '../../streams';
import { newVersions, ruleSetRegisterDecider, type RulesBroughtIn } from './rule-sets.rules';

export const ruleSetsBroughtIn = async (store: EventStore): Promise<readonly BroughtInRules[]> =>
  (await store.read(rulesStream)).map((recorded) => (domainEventOf(recorded) as RulesBroughtIn).data);

/**
 * Puts new amendments on record, and has this process go by them. A version comes into force on its day, or now if that
 * day has passed. Cases that were registered before stay under the rules of their time.
 */
export const bringInRules: KeptRegisters['bringIn'] = async (ports, amendments: readonly Amendment[]) => {
  const { store, clock, calendars, ruleSets } = ports;
  const at = clock.now();
  await ruleSets.refresh();
  const made = newVersions(ruleSets.all(), amendments, at);
  const faults = [
    ...ruleSets.differences(amendments),
    ...made.flatMap(({ order }) => order),
    ...made.flatMap(({ ruleSet }) =>
      wholeFaults(ruleSet, calendars.current()).map((fault) => `rule set ${ruleSet.version}: ${saysFault(fault)}`),
    ),
  ];
  if (faults.length > 0 || made.length === 0) return faults;
  const versions = made.map(({ data }) => data);
  const digest = sha256(canonicalJson(versions));
  const commandId = commandIdOf('bring-in-rules', digest);
  const recording = { store, ruleSetVersion: ruleSetInForce(at, ruleSets.all()).version };
  const register = new OwnRepository(recording, RULES_CATEGORY, ruleSetRegisterDecider);
  const cause = { kind: 'command', id: commandId, bodyDigest: digest } as const;
  const outcome = await register.proceed(REGISTER, { versions, at }, { process: 'installation', commandId, cause });
  if (outcome.kind !== 'done') throw new Error(`the register of rules is ${outcome.kind}`);
  // Another process may have been quicker and have recorded other numbers.
  await ruleSets.refresh();
  return ruleSets.differences(amendments);
};
