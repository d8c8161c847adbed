import {
  domainEventOf,
  handleCommand,
  readState,
  type CommandContext,
  type CommandOutcome,
  type EventStore,
  type StateAt,
  type RulesInForce,
} from '@parley/event-store';
import {
  refusalBeforeBody,
  type CaseId,
  type CommandId,
  type Instant,
  type PersonId,
  type Refused,
} from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import type { CaseCommand } from '../domain/case-commands';
import { caseDecider } from '../domain/case.decider';
import type { CaseEvent } from '../domain/case-events';
import type { CaseState } from '../domain/case-state';
import { caseStream } from './streams';

export type CaseAt = StateAt<CaseState>;

/** Reads and changes the intake's part of cases. Everything that changes one goes through here. */
export class CaseDesk {
  private readonly decider;

  constructor(
    private readonly store: EventStore,
    clocksOf: ClocksOf,
    readonly ruleSetVersion: RulesInForce,
  ) {
    this.decider = caseDecider(clocksOf);
  }

  /** Decides a command and records what it brings about. */
  act(caseId: CaseId, command: CaseCommand, context: CommandContext): Promise<CommandOutcome<CaseState>> {
    return handleCommand(this.store, this.decider, caseStream(caseId), command, context);
  }

  /** Decides a command of a process, such as a deadline that passed. It is the same command each time it is sent. */
  async proceed(
    caseId: CaseId,
    command: CaseCommand,
    process: string,
    cause: CommandContext['cause'],
    commandId: CommandId,
  ): Promise<void> {
    const outcome = await this.act(caseId, command, {
      commandId,
      cause,
      actor: { kind: 'system', process },
      ruleSetVersion: this.ruleSetVersion,
    });
    if (outcome.kind === 'contended') throw new Error(`case ${caseId} is contended`);
  }

  /**
   * Why an act would be refused now whatever its body says; `undefined` when nothing stands against it so far.
   * @param known what is known of its command without the body
   */
  async barTo(caseId: CaseId, known: Partial<CaseCommand>): Promise<Refused | undefined> {
    const { state } = await this.read(caseId);
    return refusalBeforeBody<CaseCommand, CaseState>((command, at) => this.decider.decide(command, at), known, state);
  }

  /** Whom a case's filings named as their contact, in any of its rounds. */
  async contactsOf(caseId: CaseId): Promise<readonly PersonId[]> {
    const filings = (await this.store.read(caseStream(caseId))).map((event) => domainEventOf(event) as CaseEvent);
    return filings.flatMap((event) =>
      'contact' in event.data && event.data.contact !== null ? [event.data.contact] : [],
    );
  }

  /**
   * Reads a case from its own events.
   * @param asOf show it as it was recorded at this instant
   */
  read(caseId: CaseId, asOf?: Instant): Promise<CaseAt> {
    return readState(this.store, this.decider, caseStream(caseId), asOf);
  }
}
