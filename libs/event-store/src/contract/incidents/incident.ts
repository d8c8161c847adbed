import type { EventStore } from '../../event-store';
import type { ContractSubject } from '../contract-subject';

/**
 * Something that went wrong elsewhere: a scenario that would have shown it, and the fault that proves that it would.
 */
export interface Incident {
  /** What must not happen again, as the end of "a follower …". */
  readonly name: string;
  /** Throws when it happens. `plant` spoils each store that a follower reads, and leaves it alone in the real run. */
  run(subject: ContractSubject, plant: (store: EventStore) => EventStore): Promise<void>;
  /** The fault, as a wrapper of a store that keeps its promises. */
  fault(store: EventStore): EventStore;
  /** True when the scenario needs a store that can be restored elsewhere. */
  readonly needsRestore?: true;
}
