import { feedContract } from '@parley/messaging/contract';
import { describeWithKafka, openTestKafka } from '@parley/testing/kafka';
import { platformaticClient } from '../client/platformatic/platformatic-client';
import { openKafkaHarness } from '../testing/kafka-harness';

describeWithKafka('a feed from Kafka', () => {
  beforeAll(() => openTestKafka(), 120_000);

  describe('by kafkajs', () => feedContract(() => openKafkaHarness()));
  describe('by another client', () => feedContract(() => openKafkaHarness({ client: platformaticClient })));
});
