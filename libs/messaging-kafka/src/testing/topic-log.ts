import type { IncomingRecord } from '../client/consumer.port';
import type { KafkaClient } from '../client/kafka-client';

/** What lies in a topic, partition by partition, without the marks of progress. */
export async function readTopic(client: KafkaClient, topic: string): Promise<readonly (readonly IncomingRecord[])[]> {
  const admin = client.admin();
  const ends = await admin.ends(topic);
  await admin.close();
  const read: IncomingRecord[][] = ends.map(() => []);
  const next = ends.map(({ first }) => first);
  const consumer = client.consumer({ groupId: `${topic}.read`, topics: [topic], sessionMs: 30_000, partitionsAtOnce: 1 });
  const isRead = (): boolean => ends.every(({ end }, partition) => (next[partition] ?? 0n) >= end);
  if (!isRead()) {
    await consumer.run(async (batch) => {
      read[batch.partition]?.push(...batch.records);
      next[batch.partition] = (batch.records.at(-1)?.offset ?? 0n) + 1n;
      await batch.commit(next[batch.partition] ?? 0n);
      // Not waited for: a consumer ends when its handlers have.
      if (isRead()) void consumer.close();
    });
  }
  return read.map((records) => records.filter(({ key }) => key !== null));
}

/** Texts of one case in the order of their first coming. */
export function textsOfCase(log: readonly (readonly IncomingRecord[])[], caseId: string): readonly string[] {
  const own = log.flatMap((records) => records.filter(({ key }) => Buffer.from(key ?? []).toString() === caseId));
  return [...new Set(own.map(({ value }) => Buffer.from(value ?? []).toString()))];
}
