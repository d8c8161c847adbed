import type { AllSubscription } from './all-subscription';

/**
 * A place in the log of EventStoreDB. Of an event both are the same, unless an old client wrote it in a transaction of
 * several calls.
 */
export interface LogPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** An event as EventStoreDB keeps it. */
export interface StoredEvent {
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  readonly payload: Uint8Array;
  /** As parsed from JSON; anything at all when somebody else wrote it. */
  readonly metadata: unknown;
  readonly position: LogPosition;
}

export interface ProposedEvent {
  readonly eventId: string;
  readonly type: string;
  readonly payload: Uint8Array;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** Which streams a subscription shows, by their names. */
export type StreamFilter = { readonly prefixes: readonly string[] } | { readonly pattern: string };

/**
 * What is needed of a client of EventStoreDB: all that a second client would have to implement. Every call asks the
 * leader, since a follower of the cluster may lag behind what was read before.
 *
 * Every method rejects with `EventStoreAwayError` when there was no answer, or none that tells what happened.
 */
export interface EventStoreClient {
  /**
   * Writes all events or none, at an exact revision. `written` also when the very same event ids stand there already,
   * which is how EventStoreDB makes a repeated call harmless.
   */
  append(
    stream: string,
    expected: number | 'no-stream',
    events: readonly ProposedEvent[],
  ): Promise<'written' | 'wrong-revision'>;
  /** Forwards from a revision; empty when there is no such stream. */
  readStream(stream: string, from: number, limit?: number): Promise<readonly StoredEvent[]>;
  /**
   * The newest event that is wanted, looked for backwards through all streams, those of the system included; `null` for
   * none.
   */
  newest(isWanted: (event: StoredEvent) => boolean): Promise<StoredEvent | null>;
  /** All events behind a position that pass the filter, then those to come. */
  subscribe(after: LogPosition | null, filter: StreamFilter): AllSubscription;
  close(): Promise<void>;
}
