import { texts } from '../texts';
import type { Incident } from './incident';
import { within } from './within';
import { withConsumers } from './wrapped-client';

/**
 * A batch that throws before any of it counts as read is skipped: kafkajs 28 and 238, in the first batch of a new
 * group.
 */
export const throwInFirstBatch: Incident = {
  name: 'is given a batch again that it threw on, also the first one of a new group',
  async run(harness, plant) {
    for (const text of texts(10)) await harness.tell('intake', 'a', text);
    await harness.published();
    const client = plant.client(harness.client);
    const offsets = new Set<bigint>();
    let throws = 3;
    let last = 0n;
    const stop = new AbortController();
    const consuming = (async () => {
      while (!stop.signal.aborted) {
        const consumer = client.consumer({
          groupId: `${harness.settings.namespace}.first`,
          topics: [`${harness.settings.namespace}.intake.v1`],
          sessionMs: 30_000,
          partitionsAtOnce: 1,
        });
        stop.signal.addEventListener('abort', () => void consumer.close(), { once: true });
        const running = consumer.run(async (batch) => {
          if (batch.records.some(({ key }) => key !== null) && throws-- > 0) throw new Error('in the first batch');
          for (const { key, offset } of batch.records) if (key !== null) offsets.add(offset);
          last = (batch.records.at(-1)?.offset ?? 0n) + 1n;
          await batch.commit(last);
        });
        await running.catch(() => undefined);
        await consumer.close();
      }
    })();
    try {
      await within(10_000, 'what was in the batch never came again', () => offsets.size === 10);
    } finally {
      stop.abort();
      await consuming;
    }
  },
  fault: {
    client: (client) =>
      withConsumers(client, (consumer) => ({
        run: (handle) => consumer.run((batch) => handle(batch).catch(() => batch.commit(batch.endOffset))),
      })),
  },
};
