import type { Instant } from '@parley/kernel';
import type { Inbox } from './inbox';
import type { ParkedMessage } from './parked-message';
import type { PublicEvent } from './public-event';

/** What a consumer wants to hear, and what it does with it. */
export interface Subscription {
  /** Producing contexts, such as `intake`. */
  readonly contexts: readonly string[];
  /** Name of the consumer: all that share it share its progress. Unique within the service. */
  readonly group: string;
  /**
   * Called at least once for each event, perhaps again at any later time, and in any order between cases and contexts.
   * Only the first delivery is in order, per case and producing context. Must therefore be idempotent (see `withInbox`
   * and `Inbox.answer`). What it throws is tried again; then the event is parked, and holds back its own case only.
   * @param inbox of this consumer; what it notes is written down before the feed takes the event for delivered
   */
  handle(event: PublicEvent, inbox: Inbox): Promise<void>;
  /**
   * Everything that `context` recorded before `instant` has been handed to `handle`, or is parked. Instants never go
   * back. Called about every second, and before `idle` resolves.
   */
  progress?(context: string, instant: Instant): Promise<void>;
  /** Ends the consumption as `stop` does. */
  readonly signal: AbortSignal;
}

/** How far behind a consumer is with one context. */
export interface FeedLag {
  readonly context: string;
  /** True when, at its last look, nothing was left to deliver. */
  readonly caughtUp: boolean;
  /** Seconds since it last moved or last found nothing to do; what a watchdog watches. */
  readonly secondsSinceMoved: number;
  /**
   * Messages that were there for it at its last look and are still to be handled; absent where the feed cannot tell.
   */
  readonly events?: number;
}

/** A running consumer. It resumes by itself after failures, from its last checkpoint. */
export interface Consumption {
  /** Resolves when no handler runs any more. Nothing is delivered afterwards. */
  stop(): Promise<void>;
  /** Resolves when everything recorded before the call has been handled or parked. @throws when stopped meanwhile */
  idle(): Promise<void>;
  lag(): readonly FeedLag[];
  /**
   * Messages that could not be handled, and those that wait behind one, oldest first. They are tried again every
   * minute.
   */
  parked(): Promise<readonly ParkedMessage[]>;
  /**
   * Hands parked messages to the handler again, in order; the first of a case that fails again stays and keeps back the
   * rest.
   * @param key only this case and context (`ParkedMessage.key`); all when left out
   * @returns how many were handled and are parked no more
   */
  replayParked(key?: string): Promise<number>;
}

/** Where public events come from. */
export interface Feed {
  consume(subscription: Subscription): Consumption;
}
