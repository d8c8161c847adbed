import type { DomainEvent, Instant, PartyCode, PersonId, Sha256, Text } from '@parley/kernel';
import type { DeclaredBy } from './outages-events';

/**
 * A co-head holds that the system was away and signs for it; it is declared when the other side's has signed the same
 * (I-04).
 */
export type OutageProposed = DomainEvent<
  'OutageProposed',
  {
    readonly outageId: string;
    readonly from: Instant;
    readonly to: Instant;
    readonly reason: readonly Text[];
    readonly digest: Sha256;
    readonly by: PersonId;
    readonly party: PartyCode;
  }
>;

/** From here on each case moves what ended in it (I-61). */
export type OutageDeclared = DomainEvent<
  'OutageDeclared',
  {
    readonly outageId: string;
    readonly from: Instant;
    readonly to: Instant;
    readonly declaredBy: DeclaredBy;
    readonly signedBy: readonly { readonly party: PartyCode; readonly by: PersonId }[];
  }
>;

export type OutageRegisterEvent = OutageProposed | OutageDeclared;
