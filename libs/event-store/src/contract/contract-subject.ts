import type { Clock } from '@parley/kernel';
import type { Position } from '../envelope';
import type { EventStore } from '../event-store';

/**
 * An adapter under test, on a record of its own that is empty at first and takes streams of `intake` and `evidence`.
 */
export interface ContractSubject {
  readonly store: EventStore;
  /** The same record as another process sees it; the store itself where there can be no other. */
  readonly elsewhere: EventStore;
  /** A position beyond all that this store has; `999` when left out. */
  readonly beyond?: Position;
  /** Another writer of the same record, by a clock of its own; absent where the writer's clock is the store's. */
  openWith?(clock: Clock): EventStore;
  /**
   * Copies the record into a new store on another server, as a dump and restore would; absent where nothing outlives
   * the process.
   */
  restore?(): Promise<EventStore>;
  close(): Promise<void>;
}

export type ContractFactory = () => Promise<ContractSubject>;
