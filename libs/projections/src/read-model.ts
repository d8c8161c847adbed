import type { Position } from '@parley/event-store';
import type { FollowedRecord } from './follower-options';
import type { Rebuilt } from './rebuild-projection';

/** A projection's tables as their readers and an operator see them, whoever keeps them up. */
export interface ReadModel extends FollowedRecord {
  readonly name: string;
  /** Resolves when everything recorded before the call is in the tables. */
  idle(): Promise<void>;
  /** Lets a reader see what it wrote: `true` when the tables show everything up to a position within `timeoutMs`. */
  waitFor(position: Position, timeoutMs: number): Promise<boolean>;
  /** Builds the tables anew from the first event, beside the live ones, and swaps them in. Writes go on meanwhile. */
  rebuild(): Promise<Rebuilt>;
}
