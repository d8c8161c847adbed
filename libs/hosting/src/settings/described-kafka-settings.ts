import { KAFKA_VARIABLES, ORIGIN_VARIABLES } from '@parley/messaging-kafka';

/** The broker's settings, with what `--help` says of each. */
export const KAFKA_SETTINGS = {
  kafkaBrokers: { ...KAFKA_VARIABLES.kafkaBrokers, meaning: 'some of the brokers, as host:port, parted by commas' },
  kafkaNamespace: { ...KAFKA_VARIABLES.kafkaNamespace, meaning: 'first part of the names of topics and groups' },
  kafkaPartitions: {
    ...KAFKA_VARIABLES.kafkaPartitions,
    meaning: 'partitions of a topic when it is made; never changed afterwards',
  },
  kafkaReplication: {
    ...KAFKA_VARIABLES.kafkaReplication,
    meaning: 'copies of a topic when it is made; 0: 1 in a demonstration, 3 in production',
  },
  kafkaRetentionHours: {
    ...KAFKA_VARIABLES.kafkaRetentionHours,
    meaning: 'hours that a topic keeps messages; -1 for ever',
  },
  kafkaTls: { ...KAFKA_VARIABLES.kafkaTls, meaning: 'off or on' },
  kafkaCa: { ...KAFKA_VARIABLES.kafkaCa, meaning: 'authorities that the brokers’ certificates are checked by (PEM)' },
  kafkaCert: { ...KAFKA_VARIABLES.kafkaCert, meaning: 'certificate of this process (PEM)' },
  kafkaKey: { ...KAFKA_VARIABLES.kafkaKey, meaning: 'its key (PEM)' },
  kafkaSaslMechanism: { ...KAFKA_VARIABLES.kafkaSaslMechanism, meaning: 'none, plain, scram-sha-256 or scram-sha-512' },
  kafkaUsername: { ...KAFKA_VARIABLES.kafkaUsername, meaning: 'name that it logs in to the broker with' },
  kafkaPassword: { ...KAFKA_VARIABLES.kafkaPassword, meaning: 'password of that name' },
};

/** Settings by which a service signs what it tells, and knows whose a message is. */
export const ORIGIN_SETTINGS = {
  messageKey: {
    ...ORIGIN_VARIABLES.messageKey,
    meaning: 'Ed25519 private key (PEM) of this service alone, with which it signs what it tells',
  },
  messagePublicKeys: {
    ...ORIGIN_VARIABLES.messagePublicKeys,
    meaning: 'public keys of all services, a line each: context and SPKI in base64; the same for all',
  },
};
