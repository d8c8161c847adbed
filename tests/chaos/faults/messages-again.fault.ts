import { CompressionTypes } from 'kafkajs';
import { everyRecord, TELLING, topicOf, type StoredRecord } from '../checker/every-record';
import type { SeededRandom } from '../seeded-random';
import type { Fault } from './fault';

/** Copies of each topic's records, at most. */
const MOST_COPIES = 500;

/**
 * Somebody in the middle delivers old messages once more, after newer ones of their cases and in another order between
 * cases.
 */
export const messagesAgain: Fault = {
  name: 'messages-again',
  what: 'old messages are delivered again, in another order between cases',
  during: async ({ kafka, namespace }, random) => {
    const producer = kafka.producer();
    await producer.connect();
    try {
      for (const topic of TELLING.map((context) => topicOf(namespace, context))) {
        const copies = interleaved(await everyRecord(kafka, [topic]), random).slice(0, MOST_COPIES);
        const messages = copies.map(({ partition, key, value, headers }) => ({ partition, key, value, headers }));
        if (messages.length > 0) await producer.send({ topic, messages, compression: CompressionTypes.GZIP });
      }
    } finally {
      await producer.disconnect();
    }
  },
};

/** Keeps the order within each key, and draws every other order anew. */
export function interleaved(records: readonly StoredRecord[], random: SeededRandom): readonly StoredRecord[] {
  const queues = [
    ...Map.groupBy(records, ({ key, partition }) => key?.toString() ?? `marks of ${String(partition)}`).values(),
  ].map((queue) => queue.toSorted((a, b) => Number(a.offset - b.offset)));
  const turns = random.shuffled(queues.flatMap((queue, index) => queue.map(() => index)));
  const at = queues.map(() => 0);
  return turns.flatMap((index) => queues[index]?.[at[index]!++] ?? []);
}
