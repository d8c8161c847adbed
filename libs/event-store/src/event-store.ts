import type { CommandId } from '@parley/kernel';
import type { NewEvent, Position, RecordedEvent } from './envelope';
import type { StreamName } from './stream-name';
import type { UnreadableEventError } from './unreadable-event.error';

/**
 * The revision that the stream must be at, or a condition that it must meet. Domain streams use a revision or
 * `no-stream` only.
 */
export type ExpectedRevision = number | 'no-stream' | 'stream-exists' | 'any';

export type AppendResult =
  | {
      readonly kind: 'appended';
      /** Revision of the last event written. */
      readonly revision: number;
      readonly position: Position;
      /** What the command wrote, now or when it first came. */
      readonly events: readonly RecordedEvent[];
      /** True when this command had been appended before and nothing was written now. */
      readonly duplicate: boolean;
    }
  | {
      readonly kind: 'conflict';
      /** Where the stream is; `null` when there is none. */ readonly actual: number | null;
    };

export interface ReadOptions {
  /** First revision to read; 0 when left out. */
  readonly from?: number;
  /** At most so many events; all when left out. */
  readonly limit?: number;
}

export interface ReadAllOptions {
  /** Read what lies behind this position; from the beginning when left out. */
  readonly after?: Position;
  /** Only streams of these categories; a context's name alone (`intake`) takes all of its categories. */
  readonly categories?: readonly string[];
  readonly limit: number;
  /** Whether what cannot be read comes beside the events, as it does to who follows; otherwise the read throws. */
  readonly setsAside?: boolean;
}

export interface FollowOptions {
  readonly after?: Position;
  readonly categories?: readonly string[];
  /** Ends the iteration. */
  readonly signal: AbortSignal;
  /** Most events in one page; 500 when left out. */
  readonly pageSize?: number;
}

/** One step of a follower. Keeping `position` after a page is done is all that a resume needs. */
export interface Page {
  readonly events: readonly RecordedEvent[];
  /** All that lies at or before it has been seen, whether the filter let it through or not. */
  readonly position: Position;
  /** True when, at the moment of the read, nothing lay behind `position`. */
  readonly caughtUp: boolean;
  /**
   * The events up to `position` that cannot be read; absent where all can. One spoiled event holds nothing else back,
   * and it is for the reader to tell of it.
   */
  readonly unreadable?: readonly UnreadableEventError[];
}

/**
 * The record. It promises contiguous revisions per stream; one total order consistent with every stream; that what was
 * visible stays and never moves; and that a reader who keeps its position never misses an event. It does not promise
 * contiguous positions, or writes across streams: one command writes one stream.
 */
export interface EventStore {
  /**
   * Writes all events or none.
   * @throws RangeError for no events, an event id that is taken, or more than 1 MiB of payload and header in one append
   * @throws FaultyEventError when the writer's clock is more than 5 s from the store's own
   */
  append(
    stream: StreamName,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
    command: { readonly commandId: CommandId },
  ): Promise<AppendResult>;
  /** A stream's events in order; empty when there is no such stream. @throws UnreadableEventError */
  read(stream: StreamName, options?: ReadOptions): Promise<readonly RecordedEvent[]>;
  /** A page of the one order of the store. @throws UnreadableEventError unless the reader sets such events aside */
  readAll(options: ReadAllOptions): Promise<Page>;
  /**
   * Catches up, then goes on live, until the signal. Pages may be empty: they carry the caught-up mark and the
   * position. What cannot be read is set aside.
   */
  follow(options: FollowOptions): AsyncIterable<Page>;
  /** The position of the newest event, or `start` when there is none. */
  head(): Promise<Position>;
  /** The position before the first event. */
  readonly start: Position;
  /** Negative when `a` lies before `b`, positive when behind it, 0 when they are the same. */
  compare(a: Position, b: Position): number;
  /**
   * Whether this reader knows the kind of an event; all are known when left out. An unknown event is never skipped:
   * nothing is decided on a stream that holds one, and a follower stops before it.
   */
  isKnown?(event: RecordedEvent): boolean;
}
