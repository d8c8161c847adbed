import type { Consumption } from '@parley/messaging';
import type { DeadlineTimers } from '@parley/processes';
import type { FollowerStatus, ProjectionRunner } from '@parley/projections';

/** What follows the record from a checkpoint of its own. */
export interface FollowsRecord {
  status(): FollowerStatus;
  /** How many events lie behind what is handled; no more than `most` are counted. */
  behind(most: number): Promise<number>;
}

/** A consumer of messages, or of the service's own events, that parks what it cannot handle. */
export type ParkingConsumer = Pick<Consumption, 'parked' | 'replayParked'> & (Pick<Consumption, 'lag'> | FollowsRecord);

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
