import { handleCommand, readState, type CommandContext, type CommandOutcome, type EventStore, type StateAt } from '@parley/event-store';
import type { CaseId, CommandId, Instant } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import type { ReferralCommand } from '../domain/referral-commands';
import { referralDecider } from '../domain/referral.decider';
import type { ReferralState } from '../domain/referral-state';
import { referralStream } from './streams';

export type ReferralAt = StateAt<ReferralState>;

/** Reads and changes the referral's part of cases. Everything that changes one goes through here. */
export class ReferralDesk {
  private readonly decider;

  constructor(
    private readonly store: EventStore,
    clocksOf: ClocksOf,
    readonly ruleSetVersion: string,
  ) {
    this.decider = referralDecider(clocksOf);
  }

  /** Decides a command and records what it brings about. */
  act(caseId: CaseId, command: ReferralCommand, context: CommandContext): Promise<CommandOutcome<ReferralState>> {
    return handleCommand(this.store, this.decider, referralStream(caseId), command, context);
  }

  /**
   * Decides a command of a process, such as a deadline that passed. It is the same command each time it is sent; a refusal
   * is an outcome.
   * @throws when others kept winning, so that it is tried again
   */
  async proceed(caseId: CaseId, command: ReferralCommand, process: string, cause: CommandContext['cause'], commandId: CommandId): Promise<void> {
    const opensStream = command.type === 'LearnFact' && command.fact.kind === 'filed';
    const context: CommandContext = { commandId, cause, actor: { kind: 'system', process }, ruleSetVersion: this.ruleSetVersion, opensStream };
    const outcome = await this.act(caseId, command, context);
    if (outcome.kind === 'contended') throw new Error(`the referral of case ${caseId} is contended`);
  }

  /**
   * Reads a referral from its own events.
   * @param asOf as it was recorded at this instant
   */
  read(caseId: CaseId, asOf?: Instant): Promise<ReferralAt> {
    return readState(this.store, this.decider, referralStream(caseId), asOf);
  }
}
