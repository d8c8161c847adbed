import type { Goal } from '../parties/goals/goal';
import type { StoreAt } from '../secretariat/secretariat';
import type { Restraint } from './restraint';

/** What a run is played with, beside its moves. */
export interface Setting {
  /** Of everything that is neither a move nor a rule: rosters, tempers, lateness of messages. */
  readonly seed: number;
  /** Where the record is kept; in memory when left out. */
  readonly store?: StoreAt;
  /** Cases that the parties file, if the moves give them the time. */
  readonly cases: number;
  /** Whether notices are served; left to the seed when left out. */
  readonly serves?: boolean;
  /** The two countries in each other's place. */
  readonly mirrored?: boolean;
  /** Towards what the parties steer; nothing when left out. */
  readonly goal?: Goal | undefined;
  /** How the parties hold themselves in; not at all when left out. */
  readonly restraint?: Restraint;
}
