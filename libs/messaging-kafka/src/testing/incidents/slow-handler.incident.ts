import { setTimeout as delay } from 'node:timers/promises';
import { each } from '../effects';
import { openFeed, type Incident } from './incident';
import { withBatches } from './wrapped-client';

/** The shortest session that brokers allow by themselves. */
const SESSION_MS = 6_000;

/** No heartbeat while a page is slow, so that the group takes the member for dead: kafkajs 1052 and 1600. */
export const slowHandler: Incident = {
  name: 'keeps its partitions while a page takes longer than a session, and takes it once',
  async run(harness, plant) {
    await harness.tell('intake', 'a', 'slow');
    await harness.published();
    let handled = 0;
    const consumption = openFeed(harness, plant, { sessionMs: SESSION_MS }).consume({
      contexts: ['intake'],
      group: 'slow',
      signal: new AbortController().signal,
      take: each(async () => {
        handled += 1;
        if (handled === 1) await delay(1.5 * SESSION_MS);
      }),
    });
    await consumption.idle();
    await consumption.stop();
    if (handled !== 1) throw new Error(`it was handled ${handled} times`);
  },
  fault: { client: (client) => withBatches(client, (batch) => ({ ...batch, heartbeat: async () => undefined })) },
};
