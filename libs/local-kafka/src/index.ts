export { cacheFolder } from './cache-folder';
export { diesWithParent } from './dies-with-parent';
export * from './kafka-broker';
export { KAFKA_VERSION } from './kafka-distribution';
export * from './kafka-node';
export { localKafkaAbsence } from './local-kafka.error';
export * from './local-kafka.error';
export type { ClientProtocol } from './node-properties';
