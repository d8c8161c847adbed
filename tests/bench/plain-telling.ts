import { randomUUID } from 'node:crypto';
import type { PublicEvent } from '@parley/messaging';
import { headersOf, type KafkaSettings } from '@parley/messaging-kafka';
import { CompressionTypes, Kafka, logLevel, Partitioners, type Message } from 'kafkajs';
import { realClock } from './append-contenders';
import { inGroups } from './in-groups';
import type { LagLog } from './lag-log';
import type { Telling } from './telling';

/**
 * kafkajs alone, with nothing kept on either side. A case counts from the call that sends it until it is handed over.
 * Messages that come during a send make up the next one, which is the best that one producer can do in order.
 */
export async function plainTelling(
  { brokers, namespace }: KafkaSettings,
  topic: string,
  payload: Uint8Array,
): Promise<Telling> {
  const kafka = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING });
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  const consumer = kafka.consumer({ groupId: `${namespace}.plain` });
  await Promise.all([producer.connect(), consumer.connect()]);
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  let log: LagLog | undefined;
  await consumer.run({
    autoCommit: false,
    partitionsConsumedConcurrently: 4,
    eachBatch: async ({ batch, commitOffsetsIfNecessary, resolveOffset }) => {
      for (const { key } of batch.messages) log?.seen(String(key));
      const offset = String(BigInt(batch.lastOffset()) + 1n);
      await commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition: batch.partition, offset }] }] });
      resolveOffset(batch.lastOffset());
    },
  });
  const send = inGroups<Message>(async (messages) => {
    await producer.send({ topic, acks: -1, compression: CompressionTypes.GZIP, messages });
  });
  return {
    act: async (ofRound) => {
      log = ofRound;
      const event = eventOf(payload);
      ofRound.acknowledged(event.subject);
      await send({ key: event.subject, value: Buffer.from(event.data), headers: headersOf(event) });
      return event.subject;
    },
    stop: async () => {
      await consumer.disconnect();
      await producer.disconnect();
    },
  };
}

/** A public event as the relay would make it. */
function eventOf(payload: Uint8Array): PublicEvent {
  const now = realClock.now();
  return {
    id: randomUUID(),
    source: '/parley/intake',
    type: 'parley.intake.v1.GrievanceFiled',
    subject: randomUUID(),
    time: now,
    recordedat: now,
    sequence: 0,
    tier: 'PARTIES',
    datacontenttype: 'application/protobuf',
    data: payload,
  };
}
