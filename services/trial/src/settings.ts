import path from 'node:path';
import type { Instant } from '@parley/kernel';
import { readSettings, type Environment } from '@parley/http';
import type { Instances } from './instances-setting';
import { SETTINGS } from './known-settings';

export interface TrialSettings {
  readonly host: string;
  /** Of the gateway. 0 takes any free port. */
  readonly port: number;
  readonly publicUrl: URL | undefined;
  /** Absolute. */
  readonly dataDir: string;
  /** Of a role that may create roles and schemas; a PostgreSQL of our own when left out. */
  readonly databaseUrl: URL | undefined;
  /** As the services take it; a Kafka of our own when left out. */
  readonly kafkaBrokers: string | undefined;
  /** Of a Kafka of our own in a new data folder. Three go on without any one of them. */
  readonly kafkaNodes: 1 | 3;
  readonly kafkaNamespace: string | undefined;
  readonly instances: Instances;
  readonly issuer: URL | undefined;
  readonly audience: string;
  readonly jwksUrl: URL | undefined;
  /** File or folder of further versions of the rules, for the intake to judge. */
  readonly ruleSets: string | undefined;
  readonly demonstrationClock: Instant | undefined;
  readonly logLevel: string;
}

/**
 * Reads and checks the settings. What is the services' to judge, such as an address of a broker, they judge. @throws
 * SettingsError with every fault
 */
export function trialSettings(env: Environment): TrialSettings {
  const {
    dataDir,
    kafkaBrokers = env['KAFKA_BROKERS'] || undefined,
    kafkaNodes,
    ...rest
  } = readSettings(env, SETTINGS);
  return { ...rest, kafkaBrokers, kafkaNodes: kafkaNodes === '3' ? 3 : 1, dataDir: path.resolve(dataDir) };
}
