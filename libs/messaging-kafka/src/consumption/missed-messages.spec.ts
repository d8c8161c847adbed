import { describeWithKafka, openTestKafka } from '@parley/testing/kafka';
import { Kafka, logLevel } from 'kafkajs';
import { each, textOf } from '../testing/effects';
import { openKafkaHarness, type KafkaHarness } from '../testing/kafka-harness';
import { MissedMessagesError } from './missed-messages.error';

describeWithKafka('a group that was away for longer than its topic keeps messages', () => {
  let harness: KafkaHarness;
  beforeAll(() => openTestKafka(), 120_000);
  beforeEach(async () => void (harness = await openKafkaHarness({ partitions: 1 })));
  afterEach(() => harness.close());

  /** What retention does, at once. */
  async function deleteAll(topic: string): Promise<void> {
    const admin = new Kafka({ brokers: [...harness.settings.brokers], logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    const [end] = await admin.fetchTopicOffsets(topic);
    await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset: end!.high }] });
    await admin.disconnect();
  }

  async function hear(): Promise<{ readonly heard: readonly string[]; readonly missed: readonly string[] }> {
    const heard: string[] = [];
    const failures: unknown[] = [];
    const consumption = harness.openFeed({ onFailure: (failure) => void failures.push(failure) }).consume({
      contexts: ['intake'],
      group: 'away',
      signal: new AbortController().signal,
      take: each((event) => void heard.push(textOf(event))),
    });
    await consumption.idle();
    await consumption.stop();
    return {
      heard,
      missed: failures.flatMap((failure) => (failure instanceof MissedMessagesError ? failure.message : [])),
    };
  }

  it('is told of what it missed, and of nothing that it had heard', async () => {
    const topic = `${harness.settings.namespace}.intake.v1`;
    await harness.tell('intake', 'case1', 'heard');
    await harness.published();
    expect(await hear()).toEqual({ heard: ['heard'], missed: [] });
    await harness.tell('intake', 'case1', 'missed');
    await harness.published();
    await deleteAll(topic);
    await harness.tell('intake', 'case1', 'after');
    await harness.published();
    const { heard, missed } = await hear();
    expect(heard).toEqual(['after']);
    expect(missed).toEqual([
      expect.stringMatching(
        new RegExp(`consumer\\.away missed \\d+ messages of ${topic}/0, which the topic keeps no longer`),
      ),
    ]);
    expect(await hear()).toEqual({ heard: [], missed: [] });
  }, 60_000);
});
