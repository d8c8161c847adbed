import { instantFromMillis, type Clock, type Instant } from '@parley/kernel';
import { pause } from '@parley/projections';
import type { DataSource } from 'typeorm';

const BEAT_MS = 60_000;
/** How often idle work looks whether the first beat is done. */
const LOOK_MS = 20;

export interface OutageWatchOptions {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  /** Why no act can be taken just now: a system that takes none is as silent as one that is away. */
  readonly shut?: (() => unknown) | undefined;
  /** A silence longer than this is a gap. */
  readonly gapMs: () => number;
  /** Declares the gap an outage where a limit ended in it; done when it is on record. */
  readonly gap: (from: Instant, to: Instant) => Promise<void>;
  readonly onFailure: (failure: unknown) => void;
}

/**
 * The system's own heartbeat, written down each minute. A process that finds it silent for too long has the gap looked
 * at before it beats again. The database's clock measures the silence, so that moving a demonstration clock makes no
 * gap; the times of the outage are those of the service's clock.
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

  /** Until the first beat, at the start or after no acts were taken, nobody knows whether there was an outage. */
  holdsDefaults(): boolean {
    return !this.#hasBeaten;
  }

  /** Resolves with the first beat, or when it is stopped. */
  async idle(): Promise<void> {
    while (!this.#hasBeaten && !this.#stop.signal.aborted) await pause(LOOK_MS, this.#stop.signal);
  }

  /**
   * Beats once, unless no acts are taken. Two processes do so one after the other, so one gap is found by one of them.
   */
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
