import type { DataSource } from 'typeorm';
import type { Feed } from '../feed';

/**
 * What the contract suite needs of an adapter: contexts that tell, and feeds to hear them by. Its clock stands. It
 * moves on by a millisecond behind each event that is told, once the event can be read, so no event bears an instant
 * that has passed.
 */
export interface FeedHarness {
  /** Of the consuming service, with its bookkeeping tables. */
  readonly dataSource: DataSource;
  /** A feed as one more process of the service would open it. */
  openFeed(): Feed;
  /** Lets a context record an event of a case that is published with the text's UTF-8 as its data. */
  tell(context: string, caseId: string, text: string): Promise<void>;
  /** Resolves when all that was told is where feeds get it from, and so is the mark of how far was told. */
  published(): Promise<void>;
  /** Closes what the harness opened. */
  close(): Promise<void>;
}
