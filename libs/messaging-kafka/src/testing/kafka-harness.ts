import { InMemoryEventStore, type EventStore } from '@parley/event-store';
import type { Feed } from '@parley/messaging';
import type { FeedHarness } from '@parley/messaging/contract';
import { createServiceDatabase, record } from '@parley/projections/testing';
import type { KafkaClient } from '../client/kafka-client';
import { kafkajsClient } from '../client/kafkajs/kafkajs-client';
import type { KafkaConsumption } from '../consumption/kafka-consumption';
import { KafkaFeed, type KafkaFeedOptions } from '../consumption/kafka-feed';
import { KafkaPublisher, type KafkaPublisherOptions } from '../relay/kafka-publisher';
import type { Relay } from '../relay/relay';
import type { KafkaSettings } from '../settings/kafka-settings';
import { StandingClock } from './standing-clock';
import { TEST_ORIGINS, testSigner } from './test-origins';
import { testSettings } from './test-settings';
import { toldBy } from './told';

/** What a spec may set differently from the contract suite. */
export interface HarnessOptions {
  readonly client?: (settings: KafkaSettings) => KafkaClient;
  readonly feed?: Partial<KafkaFeedOptions>;
  readonly publisher?: Partial<KafkaPublisherOptions>;
  readonly partitions?: number;
  /** Who tells; intake and evidence when left out. */
  readonly contexts?: readonly string[];
}

/** Some contexts that tell, their relays, the run's broker, and feeds of one service on one database. */
export interface KafkaHarness extends FeedHarness {
  readonly settings: KafkaSettings;
  readonly client: KafkaClient;
  readonly publisher: KafkaPublisher;
  readonly store: EventStore;
  readonly clock: StandingClock;
  readonly relays: readonly Relay[];
  openFeed(more?: Partial<KafkaFeedOptions>): Feed & { consume: KafkaFeed['consume'] };
}

const CONTEXTS: readonly string[] = ['intake', 'evidence'];

/** Opens one; `close` stops every consumption that was begun through it. */
export async function openKafkaHarness({
  client: open,
  feed,
  publisher: relay,
  partitions,
  contexts = CONTEXTS,
}: HarnessOptions = {}): Promise<KafkaHarness> {
  const settings = await testSettings(partitions);
  const database = await createServiceDatabase('consumer');
  const { dataSource } = database;
  const clock = new StandingClock();
  const store = new InMemoryEventStore({ clock });
  const client = open?.(settings) ?? kafkajsClient(settings);
  const shared = { kafka: settings, dataSource, client };
  const publisher = new KafkaPublisher({
    ...shared,
    store,
    clock,
    signerOf: testSigner,
    recordingMs: 0,
    progressMs: 50,
    pageSize: 16,
    takeOverMs: 200,
    ...relay,
  });
  const relays = contexts.map((context) => publisher.publish(context, toldBy(context)));
  const consumptions: KafkaConsumption[] = [];
  return {
    settings,
    client,
    publisher,
    dataSource,
    store,
    clock,
    relays,
    openFeed: (more) => {
      const opened = new KafkaFeed({ ...shared, origins: TEST_ORIGINS, ...feed, ...more });
      return {
        isKnown: (type) => opened.isKnown(type),
        reread: (body) => opened.reread(body),
        consume: (subscription) => {
          const consumption = opened.consume(subscription);
          consumptions.push(consumption);
          return consumption;
        },
      };
    },
    tell: async (context, caseId, text) => {
      await record(store, `${context}.case`, caseId, { type: 'Told', data: { text } });
      clock.moveOn();
    },
    published: async () => {
      await Promise.all(relays.map((each) => each.idle()));
    },
    close: async () => {
      await Promise.all(consumptions.map((consumption) => consumption.stop()));
      await Promise.all(relays.map((each) => each.stop()));
      await database.drop();
    },
  };
}
