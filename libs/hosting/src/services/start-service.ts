import { keysSubjectOf, type EventStore } from '@parley/event-store';
import { waitToHear, type Feed } from '@parley/messaging';
import {
  KnownDelegations,
  KnownPartyKeys,
  signingKeys,
  type Delegations,
  type PartyKeys,
  type RegistrySigner,
  type SigningKey,
} from '@parley/auth';
import {
  KeptSecurityLog,
  ServiceWork,
  type RunningService,
  type SecurityLog,
  type ServiceDefinition,
  type ServicePorts,
} from '@parley/http';
import { countedBlobStore, tracedEventStore } from '@parley/telemetry';
import type { DataSource } from 'typeorm';
import type { InstallationRules } from '../installation/installation-rules';
import type { ServiceKeys } from '../installation/installation-keys';
import type { BroughtAlong } from '../installation/pin-installation';
import { StartError } from '../process/start-error';
import type { Reached, ReachingKeys } from '../settings/channel-settings';
import { registryKeys, signsWhileInUse } from './registry-keys';
import { hearsDelegations } from './hears-delegations';
import { hearsPartyKeys } from './hears-party-keys';
import { hearsRegisters } from './hears-registers';
import { knowingKindsOf } from './known-kinds';

/** The ports that all services of a process share. */
export type SharedPorts = Omit<
  ServicePorts,
  | 'store'
  | 'feed'
  | 'database'
  | 'clocksOf'
  | 'calendars'
  | 'ruleSets'
  | 'ruleSetVersion'
  | 'signingKeys'
  | keyof Reached
  | KeyPorts
>;

/** The ports that have keys behind them. */
type KeyPorts = 'signer' | 'derivationKey' | 'logKeys';

type StartKeys = BroughtAlong['keys'] & Pick<ServiceKeys, KeyPorts | 'webhookSigner' | 'formerWebhookSigner'>;

/** The ports that are opened for one service alone. */
export interface OwnPorts {
  readonly database: DataSource;
  readonly store: EventStore;
  readonly feed: Feed;
  readonly rules: InstallationRules;
  /** Opens the ways to persons and their programs, with the keys that they are given. */
  readonly reachingBy?: (keys: ReachingKeys) => Reached;
  readonly broughtAlong: BroughtAlong & { readonly keys: StartKeys };
}

/** A service that was started, by its context. */
export interface OpenService {
  readonly context: string;
  readonly running: RunningService;
  readonly rules: InstallationRules;
  /** The keys by which the registry has signed, as far as the service knows. */
  readonly signingKeys: () => Promise<readonly SigningKey[]>;
  /** The keys by which the service signs webhooks; absent where another one does. */
  readonly webhookKeys?: () => Promise<readonly SigningKey[]>;
  /** Signs for the registry while its key is in use, where the service gives receipts. */
  readonly signer?: RegistrySigner;
  /** The delegations as the service knows them; absent where no side acts or reads. */
  readonly delegations?: Delegations;
  /** The keys of the parties, likewise. */
  readonly partyKeys?: PartyKeys;
  readonly security: SecurityLog;
}

/**
 * Starts a service, with traces of its reads and writes and a count of stored bytes that have changed. The service that
 * keeps the rules first proposes those of the release and of the installation, and puts mode and key on record.
 * @throws StartError for a mode or a key other than those on record
 */
export async function startService(
  definition: ServiceDefinition,
  shared: SharedPorts,
  { database, store, feed, rules, reachingBy, broughtAlong }: OwnPorts,
): Promise<OpenService> {
  const { clocksOf, calendars, ruleSets, ruleSetVersion } = rules;
  const { clock } = shared;
  await rules.propose(store, clock);
  const { production, keys, keysAre } = broughtAlong;
  const mode = production ? 'production' : 'demonstration';
  const { signer: receipts, formerSigner, webhookSigner, formerWebhookSigner } = keys;
  const known = registryKeys(definition, { store, database });
  const ofWebhooks = definition.webhookKeys;
  const knownOfWebhooks = ofWebhooks && (async () => signingKeys(await ofWebhooks.signingKeys(store)));
  const reaching = reachingBy?.({
    ...keys,
    ...(webhookSigner ? { webhookSigner: signsWhileInUse(webhookSigner, knownOfWebhooks ?? known) } : {}),
  });
  // A key for webhooks is on record once there is somewhere to send them.
  const webhookKeys = reaching?.webhooks && ofWebhooks;
  for (const [register, brought] of [
    [definition.registers, receipts && { signer: receipts, formerSigner }],
    [webhookKeys, webhookSigner && { signer: webhookSigner, formerSigner: formerWebhookSigner }],
  ] as const) {
    const fault =
      brought && (await register?.takeKey({ store, clock, calendars, ruleSets }, { ...brought, mode, keysAre }));
    if (fault !== undefined) throw new StartError(fault);
  }
  const signer = receipts && signsWhileInUse(receipts, known);
  const delegations = definition.knowsDelegations ? new KnownDelegations(database) : undefined;
  const hearsKeys = definition.knowsDelegations === true && definition.registers === undefined;
  const knownKeys = hearsKeys ? hearingKeys(definition, database) : undefined;
  const running = await ServiceWork.begin(definition, {
    ...shared,
    ...reaching,
    ...{ clocksOf, calendars, ruleSets, ruleSetVersion, signingKeys: known },
    ...(signer ? { signer } : {}),
    ...(keys.derivationKey ? { derivationKey: keys.derivationKey } : {}),
    ...(keys.logKeys ? { logKeys: keys.logKeys } : {}),
    blobs: countedBlobStore(shared.blobs),
    store: knowingKindsOf([definition.context], tracedEventStore(store)),
    feed,
    alsoHears: [
      ...(definition.registers ? [] : [hearsRegisters(rules)]),
      ...(delegations ? [hearsDelegations(delegations)] : []),
      ...(knownKeys ? [hearsPartyKeys(knownKeys)] : []),
    ],
    database,
  });
  const partyKeys = running.partyKeys ?? knownKeys;
  const whoSpeaks = { ...(delegations ? { delegations } : {}), ...(partyKeys ? { partyKeys } : {}) };
  const security = new KeptSecurityLog(database, shared.onFailure);
  return {
    ...{ context: definition.context, running, rules, signingKeys: known, security, ...whoSpeaks },
    ...(signer ? { signer } : {}),
    ...(knownOfWebhooks ? { webhookKeys: knownOfWebhooks } : {}),
  };
}

/** Milliseconds for which a signature waits for news of the keys, well within what an act may take. */
const PATIENCE_MS = 10_000;

/** The keys of the parties as a service hears of them from the context that keeps them. */
function hearingKeys({ context, group = context }: ServiceDefinition, database: DataSource): KnownPartyKeys {
  const contexts = ['intake'];
  return new KnownPartyKeys(database, (party, instant) =>
    waitToHear(
      database.manager,
      { group, contexts, subject: keysSubjectOf(party), instant },
      { patienceMs: PATIENCE_MS },
    ),
  );
}
