import { readFileSync } from 'node:fs';
import { choiceSetting, intSetting, optionalSetting, type Setting, type SettingsOf, type Wrong } from '@parley/http';
import { SASL_MECHANISMS } from './kafka-settings';

/** What Kafka accepts in a name, without the dot, which separates the parts of a topic's name. */
const NAMESPACE = /^[a-z0-9][a-z0-9_-]{0,39}$/;
const BROKER = /^(\[[0-9a-fA-F:]+\]|[A-Za-z0-9._-]+):\d{1,5}$/;
const FOR_EVER = -1;
/** A hundred years. */
const LONGEST_HOURS = 876_600;

const brokersSetting = (name: string): Setting<readonly string[]> => ({
  name,
  read: (text): readonly string[] | Wrong => {
    const brokers = (text ?? '').split(',').map((broker) => broker.trim());
    return brokers.every((broker) => BROKER.test(broker))
      ? brokers
      : { wrong: 'must be a list of brokers, such as kafka-1:9092,kafka-2:9092' };
  },
});

const namespaceSetting = (name: string, otherwise: string): Setting<string> => ({
  name,
  read: (text = otherwise) =>
    NAMESPACE.test(text) ? text : { wrong: 'must be 1 to 40 lower-case letters, digits, - and _' },
});

const retentionSetting = (name: string): Setting<number> => {
  const hours = intSetting(name, { min: 1, max: LONGEST_HOURS, otherwise: FOR_EVER });
  return { name, read: (text) => (text === String(FOR_EVER) ? FOR_EVER : hours.read(text)) };
};

/** The file is read with the settings, so that a missing one is told with all other faults, before anything starts. */
const pemFileSetting = (name: string): Setting<string | undefined> => ({
  name,
  read: (path): string | undefined | Wrong => {
    if (path === undefined) return undefined;
    try {
      const text = readFileSync(path, 'utf8');
      return text.includes('-----BEGIN ') ? text : { wrong: `must name a PEM file, and ${path} is none` };
    } catch {
      return { wrong: `names ${path}, which cannot be read` };
    }
  },
});

/** The environment variables that say where the broker is, for `readSettings` together with a process's others. */
export const KAFKA_VARIABLES = {
  kafkaBrokers: brokersSetting('PARLEY_KAFKA_BROKERS'),
  kafkaNamespace: namespaceSetting('PARLEY_KAFKA_NAMESPACE', 'parley'),
  kafkaPartitions: intSetting('PARLEY_KAFKA_PARTITIONS', { min: 1, max: 1_000, otherwise: 6 }),
  /** 0 when it is left out; the mode then decides. */
  kafkaReplication: intSetting('PARLEY_KAFKA_REPLICATION', { min: 1, max: 32, otherwise: 0 }),
  kafkaRetentionHours: retentionSetting('PARLEY_KAFKA_RETENTION_HOURS'),
  kafkaTls: choiceSetting('PARLEY_KAFKA_TLS', ['off', 'on'], 'off'),
  kafkaCa: pemFileSetting('PARLEY_KAFKA_CA_FILE'),
  kafkaCert: pemFileSetting('PARLEY_KAFKA_CERT_FILE'),
  kafkaKey: pemFileSetting('PARLEY_KAFKA_KEY_FILE'),
  kafkaSaslMechanism: choiceSetting('PARLEY_KAFKA_SASL_MECHANISM', ['none', ...SASL_MECHANISMS], 'none'),
  kafkaUsername: optionalSetting('PARLEY_KAFKA_USERNAME'),
  kafkaPassword: optionalSetting('PARLEY_KAFKA_PASSWORD'),
} as const;

/** What `readSettings` makes of `KAFKA_VARIABLES`. */
export type KafkaVariables = SettingsOf<typeof KAFKA_VARIABLES>;
