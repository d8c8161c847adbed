import { backoffMillis, pause } from '@parley/projections';
import type { GroupOffsets, PartitionLag } from './group-offsets';

/** What it saw of one topic when it last looked. */
export interface TopicState {
  /** Records that the group has not noted as done; `undefined` before the first look. */
  readonly events: number | undefined;
  /** When the group last moved or had nothing to do, on the clock of `performance.now()`. */
  readonly movedAt: number;
}

export interface WatchdogOptions {
  readonly offsets: GroupOffsets;
  readonly topics: readonly string[];
  readonly watchdogMs: number;
  /** Whether this consumer has to move a partition. */
  isOurs(topic: string, partition: number): boolean;
  /** Whether something is being handled. If so, the consumer is not silent. */
  isBusy(): boolean;
  silent(): void;
}

const LOOKS = 4;
const LONGEST_LOOK_MS = 5_000;

/**
 * Looks past the consumer at what the broker says of its group, because a client that has gone silent would not say so
 * itself.
 */
export class Watchdog {
  readonly #options: WatchdogOptions;
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;
  readonly #topics = new Map<string, TopicState>();
  /** For each partition, where it was when it last moved, and when that was. */
  readonly #seen = new Map<string, { readonly next: bigint; readonly at: number }>();
  #isReached = false;

  constructor(options: WatchdogOptions) {
    this.#options = options;
    for (const topic of options.topics) this.#topics.set(topic, { events: undefined, movedAt: performance.now() });
    this.#running = this.#run();
  }

  topic(topic: string): TopicState {
    return this.#topics.get(topic) ?? { events: undefined, movedAt: 0 };
  }

  /** False while the broker does not answer. */
  get isReached(): boolean {
    return this.#isReached;
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    const lookMs = Math.min(LONGEST_LOOK_MS, this.#options.watchdogMs / LOOKS);
    for (let failures = 0; !signal.aborted;) {
      try {
        this.#see(await this.#options.offsets.lag());
        this.#isReached = true;
        failures = 0;
      } catch {
        // The consumer tells that the broker is away.
        this.#isReached = false;
        failures += 1;
      }
      await pause(failures === 0 ? lookMs : Math.max(lookMs, backoffMillis(failures)), signal);
    }
  }

  #see(lags: readonly PartitionLag[]): void {
    const { topics, watchdogMs, isOurs, isBusy, silent } = this.#options;
    const now = performance.now();
    for (const { topic, partition, next, events } of lags) {
      const key = `${topic}/${String(partition)}`;
      const seen = this.#seen.get(key);
      if (!seen || events === 0 || seen.next !== next) this.#seen.set(key, { next, at: now });
    }
    for (const topic of topics) {
      const own = lags.filter((lag) => lag.topic === topic);
      const events = own.reduce((sum, lag) => sum + lag.events, 0);
      this.#topics.set(topic, { events, movedAt: Math.min(now, ...own.map((lag) => this.#since(lag))) });
    }
    const stuck = lags.some(
      (lag) => lag.events > 0 && now - this.#since(lag) >= watchdogMs && isOurs(lag.topic, lag.partition),
    );
    if (!stuck || isBusy()) return;
    this.#seen.clear();
    silent();
  }

  #since({ topic, partition }: PartitionLag): number {
    return this.#seen.get(`${topic}/${String(partition)}`)?.at ?? performance.now();
  }
}
