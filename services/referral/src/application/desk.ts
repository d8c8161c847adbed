import {
  handleCommand,
  readState,
  type CommandContext,
  type CommandOutcome,
  type EventStore,
  type StateAt,
  type StreamName,
  type RulesInForce,
} from '@parley/event-store';
import type { CommandId, Decider, DomainEvent, Instant } from '@parley/kernel';

/** What a desk keeps: which streams, under which decider, and which command opens one. */
export interface Office<Id extends string, Command, State, Event extends DomainEvent> {
  readonly decider: Decider<Command, State, Event>;
  streamOf(id: Id): StreamName;
  /** True for what may be the first that is heard of a thing; everything else waits for it. */
  opens(command: Command): boolean;
}

/**
 * Reads and changes things of one kind, each from its own events. Everything that changes one goes through its desk.
 */
export class Desk<Id extends string, Command, State, Event extends DomainEvent> {
  constructor(
    private readonly store: EventStore,
    readonly ruleSetVersion: RulesInForce,
    private readonly office: Office<Id, Command, State, Event>,
  ) {}

  /** Decides a command and records what it brings about. */
  act(id: Id, command: Command, context: CommandContext): Promise<CommandOutcome<State>> {
    return handleCommand(this.store, this.office.decider, this.office.streamOf(id), command, context);
  }

  /**
   * Decides a command of a process, such as a deadline that passed. It is the same command each time it is sent; a
   * refusal is an outcome.
   * @throws when others kept winning, so that it is tried again
   */
  async proceed(
    id: Id,
    command: Command,
    process: string,
    cause: CommandContext['cause'],
    commandId: CommandId,
  ): Promise<void> {
    const opensStream = this.office.opens(command);
    const context: CommandContext = {
      commandId,
      cause,
      actor: { kind: 'system', process },
      ruleSetVersion: this.ruleSetVersion,
      opensStream,
    };
    const outcome = await this.act(id, command, context);
    if (outcome.kind === 'contended') throw new Error(`${this.office.streamOf(id)} is contended`);
  }

  /**
   * Reads a thing from its own events.
   * @param asOf as it was recorded at this instant
   */
  read(id: Id, asOf?: Instant): Promise<StateAt<State>> {
    return readState(this.store, this.office.decider, this.office.streamOf(id), asOf);
  }
}
