import {
  DeadlineTimers,
  Dismissals,
  Hearing,
  Reactions,
  Recounting,
  type DeadlineTimersOptions,
  type HearingOptions,
  type InstalledRules,
  type MessageReaction,
  type Reaction,
  type RecountingOptions,
  type RunningReaction,
} from '@parley/processes';
import { UnknownRuleSetError } from '@parley/procedure';
import { ServiceFollower, type FollowedTable, type FollowerStatus, type Projection } from '@parley/projections';
import { tracedProjection, tracedReaction } from '@parley/telemetry';
import type { ServicePorts } from './service-definition';
import type { ServiceWorker } from './service-worker';

type Of<Options, Given extends PropertyKey> = Omit<Options, Given | 'dataSource' | 'onFailure'>;

/** What a service hears, and what its reactions make of it. */
export interface Hears extends Pick<HearingOptions, 'contexts' | 'group'> {
  readonly reactions: readonly MessageReaction[];
}

/**
 * What a service makes of the record: its tables, reactions and timers, all kept up by one follower; and of what others
 * tell, which it hears in one hearing.
 */
export class ServiceWork implements ServiceWorker {
  readonly #ports: ServicePorts;
  readonly #follower: ServiceFollower;
  readonly #reactions: Reactions;
  /** What operators dismissed of the work. */
  readonly dismissals: Dismissals;
  readonly #tables: FollowedTable[] = [];
  readonly #running = new Map<string, RunningReaction>();
  #hearing: Hearing | undefined;

  constructor(ports: ServicePorts) {
    this.#ports = ports;
    const { store, database: dataSource, ruleSetVersion, onFailure } = ports;
    this.#follower = new ServiceFollower({ store, dataSource, onFailure });
    // What another process has heard and worked off is known before this one goes on with the work.
    this.#follower.leads({ lead: () => ports.calendars.refresh(), rest: () => Promise.resolve() });
    const follower = this.#follower;
    this.#reactions = new Reactions({ store, dataSource, onFailure, follower });
    this.dismissals = new Dismissals({ store, dataSource, follower, work: this.#reactions.work, ruleSetVersion });
  }

  /** Adds a read model. Everything is added before the start. */
  table(projection: Projection): FollowedTable {
    const table = this.#follower.table(tracedProjection(projection));
    this.#tables.push(table);
    return table;
  }

  /** Adds what events of the service's own, or of a register, call for. */
  react(reaction: Reaction): RunningReaction {
    const { ruleSets } = this.#ports;
    const running = this.#reactions.add({
      ...reaction,
      react: (event, commandId) => withRules(ruleSets, () => reaction.react(event, commandId)),
    });
    this.#running.set(reaction.name, running);
    return running;
  }

  /** Adds the hearing of others. Once at most. */
  hear({ contexts, group, reactions }: Hears): Hearing {
    const { feed, database: dataSource, alsoHears = [], ruleSets, onFailure } = this.#ports;
    const hearing = new Hearing({ feed, dataSource, work: this.#reactions.work, contexts, group, onFailure });
    for (const reaction of [...reactions, ...alsoHears]) {
      const traced = tracedReaction(group, reaction);
      hearing.add({ ...traced, answer: (event, id) => withRules(ruleSets, () => traced.answer(event, id)) });
    }
    this.#hearing = hearing;
    return hearing;
  }

  /** Adds the service's timers. */
  timers(options: Of<DeadlineTimersOptions, 'follower' | 'clock' | 'marginMs'>): DeadlineTimers {
    const { database: dataSource, clock, requestMarginMs: marginMs, onFailure } = this.#ports;
    return new DeadlineTimers({ ...options, follower: this.#follower, dataSource, clock, marginMs, onFailure });
  }

  /** Adds what counts running limits anew when a calendar is announced, and looks at what is started since. */
  recounting(options: Of<RecountingOptions, 'reactions' | 'calendars'>): Recounting {
    const { database: dataSource, calendars } = this.#ports;
    const recounting = new Recounting({ ...options, reactions: this.#reactions, dataSource, calendars });
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
    this.#hearing?.start();
    this.#follower.start();
  }

  /** Resolves when all that is recorded is in the tables and was heard, and what it called for is done or parked. */
  async idle(): Promise<void> {
    await this.#hearing?.heard();
    await this.#reactions.idle();
  }

  async stop(): Promise<void> {
    // What is in hand may wait for what is to be heard, so the hearing ends after it.
    await this.#follower.stop();
    await this.#hearing?.stop();
  }

  /**
   * With the failure of the follower, or of a table that follows by itself. That of a feed leaves the service ready:
   * the broker that it needs has a check of its own, and what is recorded meanwhile is kept.
   */
  status(): Pick<FollowerStatus, 'lastFailure'> {
    const failing = [this.#follower, ...this.#tables].map((each) => each.status().lastFailure);
    const lastFailure = failing.find((failure) => failure !== undefined);
    return lastFailure === undefined ? {} : { lastFailure };
  }
}

/** What needs a version of the rules that is not heard of yet waits for it, and holds back its own case alone. */
async function withRules(ruleSets: InstalledRules, answer: () => Promise<unknown>): Promise<void> {
  try {
    await answer();
  } catch (failure) {
    if (!(failure instanceof UnknownRuleSetError)) throw failure;
    await ruleSets.until(failure.version);
    await answer();
  }
}
