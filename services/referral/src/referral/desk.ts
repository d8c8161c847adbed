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
import type { Informed, ToldOfCase } from './known-case.rules';
import type { KnownCases } from './hearing';
import { referralOf, type OwnReferral, type ReferralState } from './referral-state.rules';
import { referralDecider, type ReferralEvent } from './referral.rules';

/** Reads and changes things of one kind. Everything that changes one goes through its desk. */
export abstract class Desk<Id extends string, Command, State> {
  constructor(readonly ruleSetVersion: RulesInForce) {}

  /** Decides a command and records what it brings about. */
  abstract act(id: Id, command: Command, context: CommandContext): Promise<CommandOutcome<State>>;

  /** @param asOf as it was recorded at this instant */
  abstract read(id: Id, asOf?: Instant): Promise<StateAt<State>>;

  /** True for a command that is the first of a thing as a rule. */
  protected opens(_command: Command): boolean {
    return false;
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
    const context: CommandContext = {
      commandId,
      cause,
      actor: { kind: 'system', process },
      ruleSetVersion: this.ruleSetVersion,
      opensStream: this.opens(command),
    };
    const outcome = await this.act(id, command, context);
    if (outcome.kind === 'contended') throw new Error(`what ${process} does in ${id} is contended`);
  }
}

/** What a desk of cases keeps: which streams, under which decider, and how they stand by what the others have told. */
export interface CaseOffice<Command, Own, State, Event extends DomainEvent> {
  readonly decider: Decider<Informed<Command>, Own, Event>;
  streamOf(caseId: CaseId): StreamName;
  stateOf(own: Own, told: ToldOfCase): State;
}

/** One part of cases, each from its own events and what the others have told. */
export class CaseDesk<Command, Own, State, Event extends DomainEvent> extends Desk<CaseId, Command, State> {
  constructor(
    private readonly store: EventStore,
    private readonly cases: KnownCases,
    ruleSetVersion: RulesInForce,
    private readonly office: CaseOffice<Command, Own, State, Event>,
  ) {
    super(ruleSetVersion);
  }

  async act(caseId: CaseId, command: Command, context: CommandContext): Promise<CommandOutcome<State>> {
    const known = await this.cases.of(caseId);
    const told = known.view;
    // A case is pinned to the rules it was registered under.
    const ruleSetVersion = told.registration?.ruleSetVersion ?? context.ruleSetVersion;
    const { decider, streamOf, stateOf } = this.office;
    const informed = { ...context, ruleSetVersion, known };
    const outcome = await handleCommand(this.store, decider, streamOf(caseId), { command, told }, informed);
    return outcome.kind === 'done' ? { ...outcome, state: stateOf(outcome.state, told) } : outcome;
  }

  async read(caseId: CaseId, asOf?: Instant): Promise<StateAt<State> & { readonly facts: number }> {
    const { view, count } = await this.cases.of(caseId, asOf);
    const { decider, streamOf, stateOf } = this.office;
    const { state, revision } = await readState(this.store, decider, streamOf(caseId), asOf);
    return { state: stateOf(state, view), revision, facts: count };
  }
}

/** The referral's part of cases: exit notices and dossiers. */
export class ReferralDesk extends CaseDesk<ReferralCommand, OwnReferral, ReferralState, ReferralEvent> {
  constructor(store: EventStore, cases: KnownCases, clocksOf: ClocksOf, ruleSetVersion: RulesInForce) {
    super(store, cases, ruleSetVersion, {
      decider: referralDecider(clocksOf),
      streamOf: referralStream,
      stateOf: referralOf,
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
