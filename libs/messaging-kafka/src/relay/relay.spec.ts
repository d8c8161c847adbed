import { createServiceDatabase } from '@parley/projections/testing';
import { describeWithKafka, openTestKafka } from '@parley/testing/kafka';
import type { KafkaClient } from '../client/kafka-client';
import { kafkajsClient } from '../client/kafkajs/kafkajs-client';
import type { KafkaProducerPort, OutgoingRecord } from '../client/producer.port';
import { Effects } from '../testing/effects';
import { within } from '../testing/incidents/within';
import { openKafkaHarness, type HarnessOptions, type KafkaHarness } from '../testing/kafka-harness';
import { testSigner } from '../testing/test-origins';
import { texts } from '../testing/texts';
import { toldBy } from '../testing/told';
import { readTopic, textsOfCase } from '../testing/topic-log';
import { KafkaPublisher } from './kafka-publisher';
import { PartitionsDifferError } from './partitions-differ.error';

/** A client whose producers send by other means. */
const sendingBy =
  (send: (producer: KafkaProducerPort) => KafkaProducerPort['send']): NonNullable<HarnessOptions['client']> =>
  (settings): KafkaClient => {
    const client = kafkajsClient(settings);
    return {
      ...client,
      producer: () => {
        const producer = client.producer();
        return { send: send(producer), close: () => producer.close() };
      },
    };
  };

/** Faults fall on events, because one that falls on a mark of progress shows nothing. */
const tellsEvents = (records: readonly OutgoingRecord[]): boolean => records.some(({ key }) => key !== null);

