import type { Bilingual, Instant } from '@parley/kernel';

/** What the message said, as plain JSON. */
export type Facts = Readonly<Record<string, unknown>>;

/** Something about a case that anybody may know, in words of both languages at once (I-57). */
export interface PublicFact {
  /** Id of the public event that told it: the same fact is recorded once. */
  readonly sourceEventId: string;
  readonly caseId: string;
  /** Kebab-case, such as `reply-lapsed`. */
  readonly kind: string;
  /** Its instant in law. */
  readonly at: Instant;
  readonly texts: Bilingual;
  readonly facts: Facts;
}
