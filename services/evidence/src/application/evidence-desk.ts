import { commandIdOf, foldRecorded, handleCommand, sha256, type CommandContext, type CommandOutcome, type EventStore } from '@parley/event-store';
import { canonicalJson, type CaseId, type CommandId } from '@parley/kernel';
import { evidenceDecider } from '../domain/evidence.decider';
import type { EvidenceState } from '../domain/evidence-state';
import type { EvidenceCommand, KnowledgeCommand, NoteDamage } from '../domain/exhibit-commands';
import { exhibitsStream } from './streams';

export interface EvidenceAt {
  readonly state: EvidenceState;
  /** Revision of the case's stream; -1 when there is none. */
  readonly revision: number;
}

/** Reads and changes the evidence of cases. Everything that changes it goes through here. */
export class EvidenceDesk {
  constructor(
    private readonly store: EventStore,
    private readonly currentRuleSet: string,
  ) {}

  /** Decides a command and records what it brings about. */
  act(caseId: CaseId, command: EvidenceCommand, context: CommandContext): Promise<CommandOutcome<EvidenceState>> {
    return handleCommand(this.store, evidenceDecider, exhibitsStream(caseId), command, context);
  }

  /** Records what another context tells. @throws when it cannot be recorded: then the message is parked, not lost */
  async learn(caseId: CaseId, command: KnowledgeCommand, eventId: string, commandId: CommandId): Promise<void> {
    await this.proceed(caseId, command, 'case-knowledge', { kind: 'event', id: eventId }, commandId);
  }

  /** Puts on record that a read found other bytes than those accepted. */
  async noteDamage(caseId: CaseId, command: NoteDamage): Promise<void> {
    const commandId = commandIdOf('damage', caseId, command.number, command.copy, command.found, command.at);
    await this.proceed(caseId, command, 'integrity', { kind: 'command', id: commandId, bodyDigest: sha256(canonicalJson(command)) }, commandId);
  }

  async read(caseId: CaseId): Promise<EvidenceAt> {
    const history = await this.store.read(exhibitsStream(caseId));
    return { state: foldRecorded(evidenceDecider, history), revision: history.length - 1 };
  }

  /** A case is pinned to the version under which it was registered; before that, the current one holds. */
  ruleSetOf(state: EvidenceState): string {
    return state.status === 'unknown' ? this.currentRuleSet : (state.registration?.ruleSetVersion ?? this.currentRuleSet);
  }

  private async proceed(caseId: CaseId, command: EvidenceCommand, process: string, cause: CommandContext['cause'], commandId: CommandId): Promise<void> {
    const { state } = await this.read(caseId);
    const actor = { kind: 'system', process } as const;
    const outcome = await this.act(caseId, command, { commandId, cause, actor, ruleSetVersion: this.ruleSetOf(state) });
    if (outcome.kind !== 'done') throw new Error(`${command.type} in case ${caseId} could not be recorded: ${outcome.kind}`);
  }
}
