import type { KeyObject } from 'node:crypto';
import type { TrustedIssuers } from '@parley/identity/trusted-issuer';
import type { Instant } from '@parley/kernel';
import {
  kafkaFaults,
  kafkaSettings,
  type KafkaSettings,
  type KafkaVariables,
  type OriginKeys,
} from '@parley/messaging-kafka';
import type { Amendment } from '@parley/procedure';
import {
  intSetting,
  optionalSetting,
  readSettings,
  required,
  urlSetting,
  type Environment,
  type SideWitness,
  type SettingsOf,
} from '@parley/http';
import type { KeysAre } from '../installation/pin-installation';
import { CHANNEL_SETTINGS, channelFaults } from './channel-settings';
import { KAFKA_SETTINGS, ORIGIN_SETTINGS } from './described-kafka-settings';
import { issuerFaults, issuersNamed, REQUIRED_ISSUER_SETTINGS } from './issuer-settings';
import { CLOCK_SETTING, KEYS_SETTING, LOG_SETTING, PROCESS_SETTINGS, RULES_SETTING } from './process-settings';
import { storeAddressSetting } from './store-address-setting';
import { TRANSPORT_SETTING, transportFaults } from './store-transport';
import { WITNESS_SETTING } from './witness-settings';

/** Every setting of a process of one service, and what `--help` says of it. */
export const HOST_SETTINGS = {
  ...PROCESS_SETTINGS,
  databaseUrl: {
    ...required(urlSetting('PARLEY_DATABASE_URL', 'postgres', 'postgresql')),
    meaning: 'the database, of the service’s own role; prepared by services/migrations',
  },
  eventStoreUrl: {
    ...storeAddressSetting('PARLEY_EVENT_STORE_URL'),
    meaning: 'the record, in PostgreSQL or EventStoreDB; the database when left out',
  },
  blobsUrl: {
    ...required(urlSetting('PARLEY_BLOBS_URL', 'file', 's3')),
    meaning: 'exhibits and dossiers: file:///folder, or s3://bucket/prefix?endpoint=…&region=…',
  },
  ...TRANSPORT_SETTING,
  keysDir: {
    ...required(optionalSetting('PARLEY_KEYS_DIR')),
    meaning: 'folder of the service’s keys, the same for all its instances; it opens its own alone',
  },
  ...KEYS_SETTING,
  ...KAFKA_SETTINGS,
  ...ORIGIN_SETTINGS,
  ...REQUIRED_ISSUER_SETTINGS,
  demonstrationClock: {
    ...CLOCK_SETTING.demonstrationClock,
    meaning: 'follows the demonstration clock that the gateway starts at this instant; opens /internal/demonstration',
  },
  metricsPort: {
    ...intSetting('PARLEY_METRICS_PORT', { min: 0, max: 65_535, otherwise: 0 }),
    meaning: 'port of /metrics for Prometheus; 0 for none',
  },
  drainSeconds: {
    ...intSetting('PARLEY_DRAIN_SECONDS', { min: 1, max: 3_600, otherwise: 30 }),
    meaning: 'seconds that a stop may take',
  },
  ...RULES_SETTING,
  ...CHANNEL_SETTINGS,
  ...WITNESS_SETTING,
  ...LOG_SETTING,
};

/** A process of one service. */
export interface HostSettings {
  readonly production: boolean;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly publicUrl: URL | undefined;
  /** Address for the service's own role. */
  readonly databaseUrl: URL;
  /** Address of a PostgreSQL or an EventStoreDB, as its client takes it. */
  readonly eventStoreUrl: string;
  readonly blobsUrl: URL;
  /** `trial` where production may reach its stores without TLS, and says that it is not for production. */
  readonly plainStores: 'refused' | 'trial';
  readonly keysDir: string;
  readonly keysAre: KeysAre;
  readonly kafka: KafkaSettings;
  /** With which the service signs what it tells. */
  readonly messageKey: KeyObject;
  /** Of all services, itself included. */
  readonly messagePublicKeys: OriginKeys;
  readonly oidc: TrustedIssuers;
  /** Present where time is the demonstration's; the gateway starts it there. */
  readonly demonstrationClock: Instant | undefined;
  /** 0 for none. */
  readonly metricsPort: number;
  readonly drainSeconds: number;
  /**
   * The installation's amendments of the rules. The intake proposes them, and every other service compares them with
   * the ones that were adopted.
   */
  readonly amendments: readonly Amendment[];
  readonly mailServer: URL | undefined;
  readonly mailFrom: string | undefined;
  readonly webhookHosts: readonly string[];
  readonly webhookNetworks: readonly string[];
  /** One of each side, or none. */
  readonly witnesses: readonly SideWitness[];
  readonly logLevel: string;
}

/** Reads and checks the settings. @throws SettingsError with every fault in one sentence */
export function hostSettings(env: Environment): HostSettings {
  const read = readSettings(env, HOST_SETTINGS, { together: faultsTogether });
  const { mode } = read;
  return {
    ...read,
    production: mode === 'production',
    eventStoreUrl: read.eventStoreUrl ?? read.databaseUrl.href,
    kafka: kafkaSettings(read, mode),
    oidc: issuersNamed(read),
  };
}

function faultsTogether(read: Partial<SettingsOf<typeof HOST_SETTINGS>>): readonly string[] {
  const { mode, demonstrationClock } = read;
  return [
    ...(mode === 'production' && demonstrationClock !== undefined
      ? ['PARLEY_DEMO_CLOCK is refused in production, where time is real']
      : []),
    ...issuerFaults(read, mode === 'production'),
    ...transportFaults(read),
    ...channelFaults(read),
    ...(isWhole(read) ? kafkaFaults(read, mode ?? 'demonstration') : []),
  ];
}

/** A setting that is wrong by itself is told already, and settings that depend on it cannot be judged. */
const isWhole = (read: object): read is KafkaVariables => Object.keys(KAFKA_SETTINGS).every((key) => key in read);
