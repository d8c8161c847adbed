import type { DomainEvent, Instant, PartyCode, PersonId } from '@parley/kernel';
import type { Act } from '../case-commands';

/** Who heads a desk keeps its register of delegations; an officer acts for the party and keeps nothing. */
export const DELEGATION_SCOPES = ['head', 'officer'] as const;
export type DelegationScope = (typeof DELEGATION_SCOPES)[number];

/** The word of a party that a person speaks for it: by which authority, and from when to when. */
export interface Delegation {
  readonly id: string;
  readonly personId: PersonId;
  readonly scope: DelegationScope;
  /** The instrument behind it, such as a letter of credence with its date. */
  readonly authority: string;
  readonly from: Instant;
  readonly recordedBy: PersonId;
  readonly recordedAt: Instant;
  /** First instant at which it is over; `null` while no end is recorded. */
  readonly endsAt: Instant | null;
  /** Id of the delegation that took its place. */
  readonly replacedBy: string | null;
}

/** The delegations of one party, those that are over among them, in the order in which they were recorded. */
export type PartyRegister = readonly Delegation[];

/** True while a delegation is in force: from its beginning on, and not at its end any more. */
export const inForce = ({ from, endsAt }: Pick<Delegation, 'from' | 'endsAt'>, at: Instant): boolean =>
  from <= at && (endsAt === null || at < endsAt);

export type RecordDelegation = Act & {
  readonly type: 'RecordDelegation';
  readonly register: PartyCode;
  readonly delegationId: string;
  readonly personId: PersonId;
  readonly scope: DelegationScope;
  readonly authority: string;
  /** When it begins; at the receipt of the act when left out. */
  readonly from?: Instant;
  /** The delegation in whose place it comes, which ends when this one begins. */
  readonly replaces?: string;
};
export type EndDelegation = Act & {
  readonly type: 'EndDelegation';
  readonly register: PartyCode;
  readonly delegationId: string;
};
export type DelegationCommand = RecordDelegation | EndDelegation;

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
export type DelegationEvent = DelegationRecorded | DelegationEnded;
