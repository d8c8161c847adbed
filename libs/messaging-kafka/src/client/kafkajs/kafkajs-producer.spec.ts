import type { Kafka } from 'kafkajs';
import { KafkajsProducer } from './kafkajs-producer';

describe('a producer of kafkajs', () => {
  /** A Kafka whose sends end when they are told to. */
  const begun: { readonly topic: string; readonly end: (failure?: Error) => void }[] = [];
  const kafka = {
    producer: () => ({
      connect: async () => undefined,
      disconnect: async () => undefined,
      send: ({ topic }: { topic: string }) =>
        new Promise<void>((resolve, reject) => {
          const end = (failure?: Error): void => {
            if (failure) reject(failure);
            else resolve();
          };
          begun.push({ topic, end });
        }),
    }),
  } as unknown as Kafka;
  const turns = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 5));
  const record = { partition: 0, key: 'case', value: new Uint8Array(), headers: {} };

  it('has one send under way at a time, so that none gets a sequence that another has counted back', async () => {
    const producer = new KafkajsProducer(kafka);
    const sends = ['first', 'second', 'third'].map((topic) => producer.send(topic, [record]));
    const outcomes = Promise.allSettled(sends);
    await turns();
    expect(begun.map(({ topic }) => topic)).toEqual(['first']);
    begun[0]!.end(new Error('one partition has no leader'));
    await turns();
    expect(begun.map(({ topic }) => topic)).toEqual(['first', 'second']);
    begun[1]!.end();
    await turns();
    begun[2]!.end();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    await producer.close();
  });
});
