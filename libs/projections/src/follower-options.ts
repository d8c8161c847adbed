import type { EventStore, Position, RecordedEvent, UnreadableEventError } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import type { HeldCheckpoint } from './checkpoint';

/** A page on its way through a follower. */
export interface FollowedPage {
  /** None only where something cannot be read. */
  readonly events: readonly RecordedEvent[];
  /** What of the page cannot be read. That is told by the follower; what it holds back is for the handler. */
  readonly unreadable: readonly UnreadableEventError[];
  readonly position: Position;
  /** Where the checkpoint stands before it. */
  readonly held: HeldCheckpoint;
  /**
   * Moves the checkpoint past the page. Call it first in the transaction of the page's effects, or after effects that
   * may be repeated.
   * @throws CheckpointLostError when another follower took over; then nothing may be written
   */
  move(manager: EntityManager): Promise<void>;
}

export interface FollowerOptions {
  readonly store: EventStore;
  /** The service's database; the checkpoint lies in the service's schema. */
  readonly dataSource: DataSource;
  /** Name of the checkpoint. Two followers of one name take turns, and never both move. */
  readonly name: string;
  readonly categories: readonly string[];
  /**
   * True when an event means anything to the follower; all do when left out. Pure. Other events are not handed over,
   * and a page of them costs no write; so after a restart some are passed over again.
   */
  readonly concerns?: ((event: RecordedEvent) => boolean) | undefined;
  /** Handles a page and moves the checkpoint. When it throws, that is reported and the page comes again. */
  handle(page: FollowedPage): Promise<void>;
  /**
   * Called at each claim, before anything is followed. When it throws, that is reported and the checkpoint is claimed
   * anew.
   */
  readonly claimed?: (held: HeldCheckpoint) => Promise<void>;
  /** Called when another follower took over, and at the end. */
  readonly lost?: () => Promise<void>;
  /** Most events in a page; the store's own default when left out. */
  readonly pageSize?: number;
  /** Called with every failure, once each time. */
  readonly onFailure?: (failure: unknown) => void;
  /**
   * A follower that stands by takes over when something is to do and nothing has moved for so many milliseconds; 10,000
   * when left out.
   */
  readonly takeOverMs?: number;
  /**
   * After so many milliseconds without a page it looks for itself, and begins anew if it was left behind; 10,000 when
   * left out.
   */
  readonly watchdogMs?: number;
}

export interface FollowerStatus {
  readonly state: 'starting' | 'following' | 'standing-by' | 'failing' | 'stopped';
  /** Everything at or before it has been handled; absent before the first claim. */
  readonly position?: Position;
  /** True when, at its last look, nothing was left to handle. */
  readonly caughtUp: boolean;
  /** Seconds since it last moved, or last made sure that there was nothing to do. */
  readonly secondsSinceMoved: number;
  /** Message of the failure from which it is recovering. */
  readonly lastFailure?: string;
  /**
   * Kind of the event before which it waits: a newer version recorded it, and no instance at work knows it. Later
   * events are not handled.
   */
  readonly unknownKind?: string;
}

/** Something that follows the record, by itself or with others. */
export interface FollowedRecord {
  status(): FollowerStatus;
  /**
   * How many events come after the handled ones. No more than `most` are counted, and it is never 0 while there is one.
   */
  behind(most: number): Promise<number>;
  /** When the oldest event that is still to be handled was recorded; `undefined` when there is none. */
  waitingSince(): Promise<Instant | undefined>;
}
