import path from 'node:path';
import {
  CHANNEL_SETTINGS,
  channelFaults,
  CLOCK_SETTING,
  ISSUER_SETTINGS,
  KEYS_SETTING,
  issuerFaults,
  issuersNamed,
  type KeysAre,
  LOG_SETTING,
  PROCESS_SETTINGS,
  RULES_SETTING,
  WITNESS_SETTING,
} from '@parley/hosting/installation';
import {
  choiceSetting,
  optionalSetting,
  readSettings,
  textSetting,
  urlSetting,
  type Environment,
  type Setting,
  type SideWitness,
} from '@parley/http';
import type { TrustedIssuers } from '@parley/identity';
import type { Instant } from '@parley/kernel';
import { SERVICES } from './plan/process-plan';

/** The number of processes of each service, by its folder. A service that is not named has one. */
type Instances = Readonly<Record<string, number>>;

const MOST = 8;
const NAMES = SERVICES.map(({ folder }) => folder);
const FORM = new RegExp(`^(${NAMES.join('|')})=([1-${String(MOST)}])$`);

/** Its form is `audit=2,intake=3`. */
const instancesSetting = (name: string): Setting<Instances> => ({
  name,
  read: (text) => {
    const parts = (text ?? '')
      .split(',')
      .filter((part) => part !== '')
      .map((part) => FORM.exec(part.trim()));
    if (parts.some((part) => part === null))
      return { wrong: `must be like audit=2,intake=3: 1 to ${String(MOST)} of ${NAMES.join(', ')}` };
    const named = Object.fromEntries(
      parts.flatMap((part) => (part?.[1] === undefined ? [] : [[part[1], Number(part[2])] as const])),
    );
    return { ...Object.fromEntries(NAMES.map((folder) => [folder, 1])), ...named };
  },
});

/** Every setting of the trial, and what `--help` says of it. */
export const SETTINGS = {
  host: PROCESS_SETTINGS.host,
  port: { ...PROCESS_SETTINGS.port, meaning: 'port of the gateway; 0 takes any free one' },
  publicUrl: PROCESS_SETTINGS.publicUrl,
  dataDir: {
    ...textSetting('PARLEY_DATA_DIR', '.parley/distributed'),
    meaning: 'keys, exhibits, dossiers, PostgreSQL, Kafka and their logs',
  },
  databaseUrl: {
    ...urlSetting('PARLEY_DATABASE_URL', 'postgres', 'postgresql'),
    meaning: 'a PostgreSQL of your own instead',
  },
  kafkaBrokers: {
    ...optionalSetting('PARLEY_KAFKA_BROKERS'),
    meaning: 'a Kafka of your own instead, as host:port, parted by commas; KAFKA_BROKERS does too',
  },
  kafkaNodes: {
    ...choiceSetting('PARLEY_BROKERS', ['1', '3'], '1'),
    meaning: 'nodes of the Kafka that a new data folder gets',
  },
  kafkaNamespace: {
    ...optionalSetting('PARLEY_KAFKA_NAMESPACE'),
    meaning: 'first part of the names of topics and groups; one of the folder’s own',
  },
  instances: {
    ...instancesSetting('PARLEY_INSTANCES'),
    meaning: 'processes of a service, such as audit=2,intake=3; one of each',
  },
  ...KEYS_SETTING,
  ...ISSUER_SETTINGS,
  ruleSets: { ...optionalSetting('PARLEY_RULE_SETS'), meaning: RULES_SETTING.amendments.meaning },
  ...CHANNEL_SETTINGS,
  ...WITNESS_SETTING,
  ...CLOCK_SETTING,
  ...LOG_SETTING,
};

export interface TrialSettings {
  readonly host: string;
  /** Port of the gateway; 0 takes any free port. */
  readonly port: number;
  readonly publicUrl: URL | undefined;
  /** Absolute path. */
  readonly dataDir: string;
  /** URL of a role that may create roles and schemas; a PostgreSQL of our own when left out. */
  readonly databaseUrl: URL | undefined;
  /** Addresses of brokers, in the form of the services' setting; a Kafka of our own when left out. */
  readonly kafkaBrokers: string | undefined;
  /** Number of brokers of a Kafka of our own in a new data folder. Three go on without any one of them. */
  readonly kafkaNodes: 1 | 3;
  readonly kafkaNamespace: string | undefined;
  readonly instances: Instances;
  readonly keysAre: KeysAre;
  /** OpenID providers to use instead of the gateway's own, if any. */
  readonly oidc: TrustedIssuers;
  /** File or folder of versions of the rules, for the intake to propose. */
  readonly ruleSets: string | undefined;
  readonly mailServer: URL | undefined;
  readonly mailFrom: string | undefined;
  readonly webhookHosts: readonly string[];
  readonly webhookNetworks: readonly string[];
  readonly witnesses: readonly SideWitness[];
  readonly demonstrationClock: Instant | undefined;
  readonly logLevel: string;
}

/**
 * Reads and checks the settings. It leaves to the services what they judge, such as the address of a broker.
 * @throws SettingsError with every fault
 */
export function trialSettings(env: Environment): TrialSettings {
  const {
    dataDir,
    kafkaBrokers = env['KAFKA_BROKERS'] || undefined,
    kafkaNodes,
    ...rest
  } = readSettings(env, SETTINGS, {
    together: (read) => [...issuerFaults(read, false), ...channelFaults(read)],
  });
  return {
    ...rest,
    oidc: issuersNamed(rest),
    kafkaBrokers,
    kafkaNodes: kafkaNodes === '3' ? 3 : 1,
    dataDir: path.resolve(dataDir),
  };
}
