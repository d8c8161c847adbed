import { SettingsError } from '@parley/http';
import type { KafkaSasl, KafkaSettings, KafkaTls } from './kafka-settings';
import type { KafkaVariables } from './kafka-variables';

const REPLICATION = { demonstration: 1, production: 3 } as const;

type Mode = keyof typeof REPLICATION;

/**
 * Makes the settings of the variables. Replication is 1 in a demonstration and 3 in production when it is left out.
 * @throws SettingsError that names all variables that do not go together
 */
export function kafkaSettings(variables: KafkaVariables, mode: Mode): KafkaSettings {
  const faults = kafkaFaults(variables, mode);
  if (faults.length > 0) throw new SettingsError(`Wrong settings: ${faults.join('; ')}.`);
  const sasl = saslOf(variables);
  return {
    brokers: variables.kafkaBrokers,
    namespace: variables.kafkaNamespace,
    partitions: variables.kafkaPartitions,
    replication: variables.kafkaReplication || REPLICATION[mode],
    retentionHours: variables.kafkaRetentionHours,
    ...(variables.kafkaTls === 'on' ? { tls: tlsOf(variables) } : {}),
    ...(sasl ? { sasl } : {}),
  };
}

/**
 * What is wrong with the variables taken together, each as part of a sentence, for a process that lists all its faults
 * at once.
 */
export function kafkaFaults(variables: KafkaVariables, mode: Mode): readonly string[] {
  const { kafkaTls, kafkaCa, kafkaCert, kafkaKey, kafkaSaslMechanism, kafkaUsername, kafkaPassword } = variables;
  const asksForName = kafkaSaslMechanism !== 'none';
  const faults: readonly (readonly [boolean, string])[] = [
    [
      kafkaTls === 'off' && (kafkaCa ?? kafkaCert ?? kafkaKey) !== undefined,
      'PARLEY_KAFKA_TLS must be on where certificates are given',
    ],
    [
      mode === 'production' && kafkaTls === 'off',
      'PARLEY_KAFKA_TLS must be on in production, where passwords and what the parties filed would be sent ' +
        'in the clear',
    ],
    [
      mode === 'production' && !asksForName && kafkaCert === undefined,
      'PARLEY_KAFKA_SASL_MECHANISM or PARLEY_KAFKA_CERT_FILE must be given in production, because a broker that asks ' +
        'nobody who they are shows all to anybody',
    ],
    [
      (kafkaCert === undefined) !== (kafkaKey === undefined),
      'PARLEY_KAFKA_CERT_FILE and PARLEY_KAFKA_KEY_FILE go together',
    ],
    [
      asksForName && (kafkaUsername === undefined || kafkaPassword === undefined),
      'PARLEY_KAFKA_SASL_MECHANISM needs PARLEY_KAFKA_USERNAME and PARLEY_KAFKA_PASSWORD',
    ],
    [
      !asksForName && (kafkaUsername ?? kafkaPassword) !== undefined,
      'PARLEY_KAFKA_SASL_MECHANISM must be given with PARLEY_KAFKA_USERNAME and PARLEY_KAFKA_PASSWORD',
    ],
  ];
  return faults.flatMap(([isFault, sentence]) => (isFault ? [sentence] : []));
}

function tlsOf({ kafkaCa, kafkaCert, kafkaKey }: KafkaVariables): KafkaTls {
  return {
    ...(kafkaCa === undefined ? {} : { ca: kafkaCa }),
    ...(kafkaCert === undefined ? {} : { cert: kafkaCert }),
    ...(kafkaKey === undefined ? {} : { key: kafkaKey }),
  };
}

function saslOf({
  kafkaSaslMechanism: mechanism,
  kafkaUsername: username,
  kafkaPassword: password,
}: KafkaVariables): KafkaSasl | undefined {
  if (mechanism === 'none' || username === undefined || password === undefined) return undefined;
  return { mechanism, username, password };
}
