import { setTimeout as delay } from 'node:timers/promises';
import type { KafkaClient } from '../../client/kafka-client';
import { Effects } from '../effects';
import { openFeed, type Incident } from './incident';
import { within } from './within';
import { withConsumers } from './wrapped-client';

/** A client whose first consumer joins, and then never says a word. */
function silentAtFirst(client: KafkaClient): KafkaClient {
  let consumers = 0;
  return withConsumers(client, (consumer) => {
    consumers += 1;
    return consumers > 1 ? {} : { run: () => consumer.run(() => delay(50)) };
  });
}

/** A consumer stops without a word: kafkajs 659. */
export const silentConsumer: Incident = {
  name: 'is replaced when it has gone silent with something to deliver',
  async run(harness, plant) {
    await harness.tell('intake', 'a', 'heard');
    await harness.published();
    const effects = new Effects();
    const ended = new AbortController();
    const consumption = openFeed(harness, plant, { client: silentAtFirst(harness.client), watchdogMs: 800 }).consume({
      contexts: ['intake'],
      group: 'silent',
      signal: ended.signal,
      take: effects.take,
    });
    try {
      await within(8_000, 'nobody noticed', () => effects.done.includes('heard'));
    } finally {
      await consumption.stop();
    }
  },
  fault: { options: { watchdogMs: 3_600_000 } },
};
