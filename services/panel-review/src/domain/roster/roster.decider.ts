import { accept, refuse, type Decider } from '@parley/kernel';
import type { RuleSet } from '@parley/procedure';
import { refusals } from '../refusals';
import { stateAvailability } from './availability.decide';
import { fileDutyRoster } from './duty-roster.decide';
import type { Roster, RosterBook, RosterCommand, RosterEvent, RosterMember } from './roster';

/** Both rosters are frozen into one event of each panel, and an event has its limit. */
const MOST_MEMBERS = 100;

const empty: RosterBook = { members: [], duty: {}, statements: {} };

/**
 * Each side keeps up its own roster; what is frozen for a panel stays as it was.
 * @param seat at which months begin
 */
export const rosterDecider = (seat: RuleSet['seat']): Decider<RosterCommand, RosterBook, RosterEvent> => ({
  initial: empty,
  decide(command, book) {
    const { by, party, receivedAt } = command;
    if (party !== command.roster) return refuse(refusals.notOwnRoster);
    if (command.type === 'FileDutyRoster') return fileDutyRoster(command, book, seat);
    if (command.type === 'StateAvailability') return stateAvailability(command, book);
    const { members } = book;
    const about = { occurredAt: receivedAt, rule: 'S6', tier: 'PUBLIC' } as const;
    if (command.type === 'RemoveMember') {
      if (!members.some(({ personId }) => personId === command.personId)) return refuse(refusals.notOnRoster);
      return accept({ ...about, type: 'MemberRemoved', data: { personId: command.personId, by } });
    }
    if (command.member.personId === by) return refuse(refusals.ownName, '/personId');
    const listed = members.find(({ personId }) => personId === command.member.personId);
    if (listed && same(listed, command.member)) return accept();
    if (!listed && members.length >= MOST_MEMBERS) return refuse(refusals.rosterFull);
    return accept({ ...about, type: 'MemberListed', data: { member: command.member, by } });
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
