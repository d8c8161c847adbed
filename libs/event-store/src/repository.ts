import {
  refusalBeforeBody,
  type Actor,
  type Capacity,
  type Decider,
  type DomainEvent,
  type Informed,
  type Instant,
  type PersonId,
  type Refused,
} from '@parley/kernel';
import type { RecordedEvent } from './envelope';
import { allKnownTo } from './event-kinds';
import type { EventStore } from './event-store';
import { foldRecorded } from './fold-recorded';
import {
  handleCommand,
  otherCapacity,
  type CommandContext,
  type CommandOutcome,
  type Known,
  type RulesInForce,
} from './handle-command';
import { readState, type StateAt } from './read-state';
import { streamName, type StreamName } from './stream-name';

/** Where a service records, and the rules for things that are pinned to no version. */
export interface Recording {
  readonly store: EventStore;
  readonly ruleSetVersion: RulesInForce;
  /** Who acts in cases as what; where it is left out, nobody is asked. */
  readonly capacities?: Capacities;
}

/**
 * The capacities in which persons act in cases (I-05), as far as a service knows: from its own record, and from what
 * the others told, which is late by a moment.
 */
export interface Capacities {
  /** The case of a stream; `undefined` for a stream that is of no case. */
  caseOf(stream: StreamName): string | undefined;
  /** The capacity in which a person acted first in a case. */
  of(caseId: string, person: PersonId): Promise<Capacity | undefined>;
}

/** Which process acts, and in answer to what. */
export interface Proceeding extends Pick<CommandContext, 'commandId' | 'cause' | 'opensStream' | 'known'> {
  readonly process: string;
  /** The rules in force when left out. */
  readonly ruleSetVersion?: RulesInForce;
}

/**
 * Why an act would be refused whatever its body says; `undefined` when nothing stands against it so far.
 * @param said the part of its command that is known without the body
 * @param actor who would go on record
 */
export type AskedState<Command> = (said: Partial<Command>, actor: Actor) => Refused | undefined;

/**
 * Reads and changes things of one kind, each in a stream of its own. This is the only way to what a service keeps. Each
 * kind has its own class, and the service's routes ask for it by that class.
 */
abstract class Repository<Id extends string, Command extends object, State> {
  readonly ruleSetVersion: RulesInForce;
  protected readonly store: EventStore;
  readonly #capacities: Capacities | undefined;

  /** @param category first part of the names of its streams: `intake.case` */
  constructor(
    recording: Recording,
    private readonly category: string,
  ) {
    this.store = recording.store;
    this.ruleSetVersion = recording.ruleSetVersion;
    this.#capacities = recording.capacities;
  }

  /** Decides a command and records what it brings about. */
  abstract act(id: Id, command: Command, context: CommandContext): Promise<CommandOutcome<State>>;

  /** @param asOf as it was recorded at this instant */
  abstract read(id: Id, asOf?: Instant): Promise<StateAt<State>>;

  /** Reads the state once, for any number of questions about what one actor may do, in whatever role. */
  abstract asked(id: Id, who: Actor): Promise<AskedState<Command>>;

  /** Why an act would be refused now whatever its body says; `undefined` when nothing stands against it so far. */
  async barTo(id: Id, said: Partial<Command>, actor: Actor): Promise<Refused | undefined> {
    return (await this.asked(id, actor))(said, actor);
  }

  /**
   * Decides a command of a process, such as a deadline that passed. It is the same command each time it is sent; a
   * refusal is an outcome.
   * @throws when others kept winning, so that it is tried again
   */
  async proceed(id: Id, command: Command, { process, ...context }: Proceeding): Promise<CommandOutcome<State>> {
    const actor = { kind: 'system', process } as const;
    const outcome = await this.act(id, command, { ruleSetVersion: this.ruleSetVersion, ...context, actor });
    if (outcome.kind === 'contended') throw new Error(`what ${process} does in ${this.streamOf(id)} is contended`);
    return outcome;
  }

