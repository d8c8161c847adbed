import { randomUUID } from 'node:crypto';
import { Kafka, logLevel, type Admin, type EachBatchPayload, type IHeaders } from 'kafkajs';

/** A record as it lies in a topic. */
export interface StoredRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: IHeaders;
}

/** Milliseconds in which everything in the topics must have been read. */
const READ_WITHIN_MS = 240_000;

/** A client of the tests' own, which knows nothing of the system but the names of its topics. */
export const kafkaOf = (brokers: readonly string[]): Kafka =>
  new Kafka({
    brokers: [...brokers],
    logLevel: logLevel.NOTHING,
    retry: { retries: 20, initialRetryTime: 200, maxRetryTime: 2_000 },
  });

/** Contexts that publish messages. */
export const TELLING = ['intake', 'evidence', 'panelreview', 'referral'] as const;

export const topicOf = (namespace: string, context: string): string => `${namespace}.${context}.v1`;

/** Reads everything that is in some topics now, from the beginning, like a new consumer. */
export async function everyRecord(kafka: Kafka, topics: readonly string[]): Promise<readonly StoredRecord[]> {
  const admin = kafka.admin();
  await admin.connect();
  const groupId = `chaos-${randomUUID()}`;
  const consumer = kafka.consumer({ groupId });
  try {
    const ends = await endsOf(admin, topics);
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    return await new Promise<readonly StoredRecord[]>((resolve, reject) => {
      const records: StoredRecord[] = [];
      const late = setTimeout(
        () => reject(new Error(`not all was read from ${[...ends.keys()].join(', ')}`)),
        READ_WITHIN_MS,
      );
      const resolveWhenDone = (): void => {
        if (ends.size > 0) return;
        clearTimeout(late);
        resolve(records);
      };
      resolveWhenDone();
      const eachBatch = async ({ batch }: EachBatchPayload): Promise<void> => {
        const { topic, partition, messages } = batch;
        records.push(
          ...messages.map(({ offset, key, value, headers }) => ({
            topic,
            partition,
            offset: BigInt(offset),
            key,
            value,
            headers: headers ?? {},
          })),
        );
        const place = `${topic}/${String(partition)}`;
        if (BigInt(batch.lastOffset()) + 1n >= (ends.get(place) ?? 0n)) ends.delete(place);
        resolveWhenDone();
      };
      consumer.run({ eachBatch }).catch(reject);
    });
  } finally {
    await consumer.disconnect();
    await admin.deleteGroups([groupId]).catch(() => undefined);
    await admin.disconnect();
  }
}

/** The end of each partition that holds anything. */
async function endsOf(admin: Admin, topics: readonly string[]): Promise<Map<string, bigint>> {
  const ends = new Map<string, bigint>();
  for (const topic of topics) {
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic))
      if (BigInt(high) > BigInt(low)) ends.set(`${topic}/${String(partition)}`, BigInt(high));
  }
  return ends;
}
