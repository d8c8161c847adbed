import { instantFromMillis, type Clock, type Instant } from '@parley/kernel';
import { pause } from '@parley/projections';
import type { DataSource } from 'typeorm';

const BEAT_MS = 60_000;
/** Milliseconds between two looks whether the first beat is done. */
const LOOK_MS = 20;

export interface OutageWatchOptions {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  /**
   * Says why no act can be taken just now; `undefined` when acts are taken. A system that takes no acts is as silent as
   * one that is away.
   */
  readonly shut?: (() => unknown) | undefined;
  /** Milliseconds. A longer silence is a gap. */
  readonly gapMs: () => number;
  /** Declares the gap an outage if it counts for a limit. It resolves when that is on record. */
  readonly gap: (from: Instant, to: Instant) => Promise<void>;
  readonly onFailure: (failure: unknown) => void;
}

/**
 * The system's own heartbeat, written down each minute. A process that finds it silent for too long reports the gap
 * before it beats again. The database's clock measures the silence, so that moving a demonstration clock makes no gap.
 * The times of the outage are those of the service's clock.
 */
export class OutageWatch {
  readonly #stop = new AbortController();
  #beating: Promise<void> | undefined;
  #hasBeaten = false;

  constructor(private readonly options: OutageWatchOptions) {}

  start(): void {
    this.#beating ??= this.#keepBeating();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#beating;
  }

  /**
   * Whether defaults wait. Until the first beat, at the start or after a time in which no acts were taken, nobody knows
   * whether there was an outage.
   */
  holdsDefaults(): boolean {
    return !this.#hasBeaten;
  }

  /** Resolves with the first beat, or when it is stopped. */
  async idle(): Promise<void> {
    while (!this.#hasBeaten && !this.#stop.signal.aborted) await pause(LOOK_MS, this.#stop.signal);
  }

  /** Beats once, unless no acts are taken. Two processes beat one after the other, so only one of them finds a gap. */
  async beat(): Promise<void> {
    if (this.options.shut?.() !== undefined) {
      this.#hasBeaten = false;
      return;
    }
    const { dataSource, clock, gapMs, gap } = this.options;
    await dataSource.transaction(async (manager) => {
      await manager.query('LOCK TABLE intake.heartbeat IN EXCLUSIVE MODE');
      const [last]: { at: Date; silent: number }[] = await manager.query(
        'SELECT at, (extract(epoch FROM clock_timestamp() - beaten_at) * 1000)::float8 AS silent FROM intake.heartbeat',
      );
      const now = clock.now();
      const from = last && instantFromMillis(last.at.getTime());
      if (from !== undefined && last && last.silent > gapMs() && from < now) await gap(from, now);
      await manager.query(
        `INSERT INTO intake.heartbeat (only_one, at, beaten_at) VALUES (true, $1, clock_timestamp())
         ON CONFLICT (only_one) DO UPDATE SET at = excluded.at, beaten_at = excluded.beaten_at`,
        [now],
      );
    });
    this.#hasBeaten = true;
  }

  async #keepBeating(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      await this.beat().catch((failure: unknown) => {
        if (!signal.aborted) this.options.onFailure(failure);
      });
      await pause(this.#hasBeaten ? BEAT_MS : 1_000, signal);
    }
  }
}
