import { plusMillis } from '@parley/kernel';
import { hasHeard, KeptFacts, schemaOf, waitToHear, type HeardBefore } from '@parley/messaging';
import {
  capacitiesProjection,
  DeadlineTimers,
  Dismissals,
  Orders,
  Hearing,
  KnownCapacities,
  Reactions,
  Recounting,
  type DecidingPorts,
  type Hears,
  type InstalledRules,
  type OwnReaction,
  type RunningReaction,
  type ServiceProcess,
  type Timer,
} from '@parley/processes';
import { UnknownRuleSetError } from '@parley/procedure';
import { pause, ServiceFollower, type FollowedTable, type FollowerStatus, type Projection } from '@parley/projections';
import { tracedProjection, tracedReaction } from '@parley/telemetry';
import { ReadsKeeper } from '../reads/reads-keeper';
import type { RunningService, ServiceDefinition, ServiceParts, ServicePorts } from './service-definition';
import { atWork, type ServiceWorker } from './service-worker';

/**
 * Milliseconds for which work waits to hear others, then goes on, or is tried again later; and for which a start waits
 * for workers that hold defaults, then goes on, and only the defaults wait.
 */
const [PATIENCE_MS, SETTLED_MS] = [20_000, 10_000];

type Idles = Pick<ServiceWorker, 'idle'>;

/**
 * The work of a service. One follower keeps up its tables, reactions and timers from the record, and one hearing takes
 * what others tell.
 */
export class ServiceWork implements ServiceWorker {
  /** Ports of the deciders, with the facts that others told this service. */
  readonly deciding: DecidingPorts;
  readonly #ports: ServicePorts;
  readonly #group: string;
  readonly #stopped = new AbortController();
  readonly #follower: ServiceFollower;
  readonly #reactions: Reactions;
  readonly #dismissals: Dismissals;
  readonly #orders: Orders;
  readonly #tables: FollowedTable[] = [];
  readonly #reads: ReadsKeeper | undefined;
  readonly #running = new Map<string, RunningReaction>();
  #hearing: Hearing | undefined;
  #timers: DeadlineTimers | undefined;
  #recounting: Recounting | undefined;

