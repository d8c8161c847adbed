import type { Instant } from '@parley/kernel';
import type { Offer } from '../parties/attempt';
import type { instantOf } from './move';

/**
 * Restrains the parties of a run whose history is played again elsewhere, in real time and among people who are there
 * already. Messages come promptly in such a run, and no calendar is corrected.
 */
export interface Restraint {
  /** The number of names on each roster; no name is on both. */
  readonly names: number;
  /** The instant of a move. */
  readonly instantOf: typeof instantOf;
  /**
   * True when an act is done. When it is not, nothing is done in its place.
   * @param nextExpiry the next expiry of all running deadlines
   */
  allows(offer: Offer, nextExpiry: Instant | undefined): boolean;
}
