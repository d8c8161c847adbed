import { stopTelemetry } from '@parley/telemetry/preload';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '@parley/http';
import { tracedEventStore, tracedProjection } from '@parley/telemetry';
import { ProjectionRunner, type Projection } from '@parley/projections';
import { createServiceDatabase, record } from '@parley/projections/testing';
import { openTestEventStore } from '@parley/testing';
import { KafkaFeed } from '../consumption/kafka-feed';
import { KafkaPublisher } from '../relay/kafka-publisher';
import type { KafkaSettings } from '../settings/kafka-settings';
import { hearingService } from './hearing-service';
import { TEST_ORIGINS, testSigner } from './test-origins';
import { toldBy } from './told';

/** The read model of the service that hears. */
const letters: Projection = {
  name: 'letters',
  categories: ['audit'],
  tables: ['letter'],
  apply: async (manager, events, tables) => {
    for (const { stream } of events) await manager.query(`INSERT INTO ${tables('letter')} VALUES ($1)`, [stream]);
  },
};

/**
 * A letter on its way from a request to the read model of another service, over the broker that the settings in the
 * argument name. A program of its own, because Jest's module registry goes around the instrumentation's hooks.
 */
async function main(kafka: KafkaSettings): Promise<void> {
  const database = await createServiceDatabase('audit');
  const { dataSource } = database;
  await dataSource.query('CREATE TABLE audit.letter (stream text PRIMARY KEY)');
  const opened = await openTestEventStore(database.url, ['intake', 'audit'], systemClock);
  const store = tracedEventStore(opened.store);
  const relay = new KafkaPublisher({
    kafka,
    store,
    dataSource,
    clock: systemClock,
    signerOf: testSigner,
    recordingMs: 0,
    progressMs: 100,
  }).publish('intake', toldBy('intake'));
  const runner = new ProjectionRunner({ store, dataSource, projection: tracedProjection(letters) });
  runner.start();
  const feed = new KafkaFeed({ kafka, dataSource, origins: TEST_ORIGINS });
  const { hearing, stop } = hearingService({ store, dataSource }, feed, async ({ subject }) => {
    await record(store, 'audit.case', subject, { type: 'Heard', data: {} });
  });
  const desk = createServer((_request, response) => {
    void record(store, 'intake.case', 'c1', { type: 'Told', data: { text: 'dear sir' } }).then(() => response.end());
  });
  await once(desk.listen(0, '127.0.0.1'), 'listening');
  await fetch(`http://127.0.0.1:${(desk.address() as AddressInfo).port}/letters`, { method: 'POST' });
  await relay.idle();
  await hearing.idle();
  await runner.idle();
  process.stdout.write(JSON.stringify(await dataSource.query('SELECT stream FROM audit.letter')));
  desk.close();
  await stop();
  await Promise.all([relay.stop(), runner.stop()]);
  await opened.close();
  await database.drop();
  await stopTelemetry();
}

void main(JSON.parse(process.argv[2] ?? '{}') as KafkaSettings);
