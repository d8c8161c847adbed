import {
  commandIdOf,
  domainEventOf,
  OwnRepository,
  sha256,
  type CommandContext,
  type CommandOutcome,
  type EventStore,
  type Recording,
} from '@parley/event-store';
import { canonicalJson } from '@parley/kernel';
import type { CoHead, KeptRegisters, RegisterPorts } from '@parley/http';
import type { InstalledRules } from '@parley/processes';
import { ruleSetInForce, saysFault, wholeFaults, type AdoptedRules, type Amendment } from '@parley/procedure';
import { REGISTER, RULES_CATEGORY, rulesStream, type Register } from '../../streams';
import { newVersions, releasedVersions } from './new-versions';
import {
  ruleSetRegisterDecider,
  type RuleSetAdopted,
  type RuleSetCommand,
  type RuleSetRegister,
} from './rule-sets.rules';

/** The versions that both co-heads adopted, in the order of their adoption. */
export const ruleSetsAdopted = async (store: EventStore): Promise<readonly AdoptedRules[]> =>
  (await store.read(rulesStream)).flatMap((recorded) =>
    recorded.type === 'RuleSetAdopted' ? [(domainEventOf(recorded) as RuleSetAdopted).data] : [],
  );

/** The register of the rules. This process goes by an adopted version before the act is answered. */
export class RuleSets extends OwnRepository<Register, RuleSetCommand, RuleSetRegister> {
  constructor(
    recording: Recording,
    private readonly inForce: InstalledRules,
  ) {
    super(recording, RULES_CATEGORY, ruleSetRegisterDecider);
  }

  override async act(
    id: Register,
    command: RuleSetCommand,
    context: CommandContext,
  ): Promise<CommandOutcome<RuleSetRegister>> {
    const outcome = await super.act(id, command, context);
    if (outcome.kind === 'done') await this.inForce.refresh();
    return outcome;
  }
}

const registerOver = ({ store, clock, ruleSets }: RegisterPorts): RuleSets =>
  new RuleSets({ store, ruleSetVersion: ruleSetInForce(clock.now(), ruleSets.all()).version }, ruleSets);

/** Proposes the versions of the release and of the installation to the co-heads. It puts none into effect (I-71). */
export const proposeRules: KeptRegisters['propose'] = async (ports, amendments: readonly Amendment[]) => {
  const { clock, calendars, ruleSets } = ports;
  await ruleSets.refresh();
  const made = newVersions(ruleSets.all(), amendments);
  const faults = [
    ...ruleSets.differences(amendments),
    ...made.flatMap(({ ruleSet }) =>
      wholeFaults(ruleSet, calendars.current()).map((fault) => `rule set ${ruleSet.version}: ${saysFault(fault)}`),
    ),
  ];
  if (faults.length > 0) return faults;
  const register = registerOver(ports);
  const versions = [...releasedVersions(), ...made].map(({ offered }) => offered);
  const { state } = await register.read(REGISTER);
  const digest = sha256(canonicalJson([versions, Object.values(state).map((each) => each.digest)]));
  const commandId = commandIdOf('propose-rules', digest);
  const cause = { kind: 'command', id: commandId, bodyDigest: digest } as const;
  const command = { type: 'ProposeRuleSets', versions, at: clock.now() } as const;
  const outcome = await register.proceed(REGISTER, command, { process: 'installation', commandId, cause });
  if (outcome.kind !== 'done') throw new Error(`the register of rules is ${outcome.kind}`);
  return [];
};

/**
 * Has the co-heads of a demonstration sign the version that the release proposes, one after the other, as they would by
 * its route. Where a version is in effect already it does nothing.
 */
export const adoptReleased: KeptRegisters['adopt'] = async (ports, coHeads: readonly CoHead[]) => {
  const { clock, ruleSets } = ports;
  if (ruleSets.isInEffect(clock.now())) return;
  const register = registerOver(ports);
  for (const { version, digest } of releasedVersions().map(({ offered }) => offered))
    for (const { by, party } of coHeads) {
      const commandId = commandIdOf('adopt-rules', version, digest, party);
      const command = { type: 'SignRuleSet', by, party, receivedAt: clock.now(), version, digest } as const;
      await register.act(REGISTER, command, {
        commandId,
        cause: { kind: 'command', id: commandId, bodyDigest: digest },
        actor: { kind: 'person', personId: by, role: 'cohead', party },
        ruleSetVersion: version,
      });
    }
  await ruleSets.refresh();
};
