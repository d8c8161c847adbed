import { InMemoryEventStore } from '@parley/event-store';
import { createServiceDatabase, record } from '@parley/projections/testing';
import { describeWithLocalKafka, KafkaBroker } from '@parley/testing/kafka';
import { KafkaFeed } from './consumption/kafka-feed';
import { KafkaPublisher } from './relay/kafka-publisher';
import type { KafkaSettings } from './settings/kafka-settings';
import { each, textOf } from './testing/effects';
import { within } from './testing/incidents/within';
import { StandingClock } from './testing/standing-clock';
import { TEST_ORIGINS, testSigner } from './testing/test-origins';
import { texts } from './testing/texts';
import { toldBy } from './testing/told';

/** Brokers of one's own, to be killed. */
describeWithLocalKafka('a broker that goes away', () => {
  let broker: KafkaBroker;
  beforeAll(async () => void (broker = await KafkaBroker.start({ heapMb: 256 })), 120_000);
  afterAll(() => broker.stop());

  async function open(namespace: string) {
    const database = await createServiceDatabase('consumer');
    const { dataSource } = database;
    const clock = new StandingClock();
    const store = new InMemoryEventStore({ clock });
    const kafka: KafkaSettings = {
      brokers: broker.brokers,
      namespace,
      partitions: 2,
      replication: 1,
      retentionHours: -1,
    };
    const telling = { kafka, store, dataSource, clock, signerOf: testSigner, recordingMs: 0, progressMs: 200 };
    const relay = new KafkaPublisher(telling).publish('intake', toldBy('intake'));
    const heard: string[] = [];
    const consumption = new KafkaFeed({ kafka, dataSource, origins: TEST_ORIGINS, sessionMs: 6_000 }).consume({
      contexts: ['intake'],
      group: 'outage',
      signal: new AbortController().signal,
      take: each((event) => {
        if (!heard.includes(textOf(event))) heard.push(textOf(event));
      }),
    });
    const tell = async (from: number, to: number): Promise<void> => {
      for (const text of texts(to).slice(from))
        await record(store, 'intake.case', `case${Number(text) % 3}`, { type: 'Told', data: { text } });
    };
    const close = async (): Promise<void> => {
      await Promise.all([relay.stop(), consumption.stop()]);
      await database.drop();
    };
    return { relay, consumption, heard, tell, close };
  }

  const ofCase = (heard: readonly string[], n: number): readonly string[] =>
    heard.filter((text) => Number(text) % 3 === n);

  it(
    'is not needed to start, and everything is told and heard, once and in order, when it is there ' +
      'and after it was killed',
    async () => {
      const [node] = broker.nodes;
      await node!.kill();
      const { relay, consumption, heard, tell, close } = await open('outage');
      await tell(0, 30);
      await within(
        20_000,
        'nothing says that the broker is away',
        () => relay.status().lastFailure !== undefined && consumption.status().lastFailure !== undefined,
      );
      expect(consumption.lag()).toMatchObject([{ context: 'intake', caughtUp: false }]);
      await node!.start();
      await relay.idle();
      await consumption.idle();
      expect(heard).toHaveLength(30);
      // These are told while the broker is killed and comes again. The producer has to begin anew without losing or
      // doubling its count.
      const telling = (async () => {
        for (let n = 30; n < 330; n += 10) {
          await tell(n, n + 10);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      })();
      await within(10_000, 'nothing came', () => heard.length > 60);
      await node!.kill();
      await telling;
      await node!.start();
      await relay.idle();
      await consumption.idle();
      for (const n of [0, 1, 2]) expect(ofCase(heard, n)).toEqual(ofCase(texts(330), n));
      expect(relay.status().lastFailure).toBeUndefined();
      await within(
        10_000,
        'it still says that it fails',
        () => consumption.status().lastFailure === undefined && consumption.lag()[0]?.caughtUp === true,
      );
      await close();
    },
    240_000,
  );

  it('does not keep anybody from stopping', async () => {
    const [node] = broker.nodes;
    await node!.kill();
    const { relay, consumption, tell, close } = await open('unstoppable');
    await tell(0, 3);
    await within(20_000, 'nothing failed', () => relay.status().lastFailure !== undefined);
    const idle = Promise.allSettled([relay.idle(), consumption.idle()]);
    const started = performance.now();
    await close();
    expect(performance.now() - started).toBeLessThan(12_000);
    expect((await idle).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await node!.start();
  }, 60_000);
});
