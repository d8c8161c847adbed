import type { Instant } from '@parley/kernel';
import type { Consumption } from '@parley/messaging';
import type { DeadlineTimers } from '@parley/processes';
import type { FollowedRecord, ReadModel } from '@parley/projections';

/** What follows the record, by itself or with others. */
export type FollowsRecord = Pick<FollowedRecord, 'status' | 'behind'> & Partial<Pick<FollowedRecord, 'waitingSince'>>;

/** A consumer of messages, or of the service's own events, that parks what it cannot handle. */
export type ParkingConsumer = Pick<Consumption, 'parked' | 'replayParked'> & (Pick<Consumption, 'lag'> | FollowsRecord);

/** What a check that runs by itself came to, the last time that it ran to its end. */
export interface CheckStatus {
  /** `null` before the first. */
  readonly checkedAt: Instant | null;
  /** Things that were checked, such as cases. */
  readonly checked: number;
  /** Those of them that were not as they should be. */
  readonly failed: number;
}

/** What of a service works in the background and can be looked after. */
export interface ServiceWorkers {
  readonly projections: readonly (FollowsRecord & Pick<ReadModel, 'name' | 'rebuild'>)[];
  /** By their names, which are unique in the service. */
  readonly consumers: Readonly<Record<string, ParkingConsumer>>;
  /** Checks that run by themselves, by their names; none when left out. */
  readonly checks?: Readonly<Record<string, () => Promise<CheckStatus>>>;
}

/** A service as its operator sees it. */
export interface OperatedService {
  readonly context: string;
  readonly workers: ServiceWorkers;
  readonly timers: readonly DeadlineTimers[];
}
