import type { DomainEvent, PartyCode, PersonId, Sha256, Text } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';

export type ReviewOpened = DomainEvent<'ReviewOpened', MovesClocks>;

/** Both co-chairs signed the same digest: the text goes to the parties only (S8). */
export type InterimIssued = DomainEvent<
  'InterimIssued',
  MovesClocks & { readonly text: readonly Text[]; readonly exhibits: readonly string[]; readonly digest: Sha256 }
>;

/** The review ended without an interim text, and the time for findings starts at once (S9). */
export type InterimMissing = DomainEvent<'InterimMissing', MovesClocks>;

export type InterimCommented = DomainEvent<
  'InterimCommented',
  MovesClocks & { readonly party: PartyCode; readonly by: PersonId; readonly comment: readonly Text[] }
>;

/** Both sides have commented, or the time for it is over; without any comment the interim text is final (S8). */
export type InterimCommentsClosed = DomainEvent<
  'InterimCommentsClosed',
  MovesClocks & { readonly by: 'both-commented' | 'default'; readonly interimIsFinal: boolean }
>;

export type ReviewEvent = ReviewOpened | InterimIssued | InterimMissing | InterimCommented | InterimCommentsClosed;
