import { setTimeout as delay } from 'node:timers/promises';
import type { IncomingBatch } from '../../client/consumer.port';
import { Effects } from '../effects';
import { texts } from '../texts';
import { openFeed, type Incident } from './incident';
import { within } from './within';
import { withBatches } from './wrapped-client';

/** More than a consumer brings through between two commits, so that a batch has a middle. */
const EVENTS = 1_200;

/**
 * At a rebalance resolved records are dropped, or unresolved ones count as read: kafkajs 28 and 238, with a second
 * instance in mid-batch.
 */
export const rebalanceInMidBatch: Incident = {
  name: 'loses nothing and does nothing twice when another instance joins in mid-batch',
  async run(harness, plant) {
    for (const text of texts(EVENTS)) await harness.tell('intake', 'a', text);
    await harness.published();
    const effects = new Effects();
    const ended = new AbortController();
    const consume = () =>
      openFeed(harness, plant, { sessionMs: 6_000 }).consume({
        contexts: ['intake'],
        group: 'rebalance',
        signal: ended.signal,
        take: async (manager, page) => {
          await effects.take(manager, page);
          await delay(3 * page.events.length);
        },
      });
    const first = consume();
    await within(15_000, 'nothing came', () => effects.done.length > 20);
    const second = consume();
    await within(30_000, `not all of the ${EVENTS} were handled`, () => effects.done.length >= EVENTS);
    await Promise.all([first.stop(), second.stop()]);
    if (effects.done.join() !== texts(EVENTS).join()) throw new Error('they were not handled once each in their order');
  },
  fault: { client: (client) => withBatches(client, countedAsRead) },
};

/** At a rebalance all of the batch counts as read. */
function countedAsRead(batch: IncomingBatch): IncomingBatch {
  let isOver = false;
  return {
    ...batch,
    commit: async (next) => (isOver ? undefined : batch.commit(next)),
    heartbeat: () =>
      batch.heartbeat().catch(async (failure: unknown) => {
        isOver = true;
        await batch.commit(batch.endOffset);
        throw failure;
      }),
  };
}
