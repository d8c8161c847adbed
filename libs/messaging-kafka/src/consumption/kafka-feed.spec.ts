import { feedContract } from '@parley/messaging/contract';
import { describeWithKafka, openTestKafka } from '@parley/testing/kafka';
import { openKafkaHarness } from '../testing/kafka-harness';

describeWithKafka('a feed from Kafka', () => {
  beforeAll(() => openTestKafka(), 120_000);

  feedContract(() => openKafkaHarness());
});
