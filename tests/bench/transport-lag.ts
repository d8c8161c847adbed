import { createPostgresEventStore, installEventStore } from '@parley/event-store-postgres';
import { KafkaBroker } from '@parley/local-kafka';
import { bookkeepingMigrations } from '@parley/messaging';
import { ensureTopics, topicOf, type KafkaSettings } from '@parley/messaging-kafka';
import { DataSource } from 'typeorm';
import { realClock } from './append-contenders';
import { openBenchDatabase } from './bench-database';
import type { DistributedBenchOptions } from './distributed.bench';
import { highestSteadyRate, isReached, lagLine, middleOf, offerRound, sayRound, type LagRound } from './lag-rounds';
import { noisyPayload } from './noisy-payload';
import { parleyTelling, READER, TELLER, type ServiceGround } from './parley-telling';
import { plainTelling } from './plain-telling';
import type { Telling } from './telling';

type Closing = (() => Promise<unknown>)[];

const PARTITIONS = 6;
/** The same as in the host of a service. */
const WAKE_SPACING_MS = 10;
const MOST_IN_FLIGHT = 1_024;
const ON_THEIR_WAY = 512;
const GOAL = { perSecond: 500, p50: 50, p99: 250 };

/**
 * Measures the way from the acknowledged append to another schema's table, by the real store, relay, broker and feed,
 * without services around them.
 */
export async function showTransport(options: DistributedBenchOptions): Promise<void> {
  const closing: Closing = [];
  try {
    const { parley, plain } = await open(options, closing);
    console.log(
      `transport  one broker, ${String(PARTITIONS)} partitions, acks of all in-sync replicas, ` +
        `idempotent, gzip; events of ${String(options.payloadBytes)} B, one a case`,
    );
    console.log(
      '           append to the PostgreSQL event store, relay, Kafka, feed, an append in answer, a ' +
        'projection of it; all of Node in one process',
    );
    console.log(
      'yardstick  kafkajs alone with the same bytes, headers and rate, and nothing kept: from its being ' +
        'given to send until it is handed over\n',
    );
    await warmUp(parley, plain);
    for (const rate of options.rates) await compare(parley, plain, rate, options);
    console.log(`  highest steady rate, ${String(ON_THEIR_WAY)} cases on their way`);
    console.log(lagLine('kafkajs alone', await highestSteadyRate(plain, ON_THEIR_WAY, options.seconds)));
    console.log(lagLine('append to read model', await highestSteadyRate(parley, ON_THEIR_WAY, options.seconds)));
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

async function open(
  { payloadBytes }: DistributedBenchOptions,
  closing: Closing,
): Promise<{ readonly parley: Telling; readonly plain: Telling }> {
  const database = await openBenchDatabase();
  closing.push(() => database.close());
  const broker = await KafkaBroker.start();
  closing.push(() => broker.stop());
  const role = decodeURIComponent(new URL(database.url).username);
  await installEventStore({ adminUrl: database.url, contexts: [TELLER, READER].map((context) => ({ context, role })) });
  const [teller, reader] = [
    await openService(database.url, TELLER, closing),
    await openService(database.url, READER, closing),
  ];

  const settings: KafkaSettings = {
    brokers: broker.brokers,
    namespace: 'bench',
    partitions: PARTITIONS,
    replication: 1,
    retentionHours: -1,
  };
  const ofYardstick = { ...settings, namespace: 'plain' };
  await ensureTopics(settings, [TELLER]);
  await ensureTopics(ofYardstick, [TELLER]);
  const payload = noisyPayload(payloadBytes);
  const parley = await parleyTelling({ settings, databaseUrl: database.url, teller, reader, payload });
  closing.push(() => parley.stop());
  const plain = await plainTelling(ofYardstick, topicOf(ofYardstick.namespace, TELLER), payload);
  closing.push(() => plain.stop());
  return { parley, plain };
}

async function openService(url: string, schema: string, closing: Closing): Promise<ServiceGround> {
  const dataSource = await new DataSource({
    type: 'postgres',
    url,
    schema,
    migrations: [...bookkeepingMigrations(schema)],
  }).initialize();
  closing.push(() => dataSource.destroy());
  await dataSource.query(`CREATE SCHEMA ${schema}`);
  await dataSource.runMigrations();
  const store = createPostgresEventStore({ connectionString: url, clock: realClock, wakeSpacingMs: WAKE_SPACING_MS });
  closing.push(() => store.close());
  return { store, dataSource };
}

/** Offers load until the consumers have joined, the connections are open and the code is compiled. */
async function warmUp(...tellings: readonly Telling[]): Promise<void> {
  for (const telling of tellings) {
    for (const perSecond of [10, 300])
      await offerRound(telling, { perSecond, seconds: 2, mostInFlight: MOST_IN_FLIGHT });
  }
}

async function compare(
  parley: Telling,
  plain: Telling,
  perSecond: number,
  { rounds, seconds }: DistributedBenchOptions,
): Promise<void> {
  const load = { perSecond, seconds, mostInFlight: MOST_IN_FLIGHT };
  const results = { parley: [] as LagRound[], plain: [] as LagRound[] };
  for (let round = 0; round < rounds; round++) {
    sayRound(perSecond, round, rounds);
    results.plain.push(await offerRound(plain, load));
    results.parley.push(await offerRound(parley, load));
  }
  const ours = middleOf(results.parley);
  const isMet = isReached(perSecond, ours) && ours.p50 <= GOAL.p50 && ours.p99 <= GOAL.p99;
  console.log(`  ${String(perSecond)}/s offered`);
  console.log(lagLine('kafkajs alone', middleOf(results.plain), perSecond));
  console.log(lagLine('append to read model', ours, perSecond));
  if (perSecond === GOAL.perSecond)
    console.log(
      `  ${''.padEnd(34)} (goal: p50 at most ${String(GOAL.p50)} ms, p99 at most ${String(GOAL.p99)} ms, ` +
        `${isMet ? 'met' : 'MISSED'})`,
    );
}
