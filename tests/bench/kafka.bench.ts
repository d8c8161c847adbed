import { randomBytes, randomUUID } from 'node:crypto';
import { commandIdOf, eventIdOf, streamName } from '@parley/event-store';
import { createPostgresEventStore, installEventStore, type PostgresEventStore } from '@parley/event-store-postgres';
import { KafkaBroker } from '@parley/local-kafka';
import { bookkeepingMigrations } from '@parley/messaging';
import { ensureTopics, type KafkaSettings } from '@parley/messaging-kafka';
import { DataSource } from 'typeorm';
import { eventOf, realClock } from './append-contenders';
import { openBenchDatabase } from './bench-database';
import { CONTEXT, feed, plainHearer, plainSender, relay, type Contender, type KafkaBench } from './kafka-contenders';
import { describeMachine } from './machine';
import { median } from './median';
import { noisyPayload } from './noisy-payload';

export interface KafkaBenchOptions {
  readonly messages: number;
  readonly rounds: number;
  readonly payloadBytes: number;
}

/** Least ratio to kafkajs alone. */
const GOAL = 0.5;
const EVENTS_PER_CASE = 10;
const CASES_AT_ONCE = 32;
const PARTITIONS = 6;

/**
 * Measures messages a second of the relay and of a consumer against kafkajs alone, with the same bytes, broker and
 * acknowledgements, interleaved.
 */
export async function run({ messages, rounds, payloadBytes }: KafkaBenchOptions): Promise<void> {
  const database = await openBenchDatabase();
  const broker = await KafkaBroker.start();
  const dataSource = await new DataSource({
    type: 'postgres',
    url: database.url,
    schema: 'consumer',
    migrations: [...bookkeepingMigrations('consumer')],
  }).initialize();
  await dataSource.query('CREATE SCHEMA IF NOT EXISTS consumer');
  await dataSource.runMigrations();
  const role = decodeURIComponent(new URL(database.url).username);
  await installEventStore({ adminUrl: database.url, contexts: [{ context: CONTEXT, role }] });
  const store = createPostgresEventStore({ connectionString: database.url, clock: realClock });
  const settings: KafkaSettings = {
    brokers: broker.brokers,
    namespace: 'bench',
    partitions: PARTITIONS,
    replication: 1,
    retentionHours: -1,
  };
  try {
    await fill(store, messages, payloadBytes);
    const { events } = await store.readAll({ categories: [CONTEXT], limit: messages });
    const bench: KafkaBench = { settings, store, dataSource, events };
    console.log(`machine   ${describeMachine()}; client, load, broker and database share it`);
    console.log(
      `kafka     one broker, ${PARTITIONS} partitions, acks of all in-sync replicas, idempotent, ` +
        'gzip; sends of 500 messages',
    );
    console.log(
      `load      ${events.length} messages of ${payloadBytes} B payload; medians of ${rounds} interleaved rounds\n`,
    );
    const told = new Told(settings);
    await compare('sent by', rounds, [
      ['kafkajs alone', told.before(plainSender(bench))],
      ['relay', told.before(relay(bench))],
    ]);
    const heard = await told
      .before(relay(bench))('heard')
      .then(() => told.last);
    await compare('heard by', rounds, [
      ['kafkajs alone', plainHearer(bench, heard)],
      ['feed', feed(bench, heard, 'nothing')],
      ['feed that keeps', feed(bench, heard, 'keep')],
    ]);
  } finally {
    await store.close();
    await dataSource.destroy();
    await broker.stop();
    await database.close();
  }
}

/** Makes a new topic for each run, before the clock starts. */
class Told {
  last = '';

  constructor(private readonly settings: KafkaSettings) {}

  before(contender: Contender): Contender {
    return async () => {
      this.last = runName();
      await ensureTopics({ ...this.settings, namespace: this.last }, [CONTEXT]);
      return contender(this.last);
    };
  }
}

const runName = (): string => `b${randomBytes(5).toString('hex')}`;

async function fill(store: PostgresEventStore, messages: number, payloadBytes: number): Promise<void> {
  let left = Math.ceil(messages / EVENTS_PER_CASE);
  const caller = async (): Promise<void> => {
    while (left-- > 0) {
      const stream = streamName(`${CONTEXT}.case`, randomUUID());
      const commandId = commandIdOf(stream);
      const events = Array.from({ length: EVENTS_PER_CASE }, (_, index) => ({
        ...eventOf(commandId, noisyPayload(payloadBytes)),
        eventId: eventIdOf(commandId, index),
      }));
      await store.append(stream, 'no-stream', events, { commandId });
    }
  };
  await Promise.all(Array.from({ length: CASES_AT_ONCE }, caller));
}

/** The first contender is the yardstick, the second has the goal. The first round warms up and does not count. */
async function compare(
  what: string,
  rounds: number,
  contenders: readonly (readonly [name: string, run: Contender])[],
): Promise<void> {
  const rates = contenders.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, [, contender]] of contenders.entries()) {
      const rate = await contender(runName());
      if (round > 0) rates[index]?.push(rate);
    }
  }
  const [plain = NaN] = rates.map(median);
  for (const [index, [name]] of contenders.entries()) {
    const rate = median(rates[index] ?? []);
    const verdict =
      index === 1 ? ` (goal: at least ${GOAL.toFixed(2)}, ${rate / plain >= GOAL ? 'met' : 'MISSED'})` : '';
    console.log(
      `${what} ${name.padEnd(15)} ${rate.toFixed(0).padStart(7)}/s   ratio ${(rate / plain).toFixed(2)}${verdict}`,
    );
  }
}
