import { Kafka, logLevel } from 'kafkajs';
import { describeWithKafka } from './describe-with-kafka';
import { openTestKafka } from './open-test-kafka';

describeWithKafka("the run's Kafka", () => {
  it('is a real broker, and the same for whoever asks', async () => {
    const [one, other] = await Promise.all([openTestKafka(), openTestKafka()]);
    expect(other).toEqual(one);
    const admin = new Kafka({ brokers: [...one.brokers], logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    expect((await admin.describeCluster()).brokers.length).toBeGreaterThan(0);
    await admin.disconnect();
  }, 120_000);
});
