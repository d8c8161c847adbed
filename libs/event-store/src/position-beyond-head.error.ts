import type { Position } from './envelope';

/**
 * A reader has a position that the store never gave: its checkpoint belongs to another store, or the store was restored
 * from a backup older than the checkpoint. Reading on would skip what is written next, so nothing is read.
 */
export class PositionBeyondHeadError extends Error {
  override readonly name = 'PositionBeyondHeadError';

  constructor(
    readonly position: Position,
    readonly head: Position,
  ) {
    super(`position ${position} lies beyond the newest event (${head}): it is not a position of this store`);
  }
}
