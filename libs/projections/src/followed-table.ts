import type { Instant } from '@parley/kernel';
import { countRebuild } from '@parley/metrics';
import { countConcerning, nextConcerning } from './concerning';
import type { FollowerStatus } from './follower-options';
import { keptTogether } from './membership';
import { pause } from './pause';
import type { Projection } from './projection';
import { ProjectionRunner } from './projection-runner';
import type { ReadModel } from './read-model';
import { rebuildProjection, type Rebuilt } from './rebuild-projection';
import type { ServiceFollower, ServiceFollowerOptions } from './service-follower';

/** How often a table that follows by itself checks whether it is level with the others. */
const LEVEL_MS = 200;

/** One projection of a service: kept up with all others, or by itself while it has failed or is new. */
export class FollowedTable implements ReadModel {
  #alone: ProjectionRunner | undefined;
  #joining: Promise<void> | undefined;
  #stop = new AbortController();

  constructor(
    readonly projection: Projection,
    private readonly service: ServiceFollower,
    private readonly options: ServiceFollowerOptions,
  ) {}

  get name(): string {
    return this.projection.name;
  }

  status(): FollowerStatus {
    return (this.#alone ?? this.service).status();
  }

  async behind(most: number): Promise<number> {
    if (this.#alone) return this.#alone.behind(most);
    return countConcerning(this.#concern, await this.service.handled(), most);
  }

  async waitingSince(): Promise<Instant | undefined> {
    if (this.#alone) return this.#alone.waitingSince();
    return (await nextConcerning(this.#concern, await this.service.handled()))?.recordedAt;
  }

  async idle(): Promise<void> {
    await (this.#alone ?? this.service).idle();
  }

  async rebuild(): Promise<Rebuilt> {
    const rebuilt = await rebuildProjection({ ...this.options, projection: this.projection });
    countRebuild(this.name, rebuilt.events, rebuilt.seconds);
    return rebuilt;
  }

  /** Follows by itself until it is level with the others. */
  followAlone(): void {
    if (this.#joining) return;
    this.#stop = new AbortController();
    this.#joining = this.#keepJoining(this.#stop.signal).finally(() => (this.#joining = undefined));
  }

  /** Stops following by itself. */
  async rest(): Promise<void> {
    this.#stop.abort();
    await this.#joining;
  }

  async #keepJoining(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !(await this.#tryJoining(signal))) await pause(LEVEL_MS, signal);
  }

  async #tryJoining(signal: AbortSignal): Promise<boolean> {
    const isOver = (): boolean => signal.aborted;
    const runner = this.#open();
    try {
      while (!isOver() && !runner.status().caughtUp) await pause(LEVEL_MS, signal);
      return !isOver() && (await this.service.join(this.projection, () => runner.stop()));
    } catch (failure) {
      this.options.onFailure?.(failure);
      return false;
    } finally {
      await runner.stop();
      this.#alone = undefined;
    }
  }

  #open(): ProjectionRunner {
    const { projection, options } = this;
    const runner = new ProjectionRunner({
      ...options,
      projection: {
        ...projection,
        apply: async (manager, events, tables) => {
          // Another process may have joined it to the others meanwhile, and then they are applied there.
          if ((await keptTogether(manager)).tables.includes(projection.name))
            throw new Error(`${projection.name} is kept up with the others`);
          await projection.apply(manager, events, tables);
        },
      },
    });
    this.#alone = runner;
    runner.start();
    return runner;
  }

  get #concern() {
    const { categories, concerns } = this.projection;
    return { store: this.options.store, categories, concerns };
  }
}
