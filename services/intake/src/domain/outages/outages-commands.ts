import type { Instant } from '@parley/kernel';
import type { Act } from '../case-commands';
import type { Reply } from '../reply/reply';
import type { DeclaredBy } from './outages-events';

/** An outage was declared, and this case has deadlines that may have ended in it. */
export interface NoteOutage {
  readonly type: 'NoteOutage';
  readonly outageId: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly declaredBy: DeclaredBy;
  /** True when a limit of another context ended in it in this case; that context moves it when it hears of the note. */
  readonly elsewhere: boolean;
  readonly at: Instant;
}

/** The registry enters a reply that came by another channel. */
export type EnterFallbackReply = Act & {
  readonly type: 'EnterFallbackReply';
  readonly entryId: string;
  /** By which way it came, such as a note handed over. */
  readonly channel: string;
  /** When it came. */
  readonly cameAt: Instant;
  readonly reply: Reply;
};

export type OutagesCommand = NoteOutage | EnterFallbackReply;
