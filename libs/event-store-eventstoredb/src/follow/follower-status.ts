import type { Position } from '@parley/event-store';

/** What a watchdog wants to know of a follower that runs. */
export interface FollowerStatus {
  /** `null` for all categories. */
  readonly categories: readonly string[] | null;
  /** Of the last page that was handed out. */
  readonly position: Position;
  /**
   * Since a page last moved the position. A long time is normal when nothing is appended, and a fault when the head
   * moves.
   */
  readonly secondsSinceLastMove: number;
  readonly caughtUp: boolean;
  /** Why the follower is subscribing anew, while it has not succeeded yet. */
  readonly failing: string | null;
}
