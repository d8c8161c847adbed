import { accept, refuse, type Decider } from '@parley/kernel';
import { refusals } from '../refusals';
import type { Roster, RosterCommand, RosterEvent, RosterMember } from './roster';

/** Both rosters are frozen into one event of each panel, and an event has its limit. */
const MOST_MEMBERS = 100;

/** Each side keeps up its own roster; what is frozen for a panel stays as it was. */
export const rosterDecider: Decider<RosterCommand, Roster, RosterEvent> = {
  initial: [],
  decide(command, roster) {
    const { by, party, receivedAt } = command;
    if (party !== command.roster) return refuse(refusals.notOwnRoster);
    const about = { occurredAt: receivedAt, rule: 'S6', tier: 'PUBLIC' } as const;
    if (command.type === 'RemoveMember') {
      if (!roster.some(({ personId }) => personId === command.personId)) return refuse(refusals.notOnRoster);
      return accept({ ...about, type: 'MemberRemoved', data: { personId: command.personId, by } });
    }
    if (command.member.personId === by) return refuse(refusals.ownName, '/personId');
    const listed = roster.find(({ personId }) => personId === command.member.personId);
    if (listed && same(listed, command.member)) return accept();
    if (!listed && roster.length >= MOST_MEMBERS) return refuse(refusals.rosterFull);
    return accept({ ...about, type: 'MemberListed', data: { member: command.member, by } });
  },
  evolve(roster, event) {
    switch (event.type) {
      case 'MemberListed':
        return [...without(roster, event.data.member.personId), event.data.member];
      case 'MemberRemoved':
        return without(roster, event.data.personId);
      default:
        return unknownEvent(event, roster);
    }
  },
};

const unknownEvent = (_event: never, roster: Roster): Roster => roster;

const without = (roster: Roster, gone: RosterMember['personId']): Roster => roster.filter(({ personId }) => personId !== gone);

const same = (one: RosterMember, other: RosterMember): boolean =>
  one.expertise.join('\n') === other.expertise.join('\n') && one.languages.join() === other.languages.join();
