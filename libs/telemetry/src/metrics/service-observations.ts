import type { EventStore } from '@parley/event-store';
import { millisOf, type Clock } from '@parley/kernel';
import type { FeedLag } from '@parley/messaging';
import type { FollowsRecord, OperatedService, ParkingConsumer } from '../operated-service';

/** What a look over a service needs beside it. */
export interface ObservedPorts {
  readonly store: Pick<EventStore, 'head'>;
  readonly clock: Clock;
  /**
   * The relay that sends the service's events to the broker, shown as the consumer `relay`; absent where there is none.
   */
  readonly relay?: FollowsRecord;
}

/** One value under one name, with the labels beside `service`. */
export interface Observation {
  readonly name: ObservedName;
  readonly value: number;
  readonly labels?: Readonly<Record<string, string>>;
}

/** What is looked up when somebody asks, by name. */
export const OBSERVED = {
  parley_head_position: { description: 'Position of the newest event in the store.' },
  parley_consumer_lag_events: {
    description: 'Events that a consumer has still to handle; of followers of the store at most 1,000 are counted.',
  },
  parley_consumer_lag_seconds: {
    unit: 's',
    description:
      'Seconds since the oldest event was recorded that a follower of the record has still to handle; 0 if none.',
  },
  parley_consumer_stalled_seconds: {
    unit: 's',
    description: 'Seconds since a consumer last moved, or last made sure that there was nothing to do.',
  },
  parley_consumer_caught_up: {
    description: '1 when a consumer found nothing left to handle at its last look, 0 otherwise.',
  },
  parley_parked_messages: {
    description: 'Messages that could not be handled, and those of the same case that wait behind them.',
  },
  parley_timers_overdue: { description: 'Deadlines that have expired and not fired, at most 1,000 of each service.' },
  parley_timer_oldest_overdue_seconds: {
    unit: 's',
    description: 'Seconds since the expiry of the oldest deadline that has not fired; 0 when there is none.',
  },
} as const;

export type ObservedName = keyof typeof OBSERVED;

/** A consumer that is far behind is not read through for the sake of a number. */
const MOST_COUNTED = 1_000;

/**
 * Looks a service over. Values that cannot be found out now, as without its database, are left out. So is the lag of a
 * follower that stands by, because the active one shows it. One that stands by at an unknown kind of event is shown,
 * because then none moves.
 */
export async function observationsOf(
  { context, workers, timers }: OperatedService,
  { store, clock, relay }: ObservedPorts,
): Promise<readonly Observation[]> {
  const consumers = Object.entries(workers.consumers);
  const looks: readonly Promise<readonly Observation[]>[] = [
    headOf(store),
    ...(relay ? [followerLag('relay', relay, clock)] : []),
    ...workers.projections.map((projection) => followerLag(projection.name, projection, clock)),
    ...consumers.map(([name, consumer]) => consumerLag(name, consumer, clock)),
    ...consumers.map(([name, consumer]) => parkedOf(name, consumer)),
    overdueOf(timers, clock),
  ];
  const looked = await Promise.allSettled(looks);
  const found = looked.flatMap((look) => (look.status === 'fulfilled' ? look.value : []));
  return found.map((observation) => ({ ...observation, labels: { service: context, ...observation.labels } }));
}

/** Positions are texts that only their store can compare; those of our stores begin with a number that grows. */
async function headOf(store: ObservedPorts['store']): Promise<readonly Observation[]> {
  const value = Number.parseInt(await store.head(), 10);
  return Number.isNaN(value) ? [] : [{ name: 'parley_head_position', value }];
}

async function followerLag(consumer: string, follower: FollowsRecord, clock: Clock): Promise<readonly Observation[]> {
  const { state, caughtUp, secondsSinceMoved, unknownKind } = follower.status();
  if ((state === 'standing-by' && unknownKind === undefined) || state === 'stopped') return [];
  const moved = movement({ consumer }, { caughtUp, secondsSinceMoved });
  const labels = { consumer };
  const since = await follower.waitingSince?.();
  const seconds = since === undefined ? 0 : Math.max(0, millisOf(clock.now()) - millisOf(since)) / 1000;
  return [
    ...moved,
    { name: 'parley_consumer_lag_events', value: await follower.behind(MOST_COUNTED), labels },
    ...(follower.waitingSince ? [{ name: 'parley_consumer_lag_seconds', value: seconds, labels } as const] : []),
  ];
}

async function consumerLag(consumer: string, worker: ParkingConsumer, clock: Clock): Promise<readonly Observation[]> {
  if ('behind' in worker) return followerLag(consumer, worker, clock);
  return worker.lag().flatMap(({ context: from, events, ...moved }) => {
    const lag: readonly Observation[] =
      events === undefined ? [] : [{ name: 'parley_consumer_lag_events', value: events, labels: { consumer, from } }];
    return [...movement({ consumer, from }, moved), ...lag];
  });
}

const movement = (
  labels: Readonly<Record<string, string>>,
  { caughtUp, secondsSinceMoved }: Omit<FeedLag, 'context' | 'events'>,
): readonly Observation[] => [
  { name: 'parley_consumer_stalled_seconds', value: secondsSinceMoved, labels },
  { name: 'parley_consumer_caught_up', value: caughtUp ? 1 : 0, labels },
];

async function parkedOf(consumer: string, worker: ParkingConsumer): Promise<readonly Observation[]> {
  return [{ name: 'parley_parked_messages', value: (await worker.parked()).length, labels: { consumer } }];
}

async function overdueOf(timers: OperatedService['timers'], clock: Clock): Promise<readonly Observation[]> {
  const overdue = (await Promise.all(timers.map((each) => each.overdue()))).flat();
  const oldest = Math.min(...overdue.map(({ dueAt }) => millisOf(dueAt)));
  return [
    { name: 'parley_timers_overdue', value: overdue.length },
    {
      name: 'parley_timer_oldest_overdue_seconds',
      value: overdue.length === 0 ? 0 : (millisOf(clock.now()) - oldest) / 1000,
    },
  ];
}
