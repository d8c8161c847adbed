import { domainEventOf, foldRecorded, handleCommand, type CommandContext, type CommandOutcome, type EventStore } from '@parley/event-store';
import { fold, type Instant, type PartyCode } from '@parley/kernel';
import { happenedBy, type Roster, type RosterCommand, type RosterEvent } from '../domain/roster/roster';
import { rosterDecider } from '../domain/roster/roster.decider';
import { rosterStream } from './streams';

export interface RosterAt {
  readonly roster: Roster;
  /** Revision of the roster's stream; -1 when nobody was ever listed. */
  readonly revision: number;
}

/** Reads and changes the two rosters. */
export class RosterDesk {
  constructor(private readonly store: EventStore) {}

  act(command: RosterCommand, context: CommandContext): Promise<CommandOutcome<Roster>> {
    return handleCommand(this.store, rosterDecider, rosterStream(command.roster), command, context);
  }

  async read(party: PartyCode): Promise<RosterAt> {
    const history = await this.store.read(rosterStream(party));
    return { roster: foldRecorded(rosterDecider, history), revision: history.length - 1 };
  }

  /** A roster as it stood at an instant in law: what a panel freezes. */
  async asOf(party: PartyCode, at: Instant): Promise<Roster> {
    const history = await this.store.read(rosterStream(party));
    const events = history.map((recorded) => domainEventOf(recorded) as RosterEvent);
    return fold(rosterDecider, events.filter((event) => happenedBy(event, at)));
  }
}
