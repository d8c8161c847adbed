import type { Instant } from '@parley/kernel';
import type { EntityManager } from 'typeorm';
import type { PublicEvent } from './public-event';

/** A record of a topic that is no public event of its context, with what it takes to read it again. */
export interface UnreadRecord {
  /** Where it lies: `<topic>/<partition>/<offset>`. */
  readonly id: string;
  /** The context that tells there. */
  readonly context: string;
  /** A word that names no content. */
  readonly reason: string;
  /** JSON, for `Feed.reread`. */
  readonly body: unknown;
}

/** The messages that are taken at once. */
export interface MessagePage {
  /** The same event may stand in it twice. */
  readonly events: readonly PublicEvent[];
  readonly unread: readonly UnreadRecord[];
}

/** What a service wants to hear, and how it takes that. */
export interface Subscription {
  /** Producing contexts, such as `intake`. */
  readonly contexts: readonly string[];
  /** Name of the consumer: all that share it share its progress. Unique within the service. */
  readonly group: string;
  /**
   * Takes a page, in the transaction in which the feed may note how far it was heard. Called at least once for each
   * event, perhaps again at any later time, and in any order between cases and contexts. Only the first delivery is in
   * order, per case and producing context. A page on which it throws is tried again, and holds up the feed.
   * @param manager of the transaction; it writes through this manager alone
   */
  take(manager: EntityManager, page: MessagePage): Promise<void>;
  /** Told when a page's transaction is committed. */
  taken?(): void;
  /**
   * Everything that the contexts recorded before `instant` was taken. Instants never go back. Called about every
   * second, and before `idle` resolves.
   */
  progress?(contexts: readonly string[], instant: Instant): Promise<void>;
  /** Ends the consumption as `stop` does. */
  readonly signal: AbortSignal;
}

/** How far behind a consumer is with one context. */
export interface FeedLag {
  readonly context: string;
  /** True when, at its last look, nothing was left to take. */
  readonly caughtUp: boolean;
  /** Seconds since it last moved or last found nothing to do; what a watchdog watches. */
  readonly secondsSinceMoved: number;
  /** Messages that were there for it at its last look and are still to be taken; absent where the feed cannot tell. */
  readonly events?: number;
}

/** A running consumer. It resumes by itself after failures, from its last checkpoint. */
export interface Consumption {
  /** Resolves when no page is being taken any more. None is taken afterwards. */
  stop(): Promise<void>;
  /** Resolves when everything recorded before the call was taken. @throws when stopped meanwhile */
  idle(): Promise<void>;
  lag(): readonly FeedLag[];
}

/** Where public events come from. */
export interface Feed {
  consume(subscription: Subscription): Consumption;
  /** Whether this version knows a type of event; all are known when left out. */
  isKnown?(type: string): boolean;
  /** The event in an unread record, should a later version know what it is. */
  reread?(body: unknown): PublicEvent | undefined;
}
