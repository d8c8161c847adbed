import type { DomainEvent, PartyCode, PersonId, Text } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';

export type InformationRequested = DomainEvent<
  'InformationRequested',
  MovesClocks & {
    readonly requestId: string;
    readonly askedOf: PartyCode;
    readonly by: PersonId;
    readonly questions: readonly Text[];
  }
>;

export type InformationAnswered = DomainEvent<
  'InformationAnswered',
  MovesClocks & {
    readonly requestId: string;
    readonly materialId: string;
    readonly party: PartyCode;
    readonly by: PersonId;
    readonly text: readonly Text[];
    readonly exhibits: readonly string[];
  }
>;

/** The party said nothing in time: the panel goes on with the record that it has, and the record says so (S7). */
export type InformationNotGiven = DomainEvent<
  'InformationNotGiven',
  MovesClocks & { readonly requestId: string; readonly askedOf: PartyCode }
>;

/** A co-chair admits somebody outside of the case to be heard in writing. */
export type ThirdPartyAdmitted = DomainEvent<
  'ThirdPartyAdmitted',
  MovesClocks & {
    readonly thirdPartyId: string;
    readonly name: readonly Text[];
    readonly by: PersonId;
    readonly personId?: PersonId;
  }
>;

/** The note of an admitted third party comes on record, by itself or by the registry, which received it. */
export type ThirdPartyNoteFiled = DomainEvent<
  'ThirdPartyNoteFiled',
  MovesClocks & {
    readonly thirdPartyId: string;
    /** Whose note it is. */
    readonly author: readonly Text[];
    readonly materialId: string;
    readonly by: PersonId;
    /** Absent where the registry received it. */
    readonly as?: 'third-party';
    readonly text: readonly Text[];
  }
>;

/** A party says what it has to say on material that it did not make itself. */
export type MaterialCommented = DomainEvent<
  'MaterialCommented',
  MovesClocks & {
    readonly materialId: string;
    readonly party: PartyCode;
    readonly by: PersonId;
    readonly comment: readonly Text[];
  }
>;

export type InformationEvent =
  | InformationRequested
  | InformationAnswered
  | InformationNotGiven
  | ThirdPartyAdmitted
  | ThirdPartyNoteFiled
  | MaterialCommented;
