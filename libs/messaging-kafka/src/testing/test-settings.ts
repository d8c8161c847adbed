import { randomBytes } from 'node:crypto';
import { openTestKafka } from '@parley/testing/kafka';
import type { KafkaSettings } from '../settings/kafka-settings';

/** The run's broker under a namespace that nobody else uses. */
export async function testSettings(partitions = 3): Promise<KafkaSettings> {
  const { brokers } = await openTestKafka();
  return { brokers, namespace: `t${randomBytes(6).toString('hex')}`, partitions, replication: 1, retentionHours: -1 };
}
