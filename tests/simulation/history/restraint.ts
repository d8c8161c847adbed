import type { Instant } from '@parley/kernel';
import type { Offer } from '../parties/attempt';
import type { instantOf } from './move';

/**
 * How the parties of a run hold themselves in whose history is to happen again elsewhere: in real time, and among
 * people who are there already. Messages come promptly in such a run, and no calendar is corrected.
 */
export interface Restraint {
  /** Names on each roster; none is on both. */
  readonly names: number;
  /** When a move comes. */
  readonly instantOf: typeof instantOf;
  /**
   * Whether an act is done at all; nothing is done in its place when it is not.
   * @param nextExpiry of all deadlines that run
   */
  allows(offer: Offer, nextExpiry: Instant | undefined): boolean;
}
