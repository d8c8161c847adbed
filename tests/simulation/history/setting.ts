import type { SchemeName } from '../parties/to-win/scheme';
import type { Goal } from '../parties/goals/goal';
import type { StoreAt } from '../secretariat/secretariat';
import type { Restraint } from './restraint';

/** The setting of a run, beside its moves. */
export interface Setting {
  /** The seed of everything that is neither a move nor a rule: rosters, tempers, lateness of messages. */
  readonly seed: number;
  /** The store of the record; in memory when left out. */
  readonly store?: StoreAt;
  /** The number of cases that the parties file, if the moves give them the time. */
  readonly cases: number;
  /** True when one side files all of them, one soon after the other. */
  readonly floods?: boolean;
  /** Whether notices are served; the seed decides when left out. */
  readonly serves?: boolean;
  /** True when the two countries take each other's place. */
  readonly mirrored?: boolean;
  /** The goal towards which the parties steer; none when left out. */
  readonly goal?: Goal | undefined;
  /** What each country steers at to win without the better case, by its place; nothing when left out. */
  readonly schemes?: readonly (SchemeName | undefined)[] | undefined;
  /** The restraint of the parties; none when left out. */
  readonly restraint?: Restraint;
}
