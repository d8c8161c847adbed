import { KAFKA_SETTINGS } from '@parley/hosting';
import { PROCESS_SETTINGS, TRANSPORT_SETTING, transportFaults } from '@parley/hosting/installation';
import { kafkaFaults, kafkaSettings, type KafkaSettings, type KafkaVariables } from '@parley/messaging-kafka';
import {
  optionalSetting,
  readSettings,
  required,
  urlSetting,
  type Environment,
  type Setting,
  type SettingsOf,
  type Wrong,
} from '@parley/http';

const passwordSetting = (context: string) => ({
  ...required(optionalSetting(`PARLEY_${context.toUpperCase()}_DATABASE_PASSWORD`)),
  meaning: `with which the role of ${context} shall log in`,
});

const { kafkaBrokers } = KAFKA_SETTINGS;
const optionalBrokers: Setting<readonly string[] | undefined> = {
  name: kafkaBrokers.name,
  read: (text): readonly string[] | undefined | Wrong => (text === undefined ? undefined : kafkaBrokers.read(text)),
};

/** Every setting of the job, and what `--help` says of it. */
export const MIGRATIONS_SETTINGS = {
  mode: { ...PROCESS_SETTINGS.mode, meaning: 'production keeps three copies of a topic where nothing else is said' },
  adminUrl: {
    ...required(urlSetting('PARLEY_ADMIN_DATABASE_URL', 'postgres', 'postgresql')),
    meaning: 'the database, of a role with CREATEROLE that may create schemas in it',
  },
  ...TRANSPORT_SETTING,
  intake: passwordSetting('intake'),
  evidence: passwordSetting('evidence'),
  panelreview: passwordSetting('panelreview'),
  referral: passwordSetting('referral'),
  audit: passwordSetting('audit'),
  platform: passwordSetting('platform'),
  ...KAFKA_SETTINGS,
  kafkaBrokers: { ...optionalBrokers, meaning: 'some of the brokers, to make the topics; none are made when left out' },
};

export interface MigrationsSettings {
  /** URL of a role that may create roles and schemas. */
  readonly adminUrl: URL;
  /** Passwords of the roles, by context. */
  readonly passwords: Readonly<Record<string, string>>;
  /** Where to make the topics; absent when none are to be made. */
  readonly kafka: KafkaSettings | undefined;
}

/** Reads and checks the settings. @throws SettingsError with every fault in one sentence */
export function migrationsSettings(env: Environment): MigrationsSettings {
  const read = readSettings(env, MIGRATIONS_SETTINGS, {
    together: (partly) => [
      ...transportFaults(partly),
      ...(hasBroker(partly) ? kafkaFaults(partly, partly.mode ?? 'production') : []),
    ],
  });
  const { adminUrl, mode, intake, evidence, panelreview, referral, audit, platform } = read;
  return {
    adminUrl,
    passwords: { intake, evidence, panelreview, referral, audit, platform },
    kafka: hasBroker(read) ? kafkaSettings(read, mode) : undefined,
  };
}

/**
 * Whether a broker is named and each of its settings is right by itself. A fault of a single setting is told already,
 * and then nobody can judge how they go together.
 */
const hasBroker = (read: Partial<SettingsOf<typeof MIGRATIONS_SETTINGS>>): read is typeof read & KafkaVariables =>
  read.kafkaBrokers !== undefined && Object.keys(KAFKA_SETTINGS).every((key) => key in read);
