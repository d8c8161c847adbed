import {
  fromParkedBody,
  KeyedDelivery,
  orderKeyOf,
  toParkedBody,
  type Consumption,
  type FeedLag,
  type ParkedMessage,
  type PublicEvent,
  type Subscription,
} from '@parley/messaging';
import { pause } from '@parley/projections';
import { ContextTail } from './context-tail';
import type { TailFeedOptions } from './tail-feed';

const PROGRESS_MS = 1_000;
const REPLAY_MS = 60_000;

/** Cases handled side by side, half of a service's connections: what they write is committed together. */
const LANES = 4;

/** A consumer at work: one tail for each context, which run beside each other as partitions of a broker would. */
export class TailConsumption implements Consumption {
  readonly #delivery: KeyedDelivery<PublicEvent>;
  readonly #tails: readonly ContextTail[];
  readonly #beat: NodeJS.Timeout | undefined;
  readonly #onFailure: (failure: unknown) => void;
  readonly #stopped = new AbortController();
  readonly #replaying: Promise<void>;

  constructor(options: TailFeedOptions, subscription: Subscription) {
    const { dataSource, tries, retryMs, onFailure, progressMs = PROGRESS_MS, replayMs = REPLAY_MS } = options;
    this.#onFailure = onFailure ?? (() => undefined);
    this.#delivery = new KeyedDelivery<PublicEvent>({
      manager: dataSource.manager,
      group: subscription.group,
      idOf: (event) => event.id,
      keyOf: orderKeyOf,
      lanes: LANES,
      handle: (event, inbox) => subscription.handle(event, inbox),
      toBody: toParkedBody,
      fromBody: fromParkedBody,
      ...(tries === undefined ? {} : { tries }),
      ...(retryMs === undefined ? {} : { retryMs }),
      ...(onFailure === undefined ? {} : { onFailure }),
    });
    this.#tails = subscription.contexts.map(
      (context) => new ContextTail(options, subscription, context, this.#delivery),
    );
    this.#beat = subscription.progress && setInterval(() => void this.#reportProgress(), progressMs).unref();
    this.#replaying = this.#keepReplaying(replayMs);
    subscription.signal.addEventListener('abort', () => void this.stop(), { once: true });
    if (subscription.signal.aborted) void this.stop();
  }

  async stop(): Promise<void> {
    clearInterval(this.#beat);
    this.#stopped.abort();
    await this.#replaying;
    await Promise.all(this.#tails.map((tail) => tail.stop()));
  }

  async idle(): Promise<void> {
    await Promise.all(this.#tails.map((tail) => tail.idle()));
  }

  lag(): readonly FeedLag[] {
    return this.#tails.map((tail) => tail.lag());
  }

  async parked(): Promise<readonly ParkedMessage[]> {
    return this.#delivery.parked();
  }

  async replayParked(key?: string): Promise<number> {
    // Every tail has to stand still: a message that came behind a parked one meanwhile would be left there alone.
    return this.#tails.reduce<() => Promise<number>>(
      (inner, tail) => () => tail.exclusively(inner),
      () => this.#delivery.replay(key, this.#stopped.signal),
    )();
  }

  /** A case that waits for somebody to look would wait for ever where nobody does (I-17). */
  async #keepReplaying(replayMs: number): Promise<void> {
    const { signal } = this.#stopped;
    for (;;) {
      await pause(replayMs, signal);
      if (signal.aborted) return;
      await this.replayParked().catch(this.#onFailure);
    }
  }

  async #reportProgress(): Promise<void> {
    const reports = await Promise.allSettled(this.#tails.map((tail) => tail.reportProgress()));
    for (const report of reports) if (report.status === 'rejected') this.#onFailure(report.reason);
  }
}
