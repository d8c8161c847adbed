import { pause } from '@parley/projections';
import type { IncomingRecord } from '../client/consumer.port';
import type { KafkaClient } from '../client/kafka-client';

const TRIES = 20;
const PAUSE_MS = 250;

/** What lies in a topic, partition by partition, without the marks of progress. */
export async function readTopic(client: KafkaClient, topic: string): Promise<readonly (readonly IncomingRecord[])[]> {
  const admin = client.admin();
  const ends = await admin.ends(topic);
  await admin.close();
  const read: IncomingRecord[][] = ends.map(() => []);
  const next = ends.map(({ first }) => first);
  const isRead = (): boolean => ends.every(({ end }, partition) => (next[partition] ?? 0n) >= end);
  for (let tries = 1; !isRead(); tries++) {
    const consumer = client.consumer({
      groupId: `${topic}.read`,
      topics: [topic],
      sessionMs: 30_000,
      partitionsAtOnce: 1,
    });
    const running = consumer.run(async (batch) => {
      read[batch.partition]?.push(...batch.records);
      next[batch.partition] = (batch.records.at(-1)?.offset ?? 0n) + 1n;
      await batch.commit(next[batch.partition] ?? 0n);
      // Nothing waits for this here: a consumer ends only when its handlers have ended.
      if (isRead()) void consumer.close();
    });
    // The first group of a new broker may be asked for while its coordinator is still loading.
    await running.catch(async (failure: unknown) => {
      if (tries === TRIES) throw failure;
      await consumer.close();
      await pause(PAUSE_MS, new AbortController().signal);
    });
  }
  return read.map((records) => records.filter(({ key }) => key !== null));
}

/** Texts of one case in the order of their first coming. */
export function textsOfCase(log: readonly (readonly IncomingRecord[])[], caseId: string): readonly string[] {
  const own = log.flatMap((records) => records.filter(({ key }) => Buffer.from(key ?? []).toString() === caseId));
  return [...new Set(own.map(({ value }) => Buffer.from(value ?? []).toString()))];
}
