import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { offerKafka } from './kafka-offer';

const ask = async (port: number): Promise<unknown> => JSON.parse(await text(connect(port, '127.0.0.1')));

describe("the run's offer of a Kafka", () => {
  it('starts one broker however many ask, and stops it when the offer is withdrawn', async () => {
    const done: string[] = [];
    const start = async (): Promise<{ brokers: readonly string[]; stop: () => Promise<void> }> => {
      done.push('started');
      return { brokers: ['127.0.0.1:9092'], stop: async () => void done.push('stopped') };
    };
    const offer = await offerKafka(start);
    expect(await Promise.all([ask(offer.port), ask(offer.port)])).toEqual([
      { brokers: ['127.0.0.1:9092'] },
      { brokers: ['127.0.0.1:9092'] },
    ]);
    await offer.withdraw();
    expect(done).toEqual(['started', 'stopped']);
  });

  it('starts none that nobody asks for', async () => {
    let started = false;
    const offer = await offerKafka(async () => {
      started = true;
      return { brokers: [], stop: async () => undefined };
    });
    await offer.withdraw();
    expect(started).toBe(false);
  });

  it('tells everybody who asks why it could not start', async () => {
    const offer = await offerKafka(() => Promise.reject(new Error('no room')));
    expect(await ask(offer.port)).toEqual({ failure: 'no room' });
    await offer.withdraw();
  });
});
