import { accept, refuse, type Decider, type PartyCode, type PersonId } from '@parley/kernel';
import type { RuleSet } from '@parley/procedure';
import type { Act } from '../panel/panel-state.rules';
import { acceptPlace, takeAcceptanceBack, type AcceptPlace, type TakeAcceptanceBack } from './acceptance.rules';
import { rosterRefusals, stateAvailability } from './availability.rules';
import { fileDutyRoster } from './duty.rules';
import {
  bookOf,
  countWithout,
  registerAfter,
  standsElsewhere,
  type AvailabilityStatement,
  type MemberListed,
  type MemberUnlisted,
  type Month,
  type Register,
  type RosterEvent,
  type RosterMember,
} from './register.rules';

/** An act on the register. */
export type OnRoster = Act & {
  /** Code of the side whose roster it is. */
  readonly roster: PartyCode;
};
export type ListMember = OnRoster & { readonly type: 'ListMember'; readonly member: RosterMember };
export type RemoveMember = OnRoster & { readonly type: 'RemoveMember'; readonly personId: PersonId };
export type FileDutyRoster = OnRoster & {
  readonly type: 'FileDutyRoster';
  readonly month: Month;
  readonly members: readonly PersonId[];
};
export type StateAvailability = OnRoster &
  Omit<AvailabilityStatement, 'statedAt'> & { readonly type: 'StateAvailability' };
export type RosterCommand =
  ListMember | RemoveMember | AcceptPlace | TakeAcceptanceBack | FileDutyRoster | StateAvailability;

/** Each side acts on its own. */
export const rosterBar = ({ party, roster }: OnRoster) => (party === roster ? undefined : rosterRefusals.notOwnRoster);

export function listMember({ by, roster, receivedAt, member }: ListMember, register: Register) {
  if (member.personId === by) return refuse(rosterRefusals.ownName, '/personId');
  const { members } = bookOf(register, roster);
  const listed = members.find(({ personId }) => personId === member.personId);
  if (listed && same(listed, member)) return accept();
  if (!listed && standsElsewhere(register, roster, member.personId))
    return refuse(rosterRefusals.onOtherRoster, '/personId');
  if (!listed && members.length >= MOST_MEMBERS) return refuse(rosterRefusals.rosterFull);
  return accept<MemberListed>({
    type: 'MemberListed',
    occurredAt: receivedAt,
    rule: 'S6',
    tier: 'PUBLIC',
    data: { roster, member, by },
  });
}

export function removeMember({ by, roster, receivedAt, personId }: RemoveMember, register: Register) {
  const book = bookOf(register, roster);
  if (!book.members.some((member) => member.personId === personId)) return refuse(rosterRefusals.notOnRoster);
  return accept<MemberUnlisted>({
    type: 'MemberUnlisted',
    occurredAt: receivedAt,
    rule: 'S6',
    tier: 'PUBLIC',
    data: { roster, personId, by, names: countWithout(book, personId) },
  });
}

/** Both rosters are frozen into one event of each panel, and an event has its limit. */
const MOST_MEMBERS = 100;

/**
 * Each side keeps up its own roster. A roster that is frozen for a panel stays as it was.
 * @param seat by whose time months begin
 */
export const rosterDecider = (seat: RuleSet['seat']): Decider<RosterCommand, Register, RosterEvent> => ({
  initial: {},
  decide(command, register) {
    const bar = rosterBar(command);
    if (bar) return refuse(bar);
    const book = bookOf(register, command.roster);
    switch (command.type) {
      case 'FileDutyRoster':
        return fileDutyRoster(command, book, seat);
      case 'StateAvailability':
        return stateAvailability(command, book);
      case 'ListMember':
        return listMember(command, register);
      case 'RemoveMember':
        return removeMember(command, register);
      case 'AcceptPlace':
        return acceptPlace(command, register);
      case 'TakeAcceptanceBack':
        return takeAcceptanceBack(command, book);
    }
  },
  evolve: registerAfter,
});

const same = (one: RosterMember, other: RosterMember): boolean =>
  one.expertise.join('\n') === other.expertise.join('\n') && one.languages.join() === other.languages.join();
