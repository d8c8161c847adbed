import { passesCategories, type EventStore, type Position, type RecordedEvent } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { CheckpointLostError, type HeldCheckpoint } from './checkpoint';
import { CheckpointedFollower } from './checkpointed-follower';
import { FollowedTable } from './followed-table';
import type { FollowedPage, FollowedRecord, FollowerOptions, FollowerStatus } from './follower-options';
import { joinAgain, SERVICE_CHECKPOINT, setAside, takeStock } from './membership';
import type { Projection } from './projection';
import { liveNames } from './table-names';

export interface ServiceFollowerOptions extends Pick<FollowerOptions, 'onFailure' | 'takeOverMs' | 'pageSize'> {
  readonly store: EventStore;
  readonly dataSource: DataSource;
}

/** A worker that works only in the process that follows. */
export interface Led {
  /** The process follows from now on. Workers that were added later are told once this resolves. */
  lead(): void | Promise<void>;
  /** Another process follows now, or none. Resolves when the work in hand is done. */
  rest(): Promise<void>;
}

/** Big enough for a service that was away to catch up several times as fast as one process can append. */
const PAGE = 2_000;
/** So many times a page may fail because of one table; then that table follows by itself. */
const TRIES = 3;

/**
 * Keeps all tables of a service up to the record: each page goes to all of them in one transaction with one checkpoint.
 * A table that fails, or that is added later, follows by itself until it is level, and holds back no other.
 */
export class ServiceFollower implements FollowedRecord {
  readonly #options: ServiceFollowerOptions;
  readonly #tables: FollowedTable[] = [];
  readonly #led: Led[] = [];
  readonly #concerned = new WeakMap<RecordedEvent, readonly FollowedTable[]>();
  readonly #failures = new Map<FollowedTable, number>();
  #together: ReadonlySet<string> = new Set();
  #held: HeldCheckpoint | undefined;
  #follower: CheckpointedFollower | undefined;

  constructor(options: ServiceFollowerOptions) {
    this.#options = options;
  }

  /** Adds a projection. Before the start only. */
  table(projection: Projection): FollowedTable {
    if (this.#follower) throw new Error(`${projection.name} comes too late: the follower has started`);
    const table = new FollowedTable(projection, this, this.#options);
    this.#tables.push(table);
    return table;
  }

  /** Adds a worker that works only where the service follows. Before the start only. */
  leads(led: Led): void {
    this.#led.push(led);
  }

  start(): void {
    this.#follower ??= this.#open();
    this.#follower.start();
  }

  async stop(): Promise<void> {
    // The work ends first, before anything that it waits for.
    await Promise.all(this.#led.map((led) => led.rest()));
    await this.#follower?.stop();
  }

  status(): FollowerStatus {
    return this.#follower?.status() ?? { state: 'starting', caughtUp: false, secondsSinceMoved: 0 };
  }

  async behind(most: number): Promise<number> {
    return this.#opened().behind(most);
  }

  /** When the oldest event that is still to be handled was recorded; `undefined` when there is none. */
  async waitingSince(): Promise<Instant | undefined> {
    return this.#opened().waitingSince();
  }

  /** Resolves when everything recorded before the call is in the tables that are kept up together. */
  async idle(): Promise<void> {
    await this.#opened().idle();
  }

  /** The position up to which all is handled, here or by whoever follows. */
  async handled(): Promise<Position> {
    return (await this.#opened().handled()) ?? this.#options.store.start;
  }

  /** Names of the tables that follow by themselves now. */
  alone(): readonly string[] {
    return this.#held ? this.#tables.map(({ name }) => name).filter((name) => !this.#together.has(name)) : [];
  }

  /**
   * Has a projection that followed by itself kept up with the others, between two pages.
   * @param stop ends the projection's own follower
   * @returns false when it is not level yet, or nothing is followed here
   */
  async join(projection: Projection, stop: () => Promise<void>): Promise<boolean> {
    return this.#opened().exclusively(async () => {
      if (!this.#held) return false;
      await stop();
      if (!(await joinAgain(this.#options, this.#held, projection))) return false;
      this.#together = new Set([...this.#together, projection.name]);
      return true;
    });
  }

  #open(): CheckpointedFollower {
    return new CheckpointedFollower({
      pageSize: PAGE,
      ...this.#options,
      name: SERVICE_CHECKPOINT,
      categories: [...new Set(this.#tables.flatMap(({ projection }) => projection.categories))],
      concerns: (event) => this.#tablesOf(event).length > 0,
      handle: (page) => this.#handle(page),
      claimed: (held) => this.#claimed(held),
      lost: () => this.#lost(),
    });
  }

  #opened(): CheckpointedFollower {
    return (this.#follower ??= this.#open());
  }

  async #claimed(held: HeldCheckpoint): Promise<void> {
    this.#together = await takeStock(
      this.#options.dataSource,
      held,
      this.#tables.map(({ name }) => name),
    );
    this.#held = held;
    for (const table of this.#tables) if (!this.#together.has(table.name)) table.followAlone();
    for (const led of this.#led) await led.lead();
  }

  async #lost(): Promise<void> {
    this.#held = undefined;
    await Promise.all([...this.#tables, ...this.#led].map((each) => each.rest()));
  }

  async #handle(page: FollowedPage): Promise<void> {
    const parts = this.#partsOf(page.events);
    let writing: FollowedTable | undefined;
    try {
      await this.#options.dataSource.transaction(async (manager) => {
        await page.move(manager);
        for (const [table, events] of parts) {
          writing = table;
          await table.projection.apply(manager, events, liveNames(manager, table.projection));
        }
        writing = undefined;
        await this.#setAside(manager, page);
      });
    } catch (failure) {
      if (writing && !(failure instanceof CheckpointLostError)) await this.#failed(writing, page.held);
      throw failure;
    }
    this.#failures.clear();
    for (const [{ projection }, events] of parts) projection.committed?.(events);
  }

  async #setAside(manager: EntityManager, { unreadable }: FollowedPage): Promise<void> {
    if (unreadable.length === 0) return;
    for (const { name, projection } of this.#tables)
      if (this.#together.has(name)) await projection.setAside?.(manager, unreadable);
  }

  async #failed(table: FollowedTable, held: HeldCheckpoint): Promise<void> {
    const failures = (this.#failures.get(table) ?? 0) + 1;
    this.#failures.set(table, failures);
    if (failures < TRIES) return;
    await setAside(this.#options.dataSource, held, table.name);
    this.#failures.delete(table);
    this.#together = new Set([...this.#together].filter((name) => name !== table.name));
    table.followAlone();
  }

  /** The events of a page by the tables that they concern and that are kept up together. */
  #partsOf(events: readonly RecordedEvent[]): ReadonlyMap<FollowedTable, readonly RecordedEvent[]> {
    const parts = new Map<FollowedTable, RecordedEvent[]>();
    for (const event of events)
      for (const table of this.#tablesOf(event)) {
        if (!this.#together.has(table.name)) continue;
        const part = parts.get(table);
        if (part) part.push(event);
        else parts.set(table, [event]);
      }
    return parts;
  }

  #tablesOf(event: RecordedEvent): readonly FollowedTable[] {
    const known = this.#concerned.get(event);
    if (known) return known;
    const found = this.#tables.filter(
      ({ projection: { categories, concerns } }) =>
        passesCategories(event.stream, categories) && (concerns?.(event) ?? true),
    );
    this.#concerned.set(event, found);
    return found;
  }
}
