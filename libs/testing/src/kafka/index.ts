export { KafkaBroker } from '@parley/local-kafka';
export { describeWithKafka, describeWithLocalKafka } from './describe-with-kafka';
export * from './open-test-kafka';