  private constructor(ports: ServicePorts, { context, group = context, ofCases = [], logsReads }: ServiceDefinition) {
    this.#ports = ports;
    this.#group = group;
    const { store, database: dataSource, ruleSetVersion, onFailure } = ports;
    const { manager } = dataSource;
    const patience = { patienceMs: PATIENCE_MS, signal: this.#stopped.signal };
    this.deciding = {
      ...ports,
      facts: new KeptFacts(dataSource),
      capacities: new KnownCapacities(dataSource, ofCases),
      waitToHear: (contexts, subject, instant) => waitToHear(manager, { group, contexts, subject, instant }, patience),
      limits: {
        countAnew: async (announcedAt, cause) => this.#recounting?.countAnew(announcedAt, cause),
        streams: async (categories, span) => (await this.#timers?.streams(categories, span)) ?? [],
      },
    };
    this.#follower = new ServiceFollower({ store, dataSource, onFailure });
    // Another process may have heard of calendars and done their work.
    this.#follower.leads({ lead: () => ports.calendars.refresh(), rest: () => Promise.resolve() });
    const follower = this.#follower;
    if (ofCases.length > 0) this.table(capacitiesProjection(ofCases));
    this.#reactions = new Reactions({ store, dataSource, onFailure, follower });
    this.#orders = new Orders({ store, ruleSetVersion }, schemaOf(manager));
    this.#reads = logsReads && new ReadsKeeper(ports);
    this.#dismissals = new Dismissals({ store, dataSource, follower, work: this.#reactions.work, ruleSetVersion });
  }

  /**
   * Starts a service: its tables and its work, its other workers in their order, and its timers. It resolves when the
   * workers that hold its defaults have settled, so that a service which starts after it finds an outage on record
   * before defaults come (I-61).
   */
  static async begin(definition: ServiceDefinition, ports: ServicePorts): Promise<RunningService> {
    const work = new ServiceWork(ports, definition);
    return work.#begin(definition.parts(ports, work), definition.group ?? 'hearing');
  }

  /** Adds a read model. */
  table(projection: Projection): FollowedTable {
    const table = this.#follower.table(tracedProjection(projection));
    this.#tables.push(table);
    return table;
  }

  /** A reaction of the service's own, once it runs. */
  reaction(name: string): RunningReaction {
    const running = this.#running.get(name);
    if (!running) throw new Error(`no reaction of the service is called ${name}`);
    return running;
  }

  /** Aborted when the service stops. */
  get stopped(): AbortSignal {
    return this.#stopped.signal;
  }

  async #begin(
    { process, module, partyKeys, workers = {}, checks, alarms, onDemand }: ServiceParts,
    heard: string,
  ): Promise<RunningService> {
    const others = Object.values(workers).filter((worker) => worker.holdsDefaults !== undefined);
    const reactions = process.reactions.map((reaction) => ({ reaction, running: this.#react(reaction) }));
    const holding = reactions.flatMap(({ reaction, running }) => (reaction.holdsDefaults ? [running] : []));
    const hearing = this.#hear(process.hears);
    this.#count(process, async () => {
      if (this.#ports.shut?.() !== undefined) return true;
      if (others.some((worker) => worker.holdsDefaults?.())) return true;
      for (const each of holding) if ((await each.behind(1)) > 0) return true;
      return false;
    });
    const [timers, reads] = [this.#timers, this.#reads];
    const more = { ...(timers ? { timers } : {}), ...(reads ? { 'the keeper of the log of reads': reads } : {}) };
    const running = atWork({ 'the tables and the work': this, ...workers, ...more });
    await this.#settled([...others, ...holding]);
    return {
      ...running,
      module,
      ...(partyKeys ? { partyKeys } : {}),
      timers: timers ? [timers] : [],
      workers: {
        projections: this.#tables,
        consumers: { [heard]: hearing, unreadable: this.#reactions.unreadable, ...Object.fromEntries(this.#running) },
        dismissals: this.#dismissals,
        orders: this.#orders,
        checks: { ...checks, ...(reads ? { reads: () => reads.last() } : {}) },
        onDemand: { ...onDemand, ...(reads ? { reads: () => reads.run() } : {}) },
        alarms: async () => [...((await alarms?.()) ?? []), ...((await reads?.alarms()) ?? [])],
      },
      stop: async () => {
        this.#stopped.abort();
        await running.stop();
      },
    };
  }

  #react(reaction: OwnReaction): RunningReaction {
    const { ruleSets } = this.#ports;
    const running = this.#reactions.add({
      ...reaction,
      react: (event, commandId) => withRules(ruleSets, () => reaction.react(event, commandId)),
    });
    this.#running.set(reaction.name, running);
    return running;
  }

  #hear({ contexts, reactions }: Hears): Hearing {
    const { feed, database: dataSource, alsoHears = [], ruleSets, onFailure } = this.#ports;
    const group = this.#group;
    const hearing = new Hearing({ feed, dataSource, work: this.#reactions.work, contexts, group, onFailure });
    for (const reaction of [...reactions, ...alsoHears]) {
      const traced = tracedReaction(group, reaction);
      hearing.add({ ...traced, answer: (event, id) => withRules(ruleSets, () => traced.answer(event, id)) });
    }
    this.#hearing = hearing;
    return hearing;
  }

  /** Adds the timers, and the work that counts them anew. */
  #count({ timers, recounts }: ServiceProcess, areHeld: () => Promise<boolean>): void {
    if (!timers || !recounts) return;
    const { database: dataSource, clock, requestMarginMs: marginMs, calendars, onFailure } = this.#ports;
    const { categories, fire, waitsFor, alongside = [] } = timers;
    const guard = async (timer: Timer): Promise<boolean> =>
      !(await areHeld()) && this.#wereHeard({ contexts: waitsFor(timer), alongside }, timer);
    const options = { follower: this.#follower, dataSource, clock, marginMs, onFailure };
    this.#timers = new DeadlineTimers({ ...options, categories, fire, guard });
    this.#recounting = new Recounting({ ...recounts, reactions: this.#reactions, calendars, timers: this.#timers });
    this.#running.set('late-counts', this.#recounting.late);
  }

  /**
   * Waits for the workers that hold defaults, one after the other, since one may find work for the next; but not
   * without an end.
   */
  async #settled(holding: readonly Idles[]): Promise<void> {
    if (holding.length === 0) return;
    const all = async (): Promise<void> => {
      for (const each of holding) await each.idle?.();
    };
    await Promise.race([all(), pause(SETTLED_MS, this.stopped)]);
  }

  start(): void {
    this.#hearing?.start();
    this.#follower.start();
  }

  /**
   * Resolves when everything recorded so far is in the tables and was heard, and the work that it called for is done or
   * parked.
   */
  async idle(): Promise<void> {
    await Promise.all([this.#hearing?.heard(), this.#follower.idle()]);
    await this.#reactions.idle();
  }

  async stop(): Promise<void> {
    // Work in hand may wait for something to be heard, so the hearing ends after it.
    await this.#follower.stop();
    await this.#hearing?.stop();
  }

  /** True when others were heard past an expiry and past the time that a request may take to be recorded. */
  async #wereHeard(others: Pick<HeardBefore, 'contexts' | 'alongside'>, { subject, dueAt }: Timer): Promise<boolean> {
    const { database, requestMarginMs } = this.#ports;
    const instant = plusMillis(dueAt, requestMarginMs);
    return (
      others.contexts.length === 0 || hasHeard(database.manager, { ...others, group: this.#group, subject, instant })
    );
  }

  /**
   * Tells of a failure of the follower, or of a table that follows by itself. When its feed fails the service stays
   * ready: the broker has a check of its own, and what is recorded meanwhile is kept.
   */
  status(): Pick<FollowerStatus, 'lastFailure'> {
    const failing = [this.#follower, ...this.#tables].map((each) => each.status().lastFailure);
    const lastFailure = failing.find((failure) => failure !== undefined);
    return lastFailure === undefined ? {} : { lastFailure };
  }
}

/** Waits where an answer needs a version of the rules that was not heard of yet. It holds back its own case alone. */
async function withRules(ruleSets: InstalledRules, answer: () => Promise<unknown>): Promise<void> {
  try {
    await answer();
  } catch (failure) {
    if (!(failure instanceof UnknownRuleSetError)) throw failure;
    await ruleSets.until(failure.version);
    await answer();
  }
}
