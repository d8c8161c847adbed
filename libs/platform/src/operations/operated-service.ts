import type { Consumption } from '@parley/messaging';
import type { DeadlineTimers } from '@parley/processes';
import type { ProjectionRunner } from '@parley/projections';

/** A consumer of messages or events that parks what it cannot handle. */
export type ParkingConsumer = Pick<Consumption, 'parked' | 'replayParked'>;

/** What of a service works in the background and can be looked after. */
export interface ServiceWorkers {
  readonly projections: readonly ProjectionRunner[];
  /** By their names, which are unique in the service. */
  readonly consumers: Readonly<Record<string, ParkingConsumer>>;
}

/** A service as its operator sees it. */
export interface OperatedService {
  readonly context: string;
  readonly workers: ServiceWorkers;
  readonly timers: readonly DeadlineTimers[];
}
