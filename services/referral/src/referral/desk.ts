import {
  handleCommand,
  readState,
  streamName,
  type CommandContext,
  type CommandOutcome,
  type EventStore,
  type RulesInForce,
  type StateAt,
  type StreamName,
} from '@parley/event-store';
import type { CaseId, CommandId, Decider, DomainEvent, Instant } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import type { Agreements } from '../compliance/agreement-desk';
import type { SettlementDesk } from '../settlement/settlement-desk';
import type { ReferralCommand } from './common-refusals.rules';
import type { ReferralState } from './referral-state.rules';
import { referralDecider, type ReferralEvent } from './referral.rules';

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

export type ReferralAt = StateAt<ReferralState>;

/** The referral's part of cases: exit notices and dossiers. */
export class ReferralDesk extends Desk<CaseId, ReferralCommand, ReferralState, ReferralEvent> {
  constructor(store: EventStore, clocksOf: ClocksOf, ruleSetVersion: RulesInForce) {
    super(store, ruleSetVersion, {
      decider: referralDecider(clocksOf),
      streamOf: referralStream,
      opens: (command) => command.type === 'LearnFact' && command.fact.kind === 'filed',
    });
  }
}

/** The referral's part of each case. */
export const REFERRAL_CATEGORY = 'referral.referral';

/** Its settlement: a region of its own beside the screening. */
export const SETTLEMENT_CATEGORY = 'referral.settlement';

/** What the settlement of a case obliges to, under the id of the case. */
export const COMPLIANCE_CATEGORY = 'referral.compliance';

/** Existing agreements that both desks entered in the register, under ids of their own. */
export const REGISTER_CATEGORY = 'referral.agreement';

const referralStream = (caseId: CaseId): StreamName => streamName(REFERRAL_CATEGORY, caseId);

export const settlementStream = (caseId: CaseId): StreamName => streamName(SETTLEMENT_CATEGORY, caseId);

export const complianceStream = (caseId: CaseId): StreamName => streamName(COMPLIANCE_CATEGORY, caseId);

export const registerStream = (agreementId: string): StreamName => streamName(REGISTER_CATEGORY, agreementId);

/** The desks of what the referral keeps: of cases, and of agreements that are older than any. */
export interface ReferralDesks {
  readonly desk: ReferralDesk;
  readonly settlements: SettlementDesk;
  readonly agreements: Agreements;
}
