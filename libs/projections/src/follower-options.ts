import type { EventStore, Position, RecordedEvent } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import type { HeldCheckpoint } from './checkpoint';

/** A page on its way through a follower. */
export interface FollowedPage {
  /** Never none. */
  readonly events: readonly RecordedEvent[];
  readonly position: Position;
  /** Where the checkpoint stands before it. */
  readonly held: HeldCheckpoint;
  /**
   * Moves the checkpoint behind the page: first in the transaction of its effects, or after effects that may be
   * repeated.
   * @throws CheckpointLostError when another follower took over; then nothing may be written
   */
  move(manager: EntityManager): Promise<void>;
}

export interface FollowerOptions {
  readonly store: EventStore;
  /** Of the service: the checkpoint lies in its schema. */
  readonly dataSource: DataSource;
  /** Of the checkpoint. Two followers of one name take turns, and never both move. */
  readonly name: string;
  readonly categories: readonly string[];
  /**
   * Whether an event means anything to it; all do when left out. Pure. Of the others none is handed over, and a page of
   * them costs no write: after a restart some of them are passed over again.
   */
  readonly concerns?: ((event: RecordedEvent) => boolean) | undefined;
  /** Deals with a page and moves the checkpoint. What it throws is reported, and the page comes again. */
  handle(page: FollowedPage): Promise<void>;
  /** Told of each claim, before anything is followed. What it throws is reported, and the checkpoint claimed anew. */
  readonly claimed?: (held: HeldCheckpoint) => Promise<void>;
  /** Told when another took over, and at the end. */
  readonly lost?: () => Promise<void>;
  /** Most events in a page; the store's own default when left out. */
  readonly pageSize?: number;
  /** Told of every failure, once each time. */
  readonly onFailure?: (failure: unknown) => void;
  /**
   * Milliseconds without a move, with something to do, after which one that stands by takes over; 10,000 when left out.
   */
  readonly takeOverMs?: number;
  /**
   * Milliseconds without a page after which it looks for itself, and begins anew if it was left behind; 10,000 when
   * left out.
   */
  readonly watchdogMs?: number;
}

export interface FollowerStatus {
  readonly state: 'starting' | 'following' | 'standing-by' | 'failing' | 'stopped';
  /** All that lies at or before it has been handled; absent before the first claim. */
  readonly position?: Position;
  /** True when, at its last look, nothing was left to handle. */
  readonly caughtUp: boolean;
  /** Seconds since it last moved, or last made sure that there was nothing to do. */
  readonly secondsSinceMoved: number;
  /** Of the failure that it is recovering from. */
  readonly lastFailure?: string;
  /**
   * Kind of the event before which it waits: a newer version recorded it, and no instance is at work that knows it.
   * What was recorded since is not handled.
   */
  readonly unknownKind?: string;
}

/** What follows the record, by itself or with others. */
export interface FollowedRecord {
  status(): FollowerStatus;
  /** How many events lie behind what is handled; no more than `most` are counted, and never 0 while there is one. */
  behind(most: number): Promise<number>;
  /** When the oldest event that is still to handle was recorded; `undefined` when there is none. */
  waitingSince(): Promise<Instant | undefined>;
}
