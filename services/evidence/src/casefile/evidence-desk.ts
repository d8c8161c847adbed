import { knownFrom, rememberingKnown, type Known } from '@parley/contracts';
import {
  commandIdOf,
  handleCommand,
  readState,
  sha256,
  streamName,
  type CommandContext,
  type CommandOutcome,
  type EventStore,
  type RulesInForce,
  type StateAt,
  type StreamName,
} from '@parley/event-store';
import { canonicalJson, type CaseId, type CommandId, type Instant } from '@parley/kernel';
import type { Facts } from '@parley/messaging';
import type { ClocksOf } from '@parley/procedure';
import type { EvidenceCommand, NoteCalendar, NoteDamage, ToldCommand } from '../exhibits/exhibit-commands.rules';
import type { ToldOfCase } from '../time/known-case.rules';
import { evidenceDecider, evidenceOf, type EvidenceState } from './casefile.rules';
import { takingOfEvidence } from './evidence.hears';

/** The evidence of a case, at a revision and by so many facts of others. */
export type EvidenceAt = StateAt<EvidenceState> & { readonly facts: number };

/** Reads and changes the evidence of cases. Everything that changes it goes through here. */
export class EvidenceDesk {
  private readonly decider;
  private readonly known = rememberingKnown(takingOfEvidence);

  constructor(
    private readonly store: EventStore,
    private readonly facts: Facts,
    clocksOf: ClocksOf,
    /** Now in force; before its registration it holds for every case. */
    readonly ruleSetVersion: RulesInForce,
  ) {
    this.decider = evidenceDecider(clocksOf);
  }

  /** Decides a command on what is known of the case, and records what it brings about. */
  async act(caseId: CaseId, command: EvidenceCommand, context: CommandContext): Promise<CommandOutcome<EvidenceState>> {
    const known = await this.knownOf(caseId);
    const told = known.view;
    const ruleSetVersion = told.registration?.ruleSetVersion ?? context.ruleSetVersion;
    const outcome = await handleCommand(
      this.store,
      this.decider,
      exhibitsStream(caseId),
      { command, told },
      { ...context, ruleSetVersion, known },
    );
    return outcome.kind === 'done' ? { ...outcome, state: evidenceOf(outcome.state, told) } : outcome;
  }

  /**
   * Does here what another context's message calls for. @throws when it cannot be recorded: then the message is parked,
   * not lost
   */
  async follow(caseId: CaseId, command: ToldCommand, eventId: string, commandId: CommandId): Promise<void> {
    await this.proceed(caseId, command, 'hearing', { kind: 'event', id: eventId }, commandId);
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

  /** @param asOf as it was recorded at this instant, here and by those who told of it */
  async read(caseId: CaseId, asOf?: Instant): Promise<EvidenceAt> {
    const { view, count } = await this.knownOf(caseId, asOf);
    const { state, revision } = await readState(this.store, this.decider, exhibitsStream(caseId), asOf);
    return { state: evidenceOf(state, view), revision, facts: count };
  }

  private async knownOf(caseId: CaseId, asOf?: Instant): Promise<Known<ToldOfCase>> {
    const facts = await this.facts.of(caseId);
    return asOf === undefined ? this.known(facts) : knownFrom(takingOfEvidence, facts, asOf);
  }

  private async proceed(
    caseId: CaseId,
    command: EvidenceCommand,
    process: string,
    cause: CommandContext['cause'],
    commandId: CommandId,
  ): Promise<void> {
    const { ruleSetVersion } = this;
    const outcome = await this.act(caseId, command, {
      commandId,
      cause,
      actor: { kind: 'system', process },
      ruleSetVersion,
    });
    if (outcome.kind !== 'done')
      throw new Error(`${command.type} in case ${caseId} could not be recorded: ${outcome.kind}`);
  }
}

/** The evidence of each case. */
export const EXHIBITS_CATEGORY = 'evidence.exhibits';

export const exhibitsStream = (caseId: CaseId): StreamName => streamName(EXHIBITS_CATEGORY, caseId);
