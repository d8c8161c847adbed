import { InMemoryEventStore } from '@parley/event-store';
import { createServiceDatabase } from '@parley/projections/testing';
import type { KafkaClient } from '../client/kafka-client';
import { StandingClock } from '../testing/standing-clock';
import { testSigner } from '../testing/test-origins';
import { toldBy } from '../testing/told';
import { KafkaPublisher } from './kafka-publisher';

/** This tells the timer of the marks apart from every other timer. */
const PROGRESS_MS = 7_654_321;
const BEATS = 20;

describe('the marks of a relay', () => {
  it('do not pile up while a broker lets one wait', async () => {
    const database = await createServiceDatabase('teller');
    const clock = new StandingClock();
    let sent = 0;
    let answered: Promise<unknown> = Promise.resolve();
    const client: KafkaClient = {
      producer: () => ({
        send: async () => {
          sent += 1;
          await answered;
        },
        close: async () => undefined,
      }),
      consumer: () => {
        throw new Error('nobody consumes');
      },
      admin: () => ({
        existing: async (topics) => new Map(topics.map((topic) => [topic, 1])),
        create: async () => undefined,
        ends: async () => [],
        committed: async () => [],
        close: async () => undefined,
      }),
    };
    const timers = jest.spyOn(globalThis, 'setInterval');
    const kafka = { brokers: ['nowhere:9092'], namespace: 'test', partitions: 1, replication: 1, retentionHours: -1 };
    const ticking = { now: () => (clock.moveOn(), clock.now()) };
    const options = {
      kafka,
      client,
      clock: ticking,
      signerOf: testSigner,
      store: new InMemoryEventStore({ clock }),
      dataSource: database.dataSource,
      recordingMs: 0,
    };
    const relay = new KafkaPublisher({ ...options, progressMs: PROGRESS_MS }).publish('intake', toldBy('intake'));
    const beat = timers.mock.calls.find(([, millis]) => millis === PROGRESS_MS)![0];
    timers.mockRestore();
    await relay.idle();
    expect(sent).toBe(1);

    const waiting = Promise.withResolvers<undefined>();
    answered = waiting.promise;
    for (let n = 0; n < BEATS; n++) beat();
    while (sent < 2) await new Promise(setImmediate);
    waiting.resolve(undefined);
    await relay.idle();
    expect(sent).toBe(3);
    await relay.stop();
    await database.drop();
  });
});
