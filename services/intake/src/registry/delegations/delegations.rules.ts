import type { DomainEvent, Instant, PartyCode, PersonId, Role } from '@parley/kernel';
import type { Act } from '../../case/case-commands.rules';
import type { KeyCommand, KeyEvent, RegisteredKey } from '../keys/party-keys.rules';

/**
 * The head of a side's delegation acts as its desk and keeps this register; the others act in their office and keep
 * nothing. Officials and deputies are of the desk, and consult for their side by name (S5).
 */
export const DELEGATION_SCOPES = ['head', 'desk', 'official', 'deputy', 'registry', 'cohead'] as const;
export type DelegationScope = (typeof DELEGATION_SCOPES)[number];

/** The two of a side who name its head together: its co-head, and an officer whom it sent to the registry. */
export const NAMING_OFFICES = ['cohead', 'registry'] as const satisfies readonly Role[];
export type NamingOffice = (typeof NAMING_OFFICES)[number];

/** One of the two who named a head. */
export interface Naming {
  readonly office: NamingOffice;
  readonly by: PersonId;
}

/** The word of a party that a person speaks for it, with the authority and the time in which it holds. */
export interface Delegation {
  readonly id: string;
  readonly personId: PersonId;
  readonly scope: DelegationScope;
  /** The instrument behind it, such as a letter of credence with its date. */
  readonly authority: string;
  readonly from: Instant;
  readonly recordedBy: PersonId;
  readonly recordedAt: Instant;
  /** First instant at which it is over; `null` when no end is recorded. */
  readonly endsAt: Instant | null;
  /** Id of the delegation that took its place. */
  readonly replacedBy: string | null;
}

/** Whom one of the two has named as head. It takes effect when the other names the same. */
export interface NamedHead extends Naming {
  readonly personId: PersonId;
  readonly authority: string;
  /** The delegation of the head who is lost; `null` while there is none. */
  readonly replaces: string | null;
}

export interface PartyRegister {
  /** The delegations of the party, including those that are over, in the order in which they were recorded. */
  readonly delegations: readonly Delegation[];
  /** What each of the two named last, as long as the other has not named the same. */
  readonly named: readonly NamedHead[];
  /** The keys by which the party signs, including those that are over, in the order of their registration. */
  readonly keys: readonly RegisteredKey[];
}

/** True while a delegation is in force: from its beginning on, and not at its end any more. */
export const inForce = ({ from, endsAt }: Pick<Delegation, 'from' | 'endsAt'>, at: Instant): boolean =>
  from <= at && (endsAt === null || at < endsAt);

export type NameHead = Act & {
  readonly type: 'NameHead';
  readonly register: PartyCode;
  readonly office: NamingOffice;
  readonly personId: PersonId;
  readonly authority: string;
  readonly replaces?: string;
  /** Ids for the delegations of the head, and of the two who named the head where they have none. */
  readonly ids: Readonly<Record<'head' | NamingOffice, string>>;
};
export type RecordDelegation = Act & {
  readonly type: 'RecordDelegation';
  readonly register: PartyCode;
  readonly delegationId: string;
  readonly personId: PersonId;
  readonly scope: DelegationScope;
  readonly authority: string;
  /** When it begins; absent when it begins with the receipt of the act. */
  readonly from?: Instant;
  /** The delegation that it replaces, which ends when this one begins. */
  readonly replaces?: string;
};
export type EndDelegation = Act & {
  readonly type: 'EndDelegation';
  readonly register: PartyCode;
  readonly delegationId: string;
};
/** The case noted that its side repudiated what this person did then (I-67). */
export type EndRepudiatedDelegation = Act & {
  readonly type: 'EndRepudiatedDelegation';
  readonly register: PartyCode;
  readonly personId: PersonId;
  readonly doneAt: Instant;
};
export type DelegationCommand = NameHead | RecordDelegation | EndDelegation | EndRepudiatedDelegation;
export type RegisterCommand = DelegationCommand | KeyCommand;

/** One of the two named a head. */
export type HeadNamed = DomainEvent<'HeadNamed', NamedHead & { readonly party: PartyCode }>;
export type DelegationRecorded = DomainEvent<
  'DelegationRecorded',
  {
    readonly delegationId: string;
    readonly party: PartyCode;
    readonly personId: PersonId;
    readonly scope: DelegationScope;
    readonly authority: string;
    readonly from: Instant;
    readonly by: PersonId;
    /** The two who named the head together; empty where a head recorded it. */
    readonly namedBy: readonly Naming[];
  }
>;
export type DelegationEnded = DomainEvent<
  'DelegationEnded',
  {
    readonly delegationId: string;
    readonly party: PartyCode;
    readonly personId: PersonId;
    readonly scope: DelegationScope;
    readonly from: Instant;
    readonly endsAt: Instant;
    readonly replacedBy: string | null;
    readonly by: PersonId;
  }
>;
export type DelegationEvent = HeadNamed | DelegationRecorded | DelegationEnded;
export type RegisterEvent = DelegationEvent | KeyEvent;
