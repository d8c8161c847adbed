import { describeWithKafka, openTestKafka } from '@parley/testing/kafka';
import { afterStop } from './testing/incidents/after-stop.incident';
import { SOUND } from './testing/incidents/incident';
import { offsetBeforeDatabase } from './testing/incidents/offset-before-database.incident';
import { rebalanceInMidBatch } from './testing/incidents/rebalance-in-mid-batch.incident';
import { silentConsumer } from './testing/incidents/silent-consumer.incident';
import { slowHandler } from './testing/incidents/slow-handler.incident';
import { throwInFirstBatch } from './testing/incidents/throw-in-first-batch.incident';
import { openKafkaHarness, type KafkaHarness } from './testing/kafka-harness';

const INCIDENTS = [
  throwInFirstBatch,
  rebalanceInMidBatch,
  slowHandler,
  silentConsumer,
  afterStop,
  offsetBeforeDatabase,
];

describeWithKafka('what went wrong with clients of Kafka elsewhere', () => {
  let harness: KafkaHarness;
  beforeAll(() => openTestKafka(), 120_000);
  beforeEach(async () => void (harness = await openKafkaHarness()));
  afterEach(() => harness.close());

  for (const incident of INCIDENTS) {
    it(`a consumer ${incident.name}`, () => incident.run(harness, SOUND), 60_000);

    it(`is noticed when planted: a consumer ${incident.name}`, async () => {
      await expect(incident.run(harness, { ...SOUND, ...incident.fault })).rejects.toThrow();
    }, 60_000);
  }
});
