import type { FollowedRecord } from './follower-options';
import type { Rebuilt } from './rebuild-projection';

/** A projection's tables as their readers and an operator see them, whoever keeps them up. */
export interface ReadModel extends FollowedRecord {
  readonly name: string;
  /** Resolves when everything recorded before the call is in the tables. */
  idle(): Promise<void>;
  /** Builds the tables anew from the first event, beside the live ones, and swaps them in. Writes go on meanwhile. */
  rebuild(): Promise<Rebuilt>;
}
