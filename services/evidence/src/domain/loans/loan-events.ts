import type { DomainEvent, PartyCode, PersonId, Sha256, Text } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';
import type { ExhibitNumber } from '../exhibit';
import type { AssignmentId, HeardPerson, LoanEnder } from './loan';

interface OfLoan extends MovesClocks {
  readonly number: ExhibitNumber;
  /** Whose the exhibit is. */
  readonly party: PartyCode;
  readonly assignment: AssignmentId;
}

/** The panel or the registry asks that an exhibit be lent. */
export type LoanAsked = DomainEvent<
  'LoanAsked',
  OfLoan & {
    readonly as: 'panel' | 'registry';
    readonly by: PersonId;
    readonly to: HeardPerson;
    readonly purpose: readonly Text[];
  }
>;

/** An exhibit is lent: its party consents, or both co-heads signed. */
export type ExhibitLent = DomainEvent<
  'ExhibitLent',
  OfLoan & { readonly basis: 'its-party' | 'co-heads'; readonly digest: Sha256 | null }
>;

export type LoanSigned = DomainEvent<
  'LoanSigned',
  OfLoan & { readonly digest: Sha256; readonly coHead: PersonId; readonly signedFor: PartyCode; readonly jws?: string }
>;

/** The other co-head did not sign in time: the exhibit is not lent. */
export type LoanDecisionLapsed = DomainEvent<'LoanDecisionLapsed', OfLoan & { readonly missing: readonly PartyCode[] }>;

export type LoanEnded = DomainEvent<'LoanEnded', OfLoan & { readonly as: LoanEnder; readonly by: PersonId }>;

/** The review has ended, and with it every loan. */
export type ReviewEndNoted = DomainEvent<'ReviewEndNoted', MovesClocks>;

export type LoanEvent = LoanAsked | ExhibitLent | LoanSigned | LoanDecisionLapsed | LoanEnded;
