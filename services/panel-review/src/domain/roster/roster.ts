import type { DomainEvent, Instant, IsoDate, Language, PartyCode, PersonId } from '@parley/kernel';
import type { Act } from '../acts';

/** An eligible person as the roster knows one: no name, only what a nomination turns on. */
export interface RosterMember {
  readonly personId: PersonId;
  /** Fields of law or trade, such as `subsidies`. */
  readonly expertise: readonly string[];
  readonly languages: readonly Language[];
}

/** What a member says of the time that there is. It informs who nominates; it takes nobody out of a draw. */
export interface AvailabilityStatement {
  readonly availability: 'available' | 'limited' | 'unavailable';
  /** Last day for which it is said; `null` until it is said otherwise. */
  readonly until: IsoDate | null;
  /** Panels and other matters of the secretariat on which the member sits now. */
  readonly caseload: number;
  readonly statedAt: Instant;
}

/** A month at the seat, `2025-03`. */
export type Month = string;

export type ListMember = Act & {
  readonly type: 'ListMember';
  readonly roster: PartyCode;
  readonly member: RosterMember;
};
export type RemoveMember = Act & {
  readonly type: 'RemoveMember';
  readonly roster: PartyCode;
  readonly personId: PersonId;
};
export type FileDutyRoster = Act & {
  readonly type: 'FileDutyRoster';
  readonly roster: PartyCode;
  readonly month: Month;
  readonly members: readonly PersonId[];
};
export type StateAvailability = Act &
  Omit<AvailabilityStatement, 'statedAt'> & { readonly type: 'StateAvailability'; readonly roster: PartyCode };
export type RosterCommand = ListMember | RemoveMember | FileDutyRoster | StateAvailability;

export type MemberListed = DomainEvent<'MemberListed', { readonly member: RosterMember; readonly by: PersonId }>;
export type MemberRemoved = DomainEvent<'MemberRemoved', { readonly personId: PersonId; readonly by: PersonId }>;
/** Who of a side serves in urgent matters in one month; filed again it takes the place of the former. */
export type DutyRosterFiled = DomainEvent<
  'DutyRosterFiled',
  { readonly month: Month; readonly members: readonly PersonId[]; readonly by: PersonId }
>;
export type AvailabilityStated = DomainEvent<
  'AvailabilityStated',
  Omit<AvailabilityStatement, 'statedAt'> & { readonly personId: PersonId }
>;
export type RosterEvent = MemberListed | MemberRemoved | DutyRosterFiled | AvailabilityStated;

/** One side's roster, in the order of listing. */
export type Roster = readonly RosterMember[];

/** All that one side keeps up about its members. */
export interface RosterBook {
  readonly members: Roster;
  /** As filed, by month; who was removed from the roster since may still be named. */
  readonly duty: Readonly<Record<Month, readonly PersonId[]>>;
  /** By pseudonym: the last that each member said. */
  readonly statements: Readonly<Record<string, AvailabilityStatement>>;
}

/** True when an event had happened by an instant: a panel freezes the roster as it stood when the panel was opened. */
export const happenedBy = (event: RosterEvent, at: Instant): boolean => event.occurredAt <= at;
