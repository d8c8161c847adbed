import type { EventStore } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import { countRebuild } from '@parley/metrics';
import type { DataSource } from 'typeorm';
import { CheckpointedFollower } from './checkpointed-follower';
import type { FollowerOptions, FollowerStatus } from './follower-options';
import type { Projection } from './projection';
import { rebuildProjection, type Rebuilt } from './rebuild-projection';
import type { ReadModel } from './read-model';
import { liveNames } from './table-names';

export interface ProjectionRunnerOptions extends Pick<FollowerOptions, 'pageSize' | 'onFailure' | 'takeOverMs'> {
  readonly store: EventStore;
  readonly dataSource: DataSource;
  readonly projection: Projection;
}

/** Big enough for a projection that was away to catch up several times as fast as one process can append. */
const PAGE = 2_000;

/** Keeps one projection's tables up to the record, with each page and the checkpoint after it in one transaction. */
export class ProjectionRunner implements ReadModel {
  readonly #options: ProjectionRunnerOptions;
  readonly #follower: CheckpointedFollower;

  constructor(options: ProjectionRunnerOptions) {
    const { dataSource, projection } = options;
    const tables = liveNames(dataSource.manager, projection);
    this.#options = options;
    this.#follower = new CheckpointedFollower({
      pageSize: PAGE,
      ...options,
      name: projection.name,
      categories: projection.categories,
      concerns: projection.concerns,
      handle: async ({ events, unreadable, move }) => {
        await dataSource.transaction(async (manager) => {
          await move(manager);
          if (events.length > 0) await projection.apply(manager, events, tables);
          if (unreadable.length > 0) await projection.setAside?.(manager, unreadable);
        });
        projection.committed?.(events);
      },
    });
  }

  get name(): string {
    return this.#options.projection.name;
  }

  start(): void {
    this.#follower.start();
  }

  async stop(): Promise<void> {
    await this.#follower.stop();
  }

  status(): FollowerStatus {
    return this.#follower.status();
  }

  /** How many events it has still to handle; no more than `most` are counted. */
  async behind(most: number): Promise<number> {
    return this.#follower.behind(most);
  }

  /** When the oldest event that is still to be handled was recorded; `undefined` when there is none. */
  async waitingSince(): Promise<Instant | undefined> {
    return this.#follower.waitingSince();
  }

  /** Resolves when everything recorded before the call is in the tables. */
  async idle(): Promise<void> {
    await this.#follower.idle();
  }

  /** Builds the tables anew from the first event, beside the live ones, and swaps them in. Writes go on meanwhile. */
  async rebuild(): Promise<Rebuilt> {
    const rebuilt = await rebuildProjection(this.#options);
    countRebuild(this.name, rebuilt.events, rebuilt.seconds);
    return rebuilt;
  }
}
