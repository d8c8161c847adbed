import type { AllStreamRecordedEvent, AllStreamSubscription, Position } from '@eventstore/db-client';

export type AllMessage =
  | { readonly kind: 'event'; readonly event: StoredEvent }
  /** The server says that it has considered everything up to here. */
  | { readonly kind: 'checkpoint'; readonly position: LogPosition }
  /** Everything that was there when the server began to look has been sent. */
  | { readonly kind: 'caught-up' };

/**
 * With `FULL` messages waiting the server is asked to pause, and with `ROOM` to go on. An event may have a megabyte.
 */
const [FULL, ROOM] = [500, 100];

export interface SourceOfMessages {
  pause(): void;
  resume(): void;
  cancel(): void;
}

/** The messages that a subscription has received and nobody has taken yet, in the order in which they were sent. */
export class AllSubscription {
  readonly #messages: AllMessage[] = [];
  #source: SourceOfMessages | undefined;
  #paused = false;
  #end: { readonly error: unknown } | undefined;
  #arrived: () => void = () => undefined;

  /** Why it ended, as soon as it has. */
  get end(): { readonly error: unknown } | undefined {
    return this.#end;
  }

  /** True while there is neither a message nor the end. */
  get isSilent(): boolean {
    return this.#messages.length === 0 && this.#end === undefined;
  }

  /** The next message, if one is there. */
  take(): AllMessage | undefined {
    const message = this.#messages.shift();
    if (this.#paused && this.#messages.length <= ROOM) {
      this.#paused = false;
      this.#source?.resume();
    }
    return message;
  }

  /**
   * Resolves when there is a message or the end, after so many milliseconds if they are given, or when the signal is
   * aborted.
   */
  arrival(signal: AbortSignal, ms?: number): Promise<void> {
    return new Promise((resolve) => {
      if (!this.isSilent || signal.aborted) return resolve();
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        this.#arrived = () => undefined;
        resolve();
      };
      const timer = ms === undefined ? undefined : setTimeout(done, ms);
      signal.addEventListener('abort', done);
      this.#arrived = done;
    });
  }

  close(): void {
    this.#end ??= { error: undefined };
    this.#source?.cancel();
    this.#arrived();
  }

  /** For the client: where the messages come from. */
  from(source: SourceOfMessages): void {
    this.#source = source;
    if (this.#end) source.cancel();
  }

  /** For the client: a message was received. */
  push(message: AllMessage): void {
    if (this.#end) return;
    this.#messages.push(message);
    if (!this.#paused && this.#messages.length >= FULL) {
      this.#paused = true;
      this.#source?.pause();
    }
    this.#arrived();
  }

  /** For the client: nothing more will come. */
  fail(error: unknown): void {
    this.#end ??= { error };
    this.#arrived();
  }
}

/**
 * A place in the log of EventStoreDB. Both parts are the same for an event, unless an old client wrote it in a
 * transaction of several calls.
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
  /** When the server wrote it, by its own clock: milliseconds since 1970. */
  readonly createdMs: number;
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
 * What the adapter needs of a client of EventStoreDB: all that a second client would have to implement. Every call asks
 * the leader, since a follower of the cluster may lag behind what was read before.
 *
 * Every method rejects with `EventStoreAwayError` when there was no answer, or none that tells what happened.
 */
export interface EventStoreClient {
  /**
   * Writes all events or none, at an exact revision. The result is `written` also when the very same event ids stand
   * there already. This is how EventStoreDB makes a repeated call harmless.
   */
  append(
    stream: string,
    expected: number | 'no-stream',
    events: readonly ProposedEvent[],
  ): Promise<'written' | 'wrong-revision'>;
  /** Forwards from a revision; empty when there is no such stream. */
  readStream(stream: string, from: number, limit?: number): Promise<readonly StoredEvent[]>;
  /**
   * The newest event that is wanted; `null` for none. It is looked for backwards through all streams, including those
   * of the system.
   */
  newest(isWanted: (event: StoredEvent) => boolean): Promise<StoredEvent | null>;
  /** All events behind a position that pass the filter, then those to come. */
  subscribe(after: LogPosition | null, filter: StreamFilter): AllSubscription;
  close(): Promise<void>;
}

export interface SubscribePorts {
  readonly open: (
    checkpointReached: (subscription: AllStreamSubscription, position: Position) => void,
  ) => AllStreamSubscription;
  readonly asStored: (event: AllStreamRecordedEvent) => StoredEvent;
  readonly asAway: (error: unknown) => unknown;
}

/**
 * Feeds a subscription of the client into ours, in the order of the wire. The client emits its marks at once and apart
 * from the events, which may still lie in its buffer. A mark that overtook them would move a reader past events that it
 * never saw.
 */
export function subscribeToAll(into: AllSubscription, { open, asStored, asAway }: SubscribePorts): void {
  let seen = 0;
  const waiting: { readonly behind: number; readonly message: AllMessage }[] = [];
  const mark = (message: AllMessage): void => {
    const behind = seen + source.readableLength;
    if (behind === seen) into.push(message);
    else waiting.push({ behind, message });
  };

  const source = open((_, position) => mark({ kind: 'checkpoint', position }));
  source.on('caughtUp', () => mark({ kind: 'caught-up' }));
  source.on('data', ({ event }) => {
    seen += 1;
    try {
      if (event) into.push({ kind: 'event', event: asStored(event) });
    } catch (error) {
      into.fail(error);
    }
    for (let next = waiting[0]; next && next.behind <= seen; next = waiting[0])
      into.push((waiting.shift() ?? next).message);
  });
  source.on('error', (error) => into.fail(asAway(error)));
  source.on('end', () => into.fail(undefined));
  into.from({
    pause: () => source.pause(),
    resume: () => source.resume(),
    cancel: () => {
      // Once the call has failed there is nothing left to cancel.
      void source.unsubscribe().catch(() => undefined);
    },
  });
}
