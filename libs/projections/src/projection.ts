import type { RecordedEvent, UnreadableEventError } from '@parley/event-store';
import type { EntityManager } from 'typeorm';

/**
 * Gives the name under which SQL must write to one of a projection's tables, quoted and with its schema. During a
 * rebuild it names the table that is built beside the live one, so no table's name is ever written out in `apply`.
 */
export type TableNames = (table: string) => string;

/** Tables that are a function of the record alone. */
export interface Projection {
  /** Unique within the service, and stable: its checkpoint is kept under it. */
  readonly name: string;
  /** What it reads: categories such as `intake.case`, or a context's name for all of its categories. */
  readonly categories: readonly string[];
  /** True when an event may change any of the tables; all may when left out. A function of the event alone. */
  readonly concerns?: (event: RecordedEvent) => boolean;
  /**
   * Every table that `apply` writes, without schema. No other projection writes to them, and no foreign key leads to
   * them.
   */
  readonly tables: readonly string[];
  /**
   * Writes what the events mean. Runs in the transaction that moves the checkpoint, so each event is applied exactly
   * once. Depends on events and tables only: no clock, no randomness, no effect outside the manager.
   * @param events that concern it, in the order of the store; at least one, up to some thousands
   */
  apply(manager: EntityManager, events: readonly RecordedEvent[], tables: TableNames): Promise<void>;
  /**
   * Keeps what cannot be read, in the transaction that moves the checkpoint past it. Most tables cannot. Then nothing
   * of it is in them until they are built anew.
   */
  setAside?(manager: EntityManager, unreadable: readonly UnreadableEventError[]): Promise<void>;
  /** Called in the process that applied these events, once the tables show them. Not in a rebuild. */
  committed?(events: readonly RecordedEvent[]): void;
}
