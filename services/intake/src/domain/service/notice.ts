import type { Instant, PersonId, Sha256 } from '@parley/kernel';
import type { RunningDeadline } from '../running-deadline';

/** What a notice tells of: an event of the record, in whatever context it stands. */
export interface NoticeOf {
  /** `intake`, `panelreview` … */
  readonly context: string;
  /** Type of the event or of the message that told of it. */
  readonly event: string;
  readonly eventId: string;
  /** Its instant in law. */
  readonly at: Instant;
  readonly rule: string;
}

export const DOCUMENT_KINDS = [
  'grievance',
  'reply',
  'interim-text',
  'interim-comment',
  'review-material',
  'notice-of-delay',
  'findings',
  'exhibit',
  'public-version',
  'translation',
  'dossier',
  'settlement-text',
  'settlement',
  'letter',
  'summary',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/**
 * A document that is served with a notice. Its content stays where it is read; the digest says which bytes were meant.
 */
export interface ServedDocument {
  readonly kind: DocumentKind;
  /**
   * Number of the exhibit, of the receipt, id of the letter, the summary or the material of a review, code of the party
   * that comments, or the word for what there is one of.
   */
  readonly reference: string;
  readonly digest: Sha256;
}

/** The words of a notice, as the book has them: they are made when somebody reads, and a version's never change. */
export interface WordsOfNotice {
  /** `<context>.<event>` of what it tells of. */
  readonly key: string;
  /** Version of the book of words. */
  readonly version: string;
}

/**
 * A notice of the secretariat. It names what it is about and copies none of its words. Its id follows from the event
 * that it tells of, so that telling twice is one notice.
 */
export interface Notice {
  readonly noticeId: string;
  readonly of: NoticeOf;
  readonly words: WordsOfNotice;
  readonly document: ServedDocument | null;
  /** Clocks that it starts or moves, each with its whole record: the agenda explains it from here. */
  readonly starts: readonly RunningDeadline[];
  /** Ids of the clocks that it ends. */
  readonly ends: readonly string[];
  /** The one person whose act the clocks await, such as a nominee's; `null` where it is an office's. */
  readonly awaits: PersonId | null;
}
