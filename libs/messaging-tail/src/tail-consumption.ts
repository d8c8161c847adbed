import type { Consumption, FeedLag, Subscription } from '@parley/messaging';
import { Tail } from './tail';
import type { TailFeedOptions } from './tail-feed';

const PROGRESS_MS = 1_000;

/**
 * A consumer at work: one tail for all contexts. A hostile one has a tail for each, which run beside each other as
 * partitions of a broker would.
 */
export class TailConsumption implements Consumption {
  readonly #tails: readonly Tail[];
  readonly #beat: NodeJS.Timeout | undefined;
  readonly #onFailure: (failure: unknown) => void;

  constructor(options: TailFeedOptions, subscription: Subscription) {
    const { hostile, onFailure, progressMs = PROGRESS_MS } = options;
    const { group, contexts, progress, signal } = subscription;
    this.#onFailure = onFailure ?? (() => undefined);
    const name = `feed:${group}`;
    this.#tails = hostile
      ? contexts.map((context) => new Tail(options, subscription, `${name}:${context}`, [context]))
      : [new Tail(options, subscription, name, contexts)];
    this.#beat = progress && setInterval(() => void this.#reportProgress(), progressMs).unref();
    signal.addEventListener('abort', () => void this.stop(), { once: true });
    if (signal.aborted) void this.stop();
  }

  async stop(): Promise<void> {
    clearInterval(this.#beat);
    await Promise.all(this.#tails.map((tail) => tail.stop()));
  }

  async idle(): Promise<void> {
    await Promise.all(this.#tails.map((tail) => tail.idle()));
  }

  lag(): readonly FeedLag[] {
    return this.#tails.flatMap((tail) => tail.lag());
  }

  async #reportProgress(): Promise<void> {
    const reports = await Promise.allSettled(this.#tails.map((tail) => tail.reportProgress()));
    for (const report of reports) if (report.status === 'rejected') this.#onFailure(report.reason);
  }
}
