import { tableIn } from '@parley/messaging';
import type { KafkaClient } from '../../client/kafka-client';
import { Effects } from '../effects';
import type { KafkaHarness } from '../kafka-harness';
import { texts } from '../texts';
import { openFeed, type Incident } from './incident';
import { withBatches, withConsumers } from './wrapped-client';

/** The fault lies below this client, so that its commits are seen. */
function watchingCommits(harness: KafkaHarness, early: string[]): KafkaClient {
  const isDone = async (id: string): Promise<boolean> => {
    const rows: unknown[] = await harness.dataSource.query(
      `SELECT 1 FROM ${tableIn(harness.dataSource.manager, 'facts')} WHERE message_id = $1`,
      [id],
    );
    return rows.length > 0;
  };
  return withBatches(harness.client, (batch) => ({
    ...batch,
    commit: async (next) => {
      const ids = batch.records.flatMap(({ offset, key, headers }) =>
        offset < next && key !== null ? Buffer.from(headers['ce_id'] ?? []).toString() : [],
      );
      for (const id of ids) if (!(await isDone(id))) early.push(id);
      await batch.commit(next);
    },
  }));
}

/** An offset is committed before the effects are in the database, and a crash in between loses them. */
export const offsetBeforeDatabase: Incident = {
  name: 'notes no offset with the broker before the database has the effects',
  async run(harness, plant) {
    for (const text of texts(60)) await harness.tell('intake', `case${Number(text) % 5}`, text);
    await harness.published();
    const early: string[] = [];
    const effects = new Effects();
    const consumption = openFeed(harness, plant, { client: watchingCommits(harness, early) }).consume({
      contexts: ['intake'],
      group: 'offsets',
      signal: new AbortController().signal,
      take: effects.take,
    });
    await consumption.idle();
    await consumption.stop();
    if (early.length > 0) throw new Error(`${early.length} offsets were committed too early`);
  },
  fault: {
    client: (client) =>
      withConsumers(client, (consumer) => ({
        run: (handle) =>
          consumer.run(async (batch) => {
            await batch.commit((batch.records.at(-1)?.offset ?? 0n) + 1n);
            await handle(batch);
          }),
      })),
  },
};
