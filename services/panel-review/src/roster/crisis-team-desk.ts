import {
  domainEventOf,
  foldRecorded,
  handleCommand,
  readState,
  type CommandContext,
  type CommandOutcome,
  type EventStore,
  type StateAt,
} from '@parley/event-store';
import { fold, type CommandId, type Instant, type PartyCode } from '@parley/kernel';
import type { RuleSet } from '@parley/procedure';
import { drawSecret } from '../composition/draw-secret';
import { crisisTeamStream, rosterStream } from '../panel/panel-desk';
import { crisisTeamDecider, type CrisisTeam, type DutyOf } from './availability.rules';
import {
  happenedBy,
  monthAt,
  onDuty,
  rosterDecider,
  type RosterBook,
  type RosterCommand,
  type RosterEvent,
} from './roster.rules';

/** What the intake told of a request that nobody acknowledged. */
export interface CrisisTeamCall {
  readonly hotlineId: string;
  readonly subject: string;
  readonly parties: readonly [PartyCode, PartyCode];
  readonly membersPerSide: number;
  readonly ruleSetVersion: string;
  readonly at: Instant;
}

/** Draws crisis teams from the duty rosters as they stood at the call, and reads them. */
export class CrisisTeamDesk {
  constructor(
    private readonly store: EventStore,
    private readonly rosters: RosterDesk,
    private readonly derivationKey: Uint8Array,
    private readonly seat: RuleSet['seat'],
  ) {}

  async draw(
    call: CrisisTeamCall,
    cause: { readonly kind: 'event'; readonly id: string },
    commandId: CommandId,
  ): Promise<void> {
    const { hotlineId, subject, parties, membersPerSide, ruleSetVersion, at } = call;
    const sides = await Promise.all([this.dutyOf(parties[0], at), this.dutyOf(parties[1], at)]);
    const command = {
      type: 'DrawCrisisTeam',
      hotlineId,
      subject,
      sides,
      membersPerSide,
      at,
      drawSecret: drawSecret(this.derivationKey, hotlineId),
    } as const;
    const context = { commandId, cause, actor: { kind: 'system', process: 'crisis-team' }, ruleSetVersion } as const;
    const { kind } = await handleCommand(this.store, crisisTeamDecider, crisisTeamStream(hotlineId), command, context);
    if (kind === 'contended') throw new Error(`crisis team ${hotlineId} is contended`);
  }

  read(hotlineId: string): Promise<StateAt<CrisisTeam | null>> {
    return readState(this.store, crisisTeamDecider, crisisTeamStream(hotlineId));
  }

  private async dutyOf(party: PartyCode, at: Instant): Promise<DutyOf> {
    const book = await this.rosters.asOf(party, at);
    return {
      party,
      roster: book.members.map(({ personId }) => personId),
      onDuty: onDuty(book, monthAt(at, this.seat)),
    };
  }
}

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
