import { plusMillis } from '@parley/kernel';
import type { Consumption, FeedLag, Subscription } from '@parley/messaging';
import { Tail } from './tail';
import type { TailFeedOptions } from './tail-feed';

const PROGRESS_MS = 1_000;
const RECORDING_MS = 2_000;

/**
 * A consumer at work: one tail for all contexts. A hostile one has a tail for each, which run beside each other as
 * partitions of a broker would.
 */
export class TailConsumption implements Consumption {
  readonly #options: TailFeedOptions;
  readonly #subscription: Subscription;
  readonly #tails: readonly Tail[];
  readonly #beat: NodeJS.Timeout | undefined;
  #reporting: Promise<void> = Promise.resolve();

  constructor(options: TailFeedOptions, subscription: Subscription) {
    const { hostile, onFailure, progressMs = PROGRESS_MS } = options;
    const { group, contexts, progress, signal } = subscription;
    this.#options = options;
    this.#subscription = subscription;
    const name = `feed:${group}`;
    this.#tails = hostile
      ? contexts.map((context) => new Tail(options, subscription, `${name}:${context}`, [context]))
      : [new Tail(options, subscription, name, contexts)];
    const beat = (): void => void this.#reportProgress().catch((failure: unknown) => onFailure?.(failure));
    this.#beat = progress && setInterval(beat, progressMs).unref();
    signal.addEventListener('abort', () => void this.stop(), { once: true });
    if (signal.aborted) void this.stop();
  }

  async stop(): Promise<void> {
    clearInterval(this.#beat);
    await Promise.all(this.#tails.map((tail) => tail.stop()));
  }

  async idle(): Promise<void> {
    await Promise.all(this.#tails.map((tail) => tail.idle()));
    await this.#reportProgress();
  }

  lag(): readonly FeedLag[] {
    return this.#tails.flatMap((tail) => tail.lag());
  }

  /**
   * Reports, in one statement, how far the contexts have been heard of which nothing is left to hear. One report at a
   * time, so that none goes back.
   */
  #reportProgress(): Promise<void> {
    const report = this.#reporting.then(() => this.#report());
    this.#reporting = report.catch(() => undefined);
    return report;
  }

  async #report(): Promise<void> {
    const { clock, recordingMs = RECORDING_MS } = this.#options;
    if (!this.#subscription.progress) return;
    // The clock is read before the log: what is recorded after this look is recorded later than it.
    const instant = plusMillis(clock.now(), -recordingMs);
    const news = await Promise.all(this.#tails.map((tail) => tail.hasHeardTo(instant)));
    const heard = this.#tails.filter((_, index) => news[index]);
    if (heard.length === 0) return;
    await this.#subscription.progress(
      heard.flatMap(({ contexts }) => contexts),
      instant,
    );
    for (const tail of heard) tail.reported(instant);
  }
}
