import type { CaseParties, Instant, PersonId, Side } from '@parley/kernel';
import type { FullRoster, RuleSet } from '@parley/procedure';
import { monthAt, onDuty } from './duty.rules';
import {
  asMember,
  bookOf,
  countingNames,
  registerAfter,
  type Register,
  type Roster,
  type RosterEvent,
} from './register.rules';

/** Who of a side may be named or drawn in a case. */
export interface Standing {
  readonly members: Roster;
  /** Who of them serves in urgent matters. */
  readonly duty: readonly PersonId[];
}

export type StandingOfBoth = Readonly<Record<Side, Standing>>;

/** Everybody of both rosters. */
export const standingNames = ({ complainant, respondent }: StandingOfBoth): readonly PersonId[] =>
  [complainant, respondent].flatMap(({ members }) => members.map(({ personId }) => personId));

/** Both rosters without some persons. */
export function withoutPersons(
  { complainant, respondent }: StandingOfBoth,
  persons: readonly PersonId[],
): StandingOfBoth {
  const free = ({ members, duty }: Standing): Standing => ({
    members: members.filter(({ personId }) => !persons.includes(personId)),
    duty: duty.filter((person) => !persons.includes(person)),
  });
  return { complainant: free(complainant), respondent: free(respondent) };
}

/** True of a roster to which names may be added for a case under way. */
export const isShort = ({ members, duty }: Standing, urgent: boolean, full: FullRoster): boolean =>
  members.length < full.members || (urgent && duty.length < full.duty);

const SIDES: readonly Side[] = ['complainant', 'respondent'];

/** The rosters as they freeze for a case at its filing. */
export function frozenAt(
  events: readonly RosterEvent[],
  parties: CaseParties,
  at: Instant,
  seat: RuleSet['seat'],
): StandingOfBoth {
  const register = registerAt(events, at);
  const of = (side: Side): Standing => {
    const book = bookOf(register, parties[side]);
    return { members: countingNames(book), duty: onDuty(book, monthAt(at, seat)) };
  };
  return { complainant: of('complainant'), respondent: of('respondent') };
}

/** Both rosters as they stood at an instant in law. */
export const registerAt = (events: readonly RosterEvent[], at: Instant): Register =>
  events.filter(({ occurredAt }) => occurredAt <= at).reduce(registerAfter, {});

/** A case for which rosters are frozen. */
export interface FrozenFor {
  readonly parties: CaseParties;
  readonly frozenAt: Instant;
  /** Up to when a short roster can be filled up, by side: its nominations are due then. */
  readonly fillableUntil: Readonly<Record<Side, Instant>>;
  readonly full: FullRoster;
}

/**
 * Who stands for a case at an instant: who stood at the filing, without those who have taken the acceptance back since,
 * and with those who filled a short roster up in time, in the order in which they accepted. Who takes the acceptance
 * back makes no room for another, else a side could choose anew in reaction to the case.
 */
export function standingIn(
  events: readonly RosterEvent[],
  { parties, frozenAt: since, fillableUntil, full }: FrozenFor,
  at: Instant,
  seat: RuleSet['seat'],
): StandingOfBoth {
  let register = registerAt(events, since);
  const frozen = frozenAt(events, parties, since, seat);
  let standing = frozen;
  for (const event of events) {
    if (event.occurredAt <= since || event.occurredAt > at) continue;
    register = registerAfter(register, event);
    const side = SIDES.find((each) => parties[each] === event.data.roster);
    if (!side) continue;
    const open = event.occurredAt < fillableUntil[side];
    standing = {
      ...standing,
      [side]: after(standing, side, event, register, { parties, frozen, open, full, month: monthAt(since, seat) }),
    };
  }
  return standing;
}

interface Filling {
  readonly parties: CaseParties;
  readonly frozen: StandingOfBoth;
  readonly open: boolean;
  readonly full: FullRoster;
  readonly month: string;
}

function after(
  both: StandingOfBoth,
  side: Side,
  event: RosterEvent,
  register: Register,
  { parties, frozen, open, full, month }: Filling,
): Standing {
  const { members, duty } = both[side];
  const book = bookOf(register, parties[side]);
  switch (event.type) {
    case 'AcceptanceTakenBack': {
      const { by } = event.data;
      return {
        members: members.filter(({ personId }) => personId !== by),
        duty: duty.filter((person) => person !== by),
      };
    }
    case 'PlaceAccepted': {
      const { by } = event.data;
      const listing = book.members.find(({ personId }) => personId === by);
      const known = SIDES.some((each) => both[each].members.some(({ personId }) => personId === by));
      const gone = frozen[side].members.filter((each) => !members.some(({ personId }) => personId === each.personId));
      if (!open || !listing || known || members.length + gone.length >= full.members) return both[side];
      return { members: [...members, asMember(listing)], duty: book.duty[month] ? duty : [...duty, by] };
    }
    case 'DutyRosterFiled': {
      const more = event.data.members.filter(
        (person) => !duty.includes(person) && members.some(({ personId }) => personId === person),
      );
      const gone = frozen[side].duty.filter((person) => !duty.includes(person));
      const room = Math.max(full.duty - duty.length - gone.length, 0);
      return open && event.data.month === month ? { members, duty: [...duty, ...more.slice(0, room)] } : both[side];
    }
    default:
      return both[side];
  }
}