  /** What is known of a person who acts in the case of a thing; nothing where it is of no case, or new. */
  protected async inCase(id: Id, actor: Actor, opensStream = false): Promise<Pick<CommandContext, 'inCase'>> {
    const caseId = this.#capacities?.caseOf(this.streamOf(id));
    if (!this.#capacities || caseId === undefined || opensStream || actor.kind !== 'person') return {};
    return { inCase: { capacity: await this.#capacities.of(caseId, actor.personId) } };
  }

  /**
   * The state of a thing for decisions, and in which other capacity an actor has acted in its case.
   * @throws LaterEventError where a newer version recorded an unknown event
   */
  protected async decidable<S>(
    id: Id,
    decider: Pick<Decider<never, S, DomainEvent>, 'initial' | 'evolve'>,
    who: Actor,
  ): Promise<{ readonly state: S; readonly other: (actor: Actor) => Refused | undefined }> {
    const history = allKnownTo(this.store, await this.recorded(id));
    const inCase = await this.inCase(id, who);
    return {
      state: foldRecorded(decider, history),
      other: (actor) => otherCapacity({ actor, ...inCase }, history),
    };
  }

  /** All that was recorded of a thing. */
  recorded(id: Id): Promise<readonly RecordedEvent[]> {
    return this.store.read(this.streamOf(id));
  }

  streamOf(id: Id): StreamName {
    return streamName(this.category, id);
  }
}

/** Things whose state follows from what was recorded of them here alone. */
export class OwnRepository<Id extends string, Command extends object, State> extends Repository<Id, Command, State> {
  constructor(
    recording: Recording,
    category: string,
    private readonly decider: Decider<Command, State, DomainEvent>,
  ) {
    super(recording, category);
  }

  override async act(id: Id, command: Command, context: CommandContext): Promise<CommandOutcome<State>> {
    const inCase = await this.inCase(id, context.actor, context.opensStream);
    return handleCommand(this.store, this.decider, this.streamOf(id), command, { ...context, ...inCase });
  }

  override read(id: Id, asOf?: Instant): Promise<StateAt<State>> {
    return readState(this.store, this.decider, this.streamOf(id), asOf);
  }

  override async asked(id: Id, who: Actor): Promise<AskedState<Command>> {
    const { state, other } = await this.decidable(id, this.decider, who);
    const decide = (command: Command, at: State) => this.decider.decide(command, at);
    return (said, actor) => refusalBeforeBody(decide, said, state) ?? other(actor);
  }
}

/** A question about what others told of a thing. */
export interface AskedOf<Command> {
  /** As it had been recorded by this instant. */
  readonly asOf?: Instant | undefined;
  /** The state of the thing by what is recorded of it here, where that was read already. */
  readonly own?: unknown;
  /** With a command, the answer leaves out facts that the command does not rely on. */
  readonly command?: Command;
}

/** Things of one kind whose state follows from what others told of them, too. */
export interface InformedKind<Command, State, Told> {
  readonly category: string;
  /** It folds what is recorded here, and nothing of what others told. */
  readonly decider: Decider<Informed<Command, Told>, unknown, DomainEvent>;
  stateOf(own: unknown, told: Told): State;
  known(id: string, asked: AskedOf<Command>): Promise<Known<Told>>;
  /** The version of the rules to which it is pinned, as others told. */
  pinnedTo?(told: Told): string | null | undefined;
}

/** The state of a thing, and the facts of others behind it. */
export interface InformedAt<State, Told> extends StateAt<State> {
  readonly known: Known<Told>;
}

/**
 * Things whose state follows from what was recorded of them here and from what others told. Both are inputs to
 * decisions.
 */
export class InformedRepository<Id extends string, Command extends object, State, Told> extends Repository<
  Id,
  Command,
  State
> {
  constructor(
    recording: Recording,
    private readonly kind: InformedKind<Command, State, Told>,
  ) {
    super(recording, kind.category);
  }

  override async act(id: Id, command: Command, context: CommandContext): Promise<CommandOutcome<State>> {
    const { decider, stateOf, pinnedTo } = this.kind;
    const known = await this.kind.known(id, { command });
    const told = known.view;
    const ruleSetVersion = pinnedTo?.(told) ?? context.ruleSetVersion;
    const informed = { ...context, ruleSetVersion, known, ...(await this.inCase(id, context.actor)) };
    const outcome = await handleCommand(this.store, decider, this.streamOf(id), { command, told }, informed);
    return outcome.kind === 'done' ? { ...outcome, state: stateOf(outcome.state, told) } : outcome;
  }

  override async read(id: Id, asOf?: Instant): Promise<InformedAt<State, Told>> {
    const { state: own, revision } = await readState(this.store, this.kind.decider, this.streamOf(id), asOf);
    const known = await this.kind.known(id, { own, asOf });
    return { state: this.kind.stateOf(own, known.view), revision, known };
  }

  /** What others have told of a thing. */
  known(id: Id, asOf?: Instant): Promise<Known<Told>> {
    return this.kind.known(id, { asOf });
  }

  override async asked(id: Id, who: Actor): Promise<AskedState<Command>> {
    const { decider } = this.kind;
    const { state: own, other } = await this.decidable(id, decider, who);
    const { view: told } = await this.kind.known(id, { own });
    const decide = (command: Command, at: unknown) => decider.decide({ command, told }, at);
    return (said, actor) => refusalBeforeBody(decide, said, own) ?? other(actor);
  }
}
