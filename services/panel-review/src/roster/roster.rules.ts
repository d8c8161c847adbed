import {
  accept,
  refuse,
  type Decider,
  type DomainEvent,
  type Instant,
  type IsoDate,
  type Language,
  type PartyCode,
  type PersonId,
} from '@parley/kernel';
import { seatDate, type RuleSet } from '@parley/procedure';
import type { Act } from '../panel/panel-state.rules';
import { rosterRefusals, stateAvailability } from './availability.rules';

/** An eligible person as the roster shows one: without a name, only with what matters for a nomination. */
export interface RosterMember {
  readonly personId: PersonId;
  /** Fields of law or trade, such as `subsidies`. */
  readonly expertise: readonly string[];
  readonly languages: readonly Language[];
}

/** What a member says about being available. It informs those who nominate, and takes nobody out of a draw. */
export interface AvailabilityStatement {
  readonly availability: 'available' | 'limited' | 'unavailable';
  /** The last day for which it holds; `null` when it holds until the next statement. */
  readonly until: IsoDate | null;
  /** Panels and other matters of the secretariat on which the member sits now. */
  readonly caseload: number;
  readonly statedAt: Instant;
}

/** A month at the seat, `2025-03`. */
type Month = string;

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
type FileDutyRoster = Act & {
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
/** The members of a side who serve in urgent matters in one month. A later filing replaces an earlier one. */
type DutyRosterFiled = DomainEvent<
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
  /** As filed, by month. A person who was removed from the roster since may still be named. */
  readonly duty: Readonly<Record<Month, readonly PersonId[]>>;
  /** The last statement of each member, by pseudonym. */
  readonly statements: Readonly<Record<string, AvailabilityStatement>>;
}

/** True when an event had happened by an instant: a panel freezes the roster as it stood when the panel was opened. */
export const happenedBy = (event: RosterEvent, at: Instant): boolean => event.occurredAt <= at;

/** The month of an instant at the seat. */
export const monthAt = (instant: Instant, seat: RuleSet['seat']): Month => seatDate(instant, seat).slice(0, 7);

/**
 * The members who serve in urgent matters in a month, in the order of the roster. When the side filed nothing, or none
 * of those whom it named is left, the whole roster is on duty: silence never blocks.
 */
export function onDuty({ members, duty }: RosterBook, month: Month): readonly PersonId[] {
  const listed = members.map(({ personId }) => personId);
  const named = listed.filter((person) => duty[month]?.includes(person));
  return named.length > 0 ? named : listed;
}

/** How far ahead a side may say who serves. */
const MONTHS_AHEAD = 12;

/**
 * A desk names the members of its roster who serve in urgent matters in a month. A new filing for the current month
 * counts from then on: a panel keeps those who were on duty when it was opened.
 */
export function fileDutyRoster(
  { by, receivedAt, month, members }: FileDutyRoster,
  book: RosterBook,
  seat: RuleSet['seat'],
) {
  const ahead = monthsBetween(monthAt(receivedAt, seat), month);
  if (ahead < 0) return refuse(rosterRefusals.dutyMonthPast, '/month');
  if (ahead > MONTHS_AHEAD) return refuse(rosterRefusals.dutyMonthTooFar, '/month');
  const stranger = members.findIndex((member) => !book.members.some(({ personId }) => personId === member));
  if (stranger >= 0) return refuse(rosterRefusals.notOnRosterOfDuty, `/members/${String(stranger)}`);
  if (book.duty[month]?.join() === members.join()) return accept();
  return accept<DutyRosterFiled>({
    type: 'DutyRosterFiled',
    occurredAt: receivedAt,
    rule: 'S6',
    tier: 'PUBLIC',
    data: { month, members, by },
  });
}

/** Each side acts on its own roster only. */
export const rosterBar = ({ party, roster }: RosterCommand) =>
  party === roster ? undefined : rosterRefusals.notOwnRoster;

export function listMember({ by, receivedAt, member }: ListMember, { members }: RosterBook) {
  if (member.personId === by) return refuse(rosterRefusals.ownName, '/personId');
  const listed = members.find(({ personId }) => personId === member.personId);
  if (listed && same(listed, member)) return accept();
  if (!listed && members.length >= MOST_MEMBERS) return refuse(rosterRefusals.rosterFull);
  return accept<MemberListed>({
    type: 'MemberListed',
    occurredAt: receivedAt,
    rule: 'S6',
    tier: 'PUBLIC',
    data: { member, by },
  });
}

export function removeMember({ by, receivedAt, personId }: RemoveMember, { members }: RosterBook) {
  if (!members.some((member) => member.personId === personId)) return refuse(rosterRefusals.notOnRoster);
  return accept<MemberRemoved>({
    type: 'MemberRemoved',
    occurredAt: receivedAt,
    rule: 'S6',
    tier: 'PUBLIC',
    data: { personId, by },
  });
}

const monthsBetween = (from: Month, to: Month): number => monthNumber(to) - monthNumber(from);

const monthNumber = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));

/** Both rosters are frozen into one event of each panel, and an event has its limit. */
const MOST_MEMBERS = 100;

const empty: RosterBook = { members: [], duty: {}, statements: {} };

/**
 * Each side keeps up its own roster. A roster that is frozen for a panel stays as it was.
 * @param seat by whose time months begin
 */
export const rosterDecider = (seat: RuleSet['seat']): Decider<RosterCommand, RosterBook, RosterEvent> => ({
  initial: empty,
  decide(command, book) {
    const bar = rosterBar(command);
    if (bar) return refuse(bar);
    switch (command.type) {
      case 'FileDutyRoster':
        return fileDutyRoster(command, book, seat);
      case 'StateAvailability':
        return stateAvailability(command, book);
      case 'ListMember':
        return listMember(command, book);
      case 'RemoveMember':
        return removeMember(command, book);
    }
  },
  evolve(book, event) {
    switch (event.type) {
      case 'MemberListed':
        return { ...book, members: [...without(book.members, event.data.member.personId), event.data.member] };
      case 'MemberRemoved':
        return { ...book, members: without(book.members, event.data.personId) };
      case 'DutyRosterFiled':
        return { ...book, duty: { ...book.duty, [event.data.month]: event.data.members } };
      case 'AvailabilityStated': {
        const { personId, availability, until, caseload } = event.data;
        return {
          ...book,
          statements: { ...book.statements, [personId]: { availability, until, caseload, statedAt: event.occurredAt } },
        };
      }
      default:
        return unknownEvent(event, book);
    }
  },
});

const unknownEvent = (_event: never, book: RosterBook): RosterBook => book;

const without = (roster: Roster, gone: RosterMember['personId']): Roster =>
  roster.filter(({ personId }) => personId !== gone);

const same = (one: RosterMember, other: RosterMember): boolean =>
  one.expertise.join('\n') === other.expertise.join('\n') && one.languages.join() === other.languages.join();
