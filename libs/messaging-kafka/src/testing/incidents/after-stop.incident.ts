import { setTimeout as delay } from 'node:timers/promises';
import { each } from '../effects';
import { texts } from '../texts';
import { openFeed, type Incident } from './incident';
import { within } from './within';

/** Consumption goes on after a stop, above all one that comes while the consumer is joining: kafkajs 1593. */
export const afterStop: Incident = {
  name: 'delivers nothing after a stop, at whichever moment of joining and consuming that comes',
  async run(harness, plant) {
    for (const text of texts(300)) await harness.tell('intake', `case${Number(text) % 7}`, text);
    await harness.published();
    for (const millis of [0, 5, 40, 150, 400, 800]) {
      let stopped = false;
      let handled = 0;
      let afterwards = 0;
      const consumption = openFeed(harness, plant).consume({
        contexts: ['intake'],
        group: `stopped-${millis}`,
        signal: new AbortController().signal,
        take: each(async () => {
          if (stopped) afterwards += 1;
          handled += 1;
          await delay(2);
        }),
      });
      if (millis === 800) await within(10_000, 'nothing came', () => handled > 10);
      else await delay(millis);
      await consumption.stop();
      stopped = true;
      await delay(300);
      if (afterwards > 0) throw new Error(`${afterwards} were delivered after a stop`);
    }
  },
  fault: {
    feed: (feed) => ({ consume: (subscription) => ({ ...feed.consume(subscription), stop: async () => undefined }) }),
  },
};
