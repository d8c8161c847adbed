import type { Instant } from '@parley/kernel';
import type { Consumption, ParkedMessage } from '@parley/messaging';
import type { DeadlineTimers, Dismissals, Orders } from '@parley/processes';
import type { FollowedRecord, ReadModel } from '@parley/projections';

/** A worker that follows the record, by itself or with others. */
export type FollowsRecord = Pick<FollowedRecord, 'status' | 'behind'> & Partial<Pick<FollowedRecord, 'waitingSince'>>;

/** A worker that parks messages that it cannot handle, and tries them again every minute. */
interface Parks {
  /** Messages that could not be handled, and those that wait behind one, oldest first. */
  parked(): Promise<readonly ParkedMessage[]>;
  /**
   * Tries parked messages again, in order. The first of a key that fails again stays, and holds back the rest of its
   * key.
   * @param key only this one (`ParkedMessage.key`); all when left out
   * @returns how many were handled and are parked no more
   */
  replayParked(key?: string): Promise<number>;
}

/** A consumer of messages, or of the service's own events, that parks what it cannot handle. */
export type ParkingConsumer = Parks & (Pick<Consumption, 'lag'> | FollowsRecord);

/** The result of a check that runs by itself, from the last time that it ran to its end. */
export interface CheckStatus {
  /** `null` before the first. */
  readonly checkedAt: Instant | null;
  /** Things that were checked, such as cases. */
  readonly checked: number;
  /** Those of them that were not as they should be. */
  readonly failed: number;
}

/** The parts of a service that work in the background and can be looked after. */
export interface ServiceWorkers {
  readonly projections: readonly (FollowsRecord & Pick<ReadModel, 'name' | 'rebuild'>)[];
  /** By their names, which are unique in the service. */
  readonly consumers: Readonly<Record<string, ParkingConsumer>>;
  readonly dismissals: Pick<Dismissals, 'dismiss' | 'list' | 'ruleSetVersion'>;
  readonly orders: Pick<Orders, 'act' | 'ruleSetVersion'>;
  /** Checks that run by themselves, by their names; none when left out. */
  readonly checks?: Readonly<Record<string, () => Promise<CheckStatus>>>;
  /**
   * Checks that an operator may order, by their names: what each goes over is counted, and its seconds. They are
   * ordered like a read model that is built anew: what is known of the record's soundness is one.
   */
  readonly onDemand?: Readonly<Record<string, () => Promise<{ readonly events: number; readonly seconds: number }>>>;
  /** What people have to look after although the service works, in sentences without a full stop; none if left out. */
  readonly alarms?: () => Promise<readonly string[]>;
}

/** A service as its operator sees it. */
export interface OperatedService {
  readonly context: string;
  readonly workers: ServiceWorkers;
  readonly timers: readonly DeadlineTimers[];
}
