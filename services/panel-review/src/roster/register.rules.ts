import type { DomainEvent, Instant, IsoDate, Language, PartyCode, PersonId } from '@parley/kernel';

/** An eligible person as the roster shows one: without a name, only with what matters for a nomination. */
export interface RosterMember {
  readonly personId: PersonId;
  /** Fields of law or trade, such as `subsidies`. */
  readonly expertise: readonly string[];
  readonly languages: readonly Language[];
}

/** A person whom a side lists. The listing counts from the person's own acceptance until that is taken back. */
export interface Listing extends RosterMember {
  readonly listedAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly takenBackAt: Instant | null;
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
export type Month = string;

/** Of whose roster, and by whom. */
interface Of {
  readonly roster: PartyCode;
  readonly by: PersonId;
}

/** How many names of the roster count after the event. */
interface Counted {
  readonly names: number;
}

export type MemberListed = DomainEvent<'MemberListed', Of & { readonly member: RosterMember }>;
/** The desk takes a person off its roster. Cases that were filed before keep the name. */
export type MemberUnlisted = DomainEvent<'MemberUnlisted', Of & Counted & { readonly personId: PersonId }>;
export type PlaceAccepted = DomainEvent<'PlaceAccepted', Of & Counted>;
export type AcceptanceTakenBack = DomainEvent<'AcceptanceTakenBack', Of & Counted>;
/** The members of a side who serve in urgent matters in one month. A later filing replaces an earlier one. */
export type DutyRosterFiled = DomainEvent<
  'DutyRosterFiled',
  Of & { readonly month: Month; readonly members: readonly PersonId[] }
>;
export type AvailabilityStated = DomainEvent<
  'AvailabilityStated',
  Omit<AvailabilityStatement, 'statedAt'> & Pick<Of, 'roster'> & { readonly personId: PersonId }
>;
export type RosterEvent =
  MemberListed | MemberUnlisted | PlaceAccepted | AcceptanceTakenBack | DutyRosterFiled | AvailabilityStated;

/** The names of one side that count. */
export type Roster = readonly RosterMember[];

/** All that one side keeps about its members. */
export interface RosterBook {
  /** In the order of listing. */
  readonly members: readonly Listing[];
  /** Persons who were unlisted and have not taken their acceptance back: earlier cases keep their names. */
  readonly unlisted: readonly Listing[];
  /** As filed, by month. A person who was removed from the roster since may still be named. */
  readonly duty: Readonly<Record<Month, readonly PersonId[]>>;
  /** The last statement of each member, by pseudonym. */
  readonly statements: Readonly<Record<string, AvailabilityStatement>>;
}

/** Both rosters, by the code of their side. They are one record, so that nobody can stand on both (I-66). */
export type Register = Readonly<Partial<Record<PartyCode, RosterBook>>>;

const empty: RosterBook = { members: [], unlisted: [], duty: {}, statements: {} };

export const bookOf = (register: Register, party: PartyCode): RosterBook => register[party] ?? empty;

/** True when the listed person has accepted. No other name counts. */
export const counts = ({ acceptedAt, takenBackAt }: Listing): boolean => acceptedAt !== null && takenBackAt === null;

/** The names that count for a case that is filed now. */
export const countingNames = ({ members }: RosterBook): Roster => members.filter(counts).map(asMember);

/** How many names count when one person's does not. */
export const countWithout = (book: RosterBook, person: PersonId): number =>
  countingNames(book).filter(({ personId }) => personId !== person).length;

export const asMember = ({ personId, expertise, languages }: RosterMember): RosterMember => ({
  personId,
  expertise,
  languages,
});

/** True when a person's name counts on the roster of another side. */
export const standsElsewhere = (register: Register, roster: PartyCode, person: PersonId): boolean =>
  Object.keys(register).some(
    (party) =>
      party !== roster &&
      countingNames(bookOf(register, party as PartyCode)).some(({ personId }) => personId === person),
  );

/** Total: an event that is not known leaves the register as it is. */
export function registerAfter(register: Register, event: RosterEvent): Register {
  const { roster } = event.data;
  return { ...register, [roster]: bookAfter(bookOf(register, roster), event) };
}

function bookAfter(book: RosterBook, event: RosterEvent): RosterBook {
  const { members, unlisted } = book;
  const { occurredAt: at } = event;
  switch (event.type) {
    case 'MemberListed': {
      const { member } = event.data;
      const before = members.find(({ personId }) => personId === member.personId);
      const { listedAt, acceptedAt, takenBackAt } = before ?? { listedAt: at, acceptedAt: null, takenBackAt: null };
      const listing = { ...asMember(member), listedAt, acceptedAt, takenBackAt };
      return { ...book, members: before ? replaced(members, listing) : [...members, listing] };
    }
    case 'MemberUnlisted': {
      const gone = members.find(({ personId }) => personId === event.data.personId);
      const left = members.filter((member) => member !== gone);
      return { ...book, members: left, unlisted: gone && counts(gone) ? [...without(unlisted, gone), gone] : unlisted };
    }
    case 'PlaceAccepted': {
      const said = (listing: Listing) => ({ ...listing, acceptedAt: at, takenBackAt: null });
      return { ...book, members: changed(members, event.data.by, said) };
    }
    case 'AcceptanceTakenBack': {
      const { by } = event.data;
      const said = (listing: Listing) => (counts(listing) ? { ...listing, takenBackAt: at } : listing);
      return {
        ...book,
        members: changed(members, by, said),
        unlisted: unlisted.filter(({ personId }) => personId !== by),
      };
    }
    case 'DutyRosterFiled':
      return { ...book, duty: { ...book.duty, [event.data.month]: event.data.members } };
    case 'AvailabilityStated': {
      const { personId, availability, until, caseload } = event.data;
      return {
        ...book,
        statements: { ...book.statements, [personId]: { availability, until, caseload, statedAt: at } },
      };
    }
    default:
      return unknownEvent(event, book);
  }
}

const unknownEvent = (_event: never, book: RosterBook): RosterBook => book;

const changed = (
  listings: readonly Listing[],
  person: PersonId,
  change: (listing: Listing) => Listing,
): readonly Listing[] => listings.map((listing) => (listing.personId === person ? change(listing) : listing));

const replaced = (listings: readonly Listing[], by: Listing): readonly Listing[] =>
  changed(listings, by.personId, () => by);

const without = (listings: readonly Listing[], gone: Listing): readonly Listing[] =>
  listings.filter(({ personId }) => personId !== gone.personId);
