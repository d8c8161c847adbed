import type { Instant } from '@parley/kernel';
import type { Act, CureDeficiency } from '../case-commands';
import type { AnswerCall } from '../consultations/consultations-commands';
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

/** The registry enters what a party said to a call by another channel. */
export type EnterFallbackCallAnswer = Act & {
  readonly type: 'EnterFallbackCallAnswer';
  readonly entryId: string;
  readonly channel: string;
  readonly cameAt: Instant;
  /** By whom it was done, and as of when it came. */
  readonly act: AnswerCall;
};

/** The registry enters a cure that came by another channel. */
export type EnterFallbackCure = Act & {
  readonly type: 'EnterFallbackCure';
  readonly entryId: string;
  readonly channel: string;
  readonly cameAt: Instant;
  /** By whom it was done, and as of when it came. */
  readonly act: CureDeficiency;
};

export type OutagesCommand = NoteOutage | EnterFallbackReply | EnterFallbackCallAnswer | EnterFallbackCure;
