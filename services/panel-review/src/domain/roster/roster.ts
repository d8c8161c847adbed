import type { DomainEvent, Instant, Language, PartyCode, PersonId } from '@parley/kernel';
import type { Act } from '../acts';

/** An eligible person as the roster knows one: no name, only what a nomination turns on. */
export interface RosterMember {
  readonly personId: PersonId;
  /** Fields of law or trade, such as `subsidies`. */
  readonly expertise: readonly string[];
  readonly languages: readonly Language[];
}

export type ListMember = Act & { readonly type: 'ListMember'; readonly roster: PartyCode; readonly member: RosterMember };
export type RemoveMember = Act & { readonly type: 'RemoveMember'; readonly roster: PartyCode; readonly personId: PersonId };
export type RosterCommand = ListMember | RemoveMember;

export type MemberListed = DomainEvent<'MemberListed', { readonly member: RosterMember; readonly by: PersonId }>;
export type MemberRemoved = DomainEvent<'MemberRemoved', { readonly personId: PersonId; readonly by: PersonId }>;
export type RosterEvent = MemberListed | MemberRemoved;

/** One side's roster, in the order of listing. */
export type Roster = readonly RosterMember[];

/** True when an event had happened by an instant: a panel freezes the roster as it stood when the panel was opened. */
export const happenedBy = (event: RosterEvent, at: Instant): boolean => event.occurredAt <= at;
