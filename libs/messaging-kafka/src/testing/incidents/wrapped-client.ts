import type { IncomingBatch, KafkaConsumerPort } from '../../client/consumer.port';
import type { KafkaClient } from '../../client/kafka-client';

/** A client whose consumers have some of their methods replaced. */
export const withConsumers = (
  client: KafkaClient,
  wrap: (consumer: KafkaConsumerPort) => Partial<KafkaConsumerPort>,
): KafkaClient => ({
  ...client,
  consumer: (options) => {
    const consumer = client.consumer(options);
    const kept = {
      run: consumer.run.bind(consumer),
      close: consumer.close.bind(consumer),
      assigned: consumer.assigned.bind(consumer),
    };
    return { ...kept, ...wrap(consumer) };
  },
});

/** A client whose batches are replaced before they are handled. */
export const withBatches = (client: KafkaClient, wrap: (batch: IncomingBatch) => IncomingBatch): KafkaClient =>
  withConsumers(client, (consumer) => ({ run: (handle) => consumer.run((batch) => handle(wrap(batch))) }));
