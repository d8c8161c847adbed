import type { DomainEvent, Language, PartyCode } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';
import type { DocumentId, DocumentKind } from './document';

/**
 * A party wrote something in one language: its translations are due from its service, the same for both sides. No clock
 * waits for them.
 */
export type DocumentNoted = DomainEvent<
  'DocumentNoted',
  MovesClocks & {
    readonly number: DocumentId;
    readonly kind: DocumentKind;
    readonly party: PartyCode;
    readonly into: readonly Language[];
  }
>;
