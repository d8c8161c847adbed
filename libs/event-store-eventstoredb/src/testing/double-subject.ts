import type { Position } from '@parley/event-store';
import type { ContractSubject } from '@parley/event-store/contract';
import type { Clock, Instant } from '@parley/kernel';
import type { EventStoreDb } from '../event-store-db';
import { openEventStoreDb, type EventStoreDbOptions } from '../open-event-store-db';
import { EventStoreDouble } from './double/event-store-double';

export const realClock: Clock = { now: () => new Date().toISOString() as Instant };

/** Behind the end of any log that a test will write. */
export const BEYOND = '9'.repeat(17) as Position;

export interface DoubleSubject extends ContractSubject {
  readonly store: EventStoreDb;
  readonly elsewhere: EventStoreDb;
  readonly double: EventStoreDouble;
  open(options?: Partial<EventStoreDbOptions>): EventStoreDb;
}

/** Two stores, as two processes would have them, at a double of their own. */
export async function createDoubleSubject(parameters = ''): Promise<DoubleSubject> {
  const double = await EventStoreDouble.start();
  const cleanUp: (() => Promise<void>)[] = [() => double.stop()];
  const openAt = (port: number, options: Partial<EventStoreDbOptions> = {}): EventStoreDb => {
    const connectionString = `esdb://127.0.0.1:${port}?tls=false${parameters}`;
    const store = openEventStoreDb({ connectionString, context: ['intake', 'evidence'], clock: realClock, ...options });
    cleanUp.push(() => store.close());
    return store;
  };
  return {
    store: openAt(double.port),
    elsewhere: openAt(double.port),
    beyond: BEYOND,
    double,
    open: (options) => openAt(double.port, options),
    async restore() {
      const restored = await EventStoreDouble.start({ log: double.log.copy() });
      cleanUp.push(() => restored.stop());
      return openAt(restored.port);
    },
    async close() {
      for (const step of cleanUp.reverse()) await step();
    },
  };
}
