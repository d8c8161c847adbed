import {
  domainEventOf,
  foldRecorded,
  handleCommand,
  type CommandContext,
  type CommandOutcome,
  type EventStore,
} from '@parley/event-store';
import { fold, type Instant, type PartyCode } from '@parley/kernel';
import type { RuleSet } from '@parley/procedure';
import { happenedBy, type RosterBook, type RosterCommand, type RosterEvent } from '../domain/roster/roster';
import { rosterDecider } from '../domain/roster/roster.decider';
import { rosterStream } from './streams';

export interface RosterAt {
  readonly book: RosterBook;
  /** Revision of the roster's stream; -1 when nobody was ever listed. */
  readonly revision: number;
}

/** Reads and changes the two rosters. */
export class RosterDesk {
  private readonly decider;

  /** @param seat at which the months of duty begin */
  constructor(
    private readonly store: EventStore,
    seat: RuleSet['seat'],
  ) {
    this.decider = rosterDecider(seat);
  }

  act(command: RosterCommand, context: CommandContext): Promise<CommandOutcome<RosterBook>> {
    return handleCommand(this.store, this.decider, rosterStream(command.roster), command, context);
  }

  async read(party: PartyCode): Promise<RosterAt> {
    const history = await this.store.read(rosterStream(party));
    return { book: foldRecorded(this.decider, history), revision: history.length - 1 };
  }

  /** A roster as it stood at an instant in law: what a panel freezes. */
  async asOf(party: PartyCode, at: Instant): Promise<RosterBook> {
    const history = await this.store.read(rosterStream(party));
    const events = history.map((recorded) => domainEventOf(recorded) as RosterEvent);
    return fold(
      this.decider,
      events.filter((event) => happenedBy(event, at)),
    );
  }
}
