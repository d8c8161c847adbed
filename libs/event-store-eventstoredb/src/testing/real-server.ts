import type { ContractSubject } from '@parley/event-store/contract';
import type { StartedTestContainer } from 'testcontainers';
import { eventStoreAddress } from '../client/event-store-address';
import { EventStoreDbClient } from '../client/eventstoredb-client';
import { EventStoreDb } from '../event-store-db';
import { BEYOND, realClock } from './double-subject';
import { sinceOrigin } from './since-origin';

const IMAGE = 'docker.kurrent.io/eventstore/eventstore:24.10';
const PORT = 2113;

/** A server in memory, without TLS, for one spec. */
export async function startServer(): Promise<{ readonly url: string; readonly container: StartedTestContainer }> {
  // Only where there is an engine, because loading it takes longer than many a spec.
  const { GenericContainer, Wait } = await import('testcontainers');
  const container = await new GenericContainer(IMAGE)
    .withEnvironment({ EVENTSTORE_INSECURE: 'true', EVENTSTORE_MEM_DB: 'true', EVENTSTORE_RUN_PROJECTIONS: 'None' })
    .withExposedPorts(PORT)
    .withWaitStrategy(Wait.forHttp('/health/live', PORT).forStatusCode(204))
    .start();
  return { url: `esdb://${container.getHost()}:${container.getMappedPort(PORT)}?tls=false`, container };
}

/** Two stores on the part of the server's log that begins now. Nobody else may write to the server meanwhile. */
export async function createServerSubject(url: string): Promise<ContractSubject> {
  const address = eventStoreAddress(url);
  const first = new EventStoreDbClient(address);
  const newest = await first.newest(() => true);
  await first.close();
  const open = (): EventStoreDb =>
    new EventStoreDb({
      client: sinceOrigin(new EventStoreDbClient(address), newest?.position ?? null),
      contexts: ['intake', 'evidence'],
      clock: realClock,
      onFailure: () => undefined,
    });
  const [store, elsewhere] = [open(), open()];
  return {
    store,
    elsewhere,
    beyond: BEYOND,
    close: async () => {
      await Promise.all([store.close(), elsewhere.close()]);
    },
  };
}