describeWithKafka('a relay to Kafka', () => {
  let harness: KafkaHarness;
  beforeAll(() => openTestKafka(), 120_000);
  afterEach(() => harness.close());

  const tellCases = async (count: number, cases = 4): Promise<void> => {
    for (const text of texts(count)) await harness.tell('intake', `case${Number(text) % cases}`, text);
  };
  const told = (count: number, n: number, cases = 4): readonly string[] =>
    texts(count).filter((text) => Number(text) % cases === n);
  const topic = (): string => `${harness.settings.namespace}.intake.v1`;

  it('keeps all events of a case in one partition and in their order', async () => {
    harness = await openKafkaHarness();
    await tellCases(80);
    await harness.published();
    const log = await readTopic(harness.client, topic());
    for (const n of [0, 1, 2, 3]) {
      expect(log.filter((records) => textsOfCase([records], `case${n}`).length > 0)).toHaveLength(1);
      expect(textsOfCase(log, `case${n}`)).toEqual(told(80, n));
    }
  });

  it(
    'moves its checkpoint only behind what was acknowledged: nothing is skipped ' + 'while the broker refuses',
    async () => {
      let refusals = 6;
      harness = await openKafkaHarness({
        client: sendingBy((producer) => async (to, records) => {
          if (tellsEvents(records) && refusals-- > 0) throw new Error('not enough replicas');
          await producer.send(to, records);
        }),
      });
      await tellCases(60);
      await harness.published();
      expect(refusals).toBeLessThan(0);
      const log = await readTopic(harness.client, topic());
      for (const n of [0, 1, 2, 3]) expect(textsOfCase(log, `case${n}`)).toEqual(told(60, n));
    },
  );

  it('would be seen to skip, if it took a refusal for an acknowledgement', async () => {
    let refusals = 2;
    harness = await openKafkaHarness({
      client: sendingBy((producer) => async (to, records) => {
        if (tellsEvents(records) && refusals-- > 0) return;
        await producer.send(to, records);
      }),
    });
    await tellCases(60);
    await harness.published();
    const log = await readTopic(harness.client, topic());
    expect([0, 1, 2, 3].map((n) => textsOfCase(log, `case${n}`))).not.toEqual([0, 1, 2, 3].map((n) => told(60, n)));
  });

  it('sends again what was sent and not known to be, and no consumer does it twice', async () => {
    let lost = 3;
    harness = await openKafkaHarness({
      client: sendingBy((producer) => async (to, records) => {
        await producer.send(to, records);
        if (tellsEvents(records) && lost-- > 0) throw new Error('the acknowledgement was lost');
      }),
    });
    await tellCases(40);
    const effects = new Effects();
    const consumption = harness.openFeed().consume({
      contexts: ['intake'],
      group: 'again',
      signal: new AbortController().signal,
      take: effects.take,
    });
    await harness.published();
    await consumption.idle();
    expect((await readTopic(harness.client, topic())).flat().length).toBeGreaterThan(40);
    expect(effects.done.toSorted()).toEqual(texts(40).toSorted());
  });

  it('tells nothing to a topic with another number of partitions than was set, and says so', async () => {
    const failures: unknown[] = [];
    harness = await openKafkaHarness();
    await tellCases(4);
    await harness.published();
    const admin = harness.client.admin();
    const before = await admin.ends(topic());
    const other = await createServiceDatabase('consumer');
    const { settings, store, clock, client } = harness;
    const kafka = { ...settings, partitions: settings.partitions + 1 };
    const onFailure = (failure: unknown): void => void failures.push(failure);
    const second = new KafkaPublisher({
      kafka,
      store,
      clock,
      signerOf: testSigner,
      client,
      dataSource: other.dataSource,
      recordingMs: 0,
      onFailure,
    }).publish('intake', toldBy('intake'));
    await within(20_000, 'nothing was said of the partitions', () =>
      failures.some((failure) => failure instanceof PartitionsDifferError),
    );
    await second.stop();
    await other.drop();
    expect(await admin.ends(topic())).toEqual(before);
    await admin.close();
  });

  it(
    'may be active twice: the log has no loss, each case keeps its order, and ' + 'consumers do nothing twice',
    async () => {
      harness = await openKafkaHarness();
      // A checkpoint of its own, as if the lease had failed altogether.
      const other = await createServiceDatabase('consumer');
      const { settings, store, clock, client } = harness;
      const second = new KafkaPublisher({
        kafka: settings,
        store,
        clock,
        signerOf: testSigner,
        client,
        dataSource: other.dataSource,
        recordingMs: 0,
        pageSize: 7,
      }).publish('intake', toldBy('intake'));
      const effects = new Effects();
      const consumption = harness.openFeed().consume({
        contexts: ['intake'],
        group: 'twice',
        signal: new AbortController().signal,
        take: effects.take,
      });
      await tellCases(120);
      await Promise.all([harness.published(), second.idle()]);
      await consumption.idle();
      await second.stop();
      await other.drop();
      const log = await readTopic(client, topic());
      // Each sends everything. It sends a chunk again when the broker was too busy to acknowledge it in time.
      expect(log.flat().length).toBeGreaterThanOrEqual(240);
      for (const n of [0, 1, 2, 3]) expect(textsOfCase(log, `case${n}`)).toEqual(told(120, n));
      expect(effects.done.toSorted()).toEqual(texts(120).toSorted());
      for (const n of [0, 1, 2, 3]) expect(effects.done.filter((text) => Number(text) % 4 === n)).toEqual(told(120, n));
    },
  );

  it('is one of two by the lease, and the other takes over when it falls silent', async () => {
    let isFrozen = false;
    harness = await openKafkaHarness({
      client: sendingBy(
        (producer) => (to, records) => (isFrozen ? new Promise(() => undefined) : producer.send(to, records)),
      ),
    });
    await tellCases(10);
    await harness.published();
    isFrozen = true;
    const { settings, store, clock, dataSource } = harness;
    const standby = new KafkaPublisher({
      kafka: settings,
      store,
      clock,
      signerOf: testSigner,
      dataSource,
      recordingMs: 0,
      takeOverMs: 200,
    }).publish('intake', toldBy('intake'));
    await harness.tell('intake', 'case0', 'late');
    await standby.idle();
    expect(textsOfCase(await readTopic(harness.client, topic()), 'case0')).toContain('late');
    isFrozen = false;
    await standby.stop();
  }, 40_000);

  it('sends events that are together larger than a batch of Kafka may be', async () => {
    harness = await openKafkaHarness();
    const large = 'x'.repeat(400_000);
    for (const n of [1, 2, 3, 4, 5]) await harness.tell('intake', 'large', `${n}${large}`);
    await harness.published();
    const log = await readTopic(harness.client, topic());
    expect(textsOfCase(log, 'large').map((text) => text.slice(0, 1))).toEqual(['1', '2', '3', '4', '5']);
  });

  it('marks how far it has told in every partition, also while nothing happens', async () => {
    harness = await openKafkaHarness();
    await harness.published();
    const admin = harness.client.admin();
    const before = await admin.ends(topic());
    harness.clock.moveOn();
    await within(5_000, 'no mark came', async () =>
      (await admin.ends(topic())).every(({ end }, partition) => end > (before[partition]?.end ?? 0n)),
    );
    await admin.close();
    expect(before).toHaveLength(3);
  });
});
