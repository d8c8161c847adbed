import {
  DeadlineTimers,
  Reactions,
  Recounting,
  type DeadlineTimersOptions,
  type Reaction,
  type RecountingOptions,
  type RunningReaction,
} from '@parley/processes';
import { ServiceFollower, type FollowedTable, type FollowerStatus, type Projection } from '@parley/projections';
import { tracedProjection } from '@parley/telemetry';
import type { ServicePorts } from './service-definition';
import type { ServiceWorker } from './service-worker';

type Of<Options, Given extends PropertyKey> = Omit<Options, Given | 'dataSource' | 'onFailure'>;

/** What a service makes of the record: its tables, reactions and timers, all kept up by one follower. */
export class ServiceWork implements ServiceWorker {
  readonly #ports: Pick<ServicePorts, 'store' | 'database' | 'clock' | 'calendars' | 'requestMarginMs' | 'onFailure'>;
  readonly #follower: ServiceFollower;
  readonly #reactions: Reactions;
  readonly #tables: FollowedTable[] = [];
  readonly #running = new Map<string, RunningReaction>();

  constructor(ports: ServicePorts) {
    this.#ports = ports;
    const { store, database: dataSource, onFailure } = ports;
    this.#follower = new ServiceFollower({ store, dataSource, onFailure });
    this.#reactions = new Reactions({ store, dataSource, onFailure, follower: this.#follower });
  }

  /** Adds a read model. Everything is added before the start. */
  table(projection: Projection): FollowedTable {
    const table = this.#follower.table(tracedProjection(projection));
    this.#tables.push(table);
    return table;
  }

  /** Adds what events of the service's own, or of a register, call for. */
  react(reaction: Reaction): RunningReaction {
    const running = this.#reactions.add(reaction);
    this.#running.set(reaction.name, running);
    return running;
  }

  /** Adds the service's timers. */
  timers(options: Of<DeadlineTimersOptions, 'follower' | 'clock' | 'marginMs'>): DeadlineTimers {
    const { database: dataSource, clock, requestMarginMs: marginMs, onFailure } = this.#ports;
    return new DeadlineTimers({ ...options, follower: this.#follower, dataSource, clock, marginMs, onFailure });
  }

  /** Adds what counts running limits anew when a calendar is announced. */
  recounting(options: Of<RecountingOptions, 'reactions' | 'calendars'>): Recounting {
    const { database: dataSource, calendars } = this.#ports;
    const recounting = new Recounting({ ...options, reactions: this.#reactions, dataSource, calendars });
    this.#running.set('calendars', recounting.announced);
    this.#running.set('late-counts', recounting.late);
    return recounting;
  }

  /** The read models. */
  get tables(): readonly FollowedTable[] {
    return this.#tables;
  }

  /** The reactions by their names. */
  get reactions(): Readonly<Record<string, RunningReaction>> {
    return Object.fromEntries(this.#running);
  }

  start(): void {
    this.#follower.start();
  }

  /** Resolves when all that is recorded is in the tables, and all that it called for is done or parked. */
  async idle(): Promise<void> {
    await this.#reactions.idle();
  }

  async stop(): Promise<void> {
    await this.#follower.stop();
  }

  /** With the failure of the follower, or of a table that follows by itself. */
  status(): Pick<FollowerStatus, 'lastFailure'> {
    const failing = [this.#follower, ...this.#tables].map((each) => each.status().lastFailure);
    const lastFailure = failing.find((failure) => failure !== undefined);
    return lastFailure === undefined ? {} : { lastFailure };
  }
}
