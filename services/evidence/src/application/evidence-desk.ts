import {
  commandIdOf,
  handleCommand,
  readState,
  sha256,
  type CommandContext,
  type CommandOutcome,
  type EventStore,
  type StateAt,
  type RulesInForce,
} from '@parley/event-store';
import { canonicalJson, type CaseId, type CommandId, type Instant } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import { evidenceDecider } from '../domain/evidence.decider';
import type { EvidenceState } from '../domain/evidence-state';
import type { EvidenceCommand, NoteCalendar, ToldCommand, NoteDamage } from '../domain/exhibit-commands';
import { exhibitsStream } from './streams';

export type EvidenceAt = StateAt<EvidenceState>;

/** Reads and changes the evidence of cases. Everything that changes it goes through here. */
export class EvidenceDesk {
  private readonly decider;

  constructor(
    private readonly store: EventStore,
    clocksOf: ClocksOf,
    /** Now in force; before its registration it holds for every case. */
    readonly ruleSetVersion: RulesInForce,
  ) {
    this.decider = evidenceDecider(clocksOf);
  }

  /** Decides a command and records what it brings about. */
  act(caseId: CaseId, command: EvidenceCommand, context: CommandContext): Promise<CommandOutcome<EvidenceState>> {
    return handleCommand(this.store, this.decider, exhibitsStream(caseId), command, context);
  }

  /**
   * Records together what another context tells in one message. @throws when it cannot be recorded: then the message is
   * parked, not lost
   */
  async learn(caseId: CaseId, told: readonly ToldCommand[], eventId: string, commandId: CommandId): Promise<void> {
    if (told.length === 0) return;
    await this.proceed(
      caseId,
      { type: 'LearnTogether', told },
      'case-knowledge',
      { kind: 'event', id: eventId },
      commandId,
    );
  }

  /** Puts on record that a read found other bytes than those accepted. */
  async noteDamage(caseId: CaseId, command: NoteDamage): Promise<void> {
    const commandId = commandIdOf('damage', caseId, command.number, command.copy, command.found, command.at);
    await this.proceed(
      caseId,
      command,
      'integrity',
      { kind: 'command', id: commandId, bodyDigest: sha256(canonicalJson(command)) },
      commandId,
    );
  }

  /** Counts a case's clocks anew on calendars that were announced. */
  async noteCalendar(
    caseId: CaseId,
    command: NoteCalendar,
    cause: CommandContext['cause'],
    commandId: CommandId,
  ): Promise<void> {
    await this.proceed(caseId, command, 'calendars', cause, commandId);
  }

  /** Decides what silence does when a clock has run out. One that no longer runs changes nothing (I-18). */
  async expire(caseId: CaseId, deadlineId: string, commandId: CommandId): Promise<void> {
    await this.proceed(
      caseId,
      { type: 'ExpireDeadline', deadlineId },
      'deadlines',
      { kind: 'timer', id: deadlineId },
      commandId,
    );
  }

  /** @param asOf as it was recorded at this instant */
  read(caseId: CaseId, asOf?: Instant): Promise<EvidenceAt> {
    return readState(this.store, this.decider, exhibitsStream(caseId), asOf);
  }

  private async proceed(
    caseId: CaseId,
    command: EvidenceCommand,
    process: string,
    cause: CommandContext['cause'],
    commandId: CommandId,
  ): Promise<void> {
    const context = {
      commandId,
      cause,
      actor: { kind: 'system', process },
      ruleSetVersion: this.ruleSetVersion,
      opensStream: opensCase(command),
    } as const;
    const outcome = await this.act(caseId, command, context);
    if (outcome.kind !== 'done')
      throw new Error(`${command.type} in case ${caseId} could not be recorded: ${outcome.kind}`);
  }
}

const opensCase = (command: EvidenceCommand): boolean =>
  command.type === 'LearnTogether' && command.told.some(({ type }) => type === 'OpenCase');
