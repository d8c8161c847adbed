import {
  CLOCK_SETTING,
  ISSUER_SETTINGS,
  LOG_SETTING,
  PROCESS_SETTINGS,
  RULES_SETTING,
} from '@parley/hosting/installation';
import { choiceSetting, optionalSetting, textSetting, urlSetting } from '@parley/http';
import { instancesSetting } from './instances-setting';

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
  ...ISSUER_SETTINGS,
  issuer: { ...ISSUER_SETTINGS.issuer, meaning: 'an OpenID provider of your own' },
  ruleSets: { ...optionalSetting('PARLEY_RULE_SETS'), meaning: RULES_SETTING.amendments.meaning },
  ...CLOCK_SETTING,
  ...LOG_SETTING,
};
