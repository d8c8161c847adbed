import {
  handleCommand,
  readState,
  type CommandContext,
  type CommandOutcome,
  type EventStore,
  type RulesInForce,
  type StateAt,
  type StreamName,
} from '@parley/event-store';
import type { CaseId, Instant } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import { complianceStream, Desk, registerStream } from '../referral/desk';
import type { AgreementCommand } from './agreement-commands.rules';
import { agreementDecider } from './agreement-decider.rules';
import type { AgreementState } from './agreement.rules';

/** Agreements of one kind, each from its own events. */
export class AgreementDesk extends Desk<string, AgreementCommand, AgreementState> {
  private readonly decider;

  constructor(
    private readonly store: EventStore,
    clocksOf: ClocksOf,
    ruleSetVersion: RulesInForce,
    private readonly streamOf: (agreementId: string) => StreamName,
  ) {
    super(ruleSetVersion);
    this.decider = agreementDecider(clocksOf);
  }

  act(id: string, command: AgreementCommand, context: CommandContext): Promise<CommandOutcome<AgreementState>> {
    return handleCommand(this.store, this.decider, this.streamOf(id), command, context);
  }

  read(id: string, asOf?: Instant): Promise<StateAt<AgreementState>> {
    return readState(this.store, this.decider, this.streamOf(id), asOf);
  }

  protected override opens({ type }: AgreementCommand): boolean {
    return type === 'EnterSettlement' || type === 'ProposeAgreement';
  }
}

/** An agreement with the desk that keeps it. */
export interface KeptAgreement {
  readonly state: Exclude<AgreementState, { status: 'none' }>;
  readonly revision: number;
  readonly desk: AgreementDesk;
}

/**
 * Every agreement that is tracked: settlements under the id of their case, and those of the register under their own.
 */
export class Agreements {
  readonly ofCases: AgreementDesk;
  readonly ofRegister: AgreementDesk;

  constructor(
    store: EventStore,
    clocksOf: ClocksOf,
    readonly ruleSetVersion: RulesInForce,
  ) {
    this.ofCases = new AgreementDesk(store, clocksOf, ruleSetVersion, (caseId) => complianceStream(caseId as CaseId));
    this.ofRegister = new AgreementDesk(store, clocksOf, ruleSetVersion, registerStream);
  }

  /** @returns `undefined` when there is none under this id */
  async find(agreementId: string): Promise<KeptAgreement | undefined> {
    for (const desk of [this.ofCases, this.ofRegister]) {
      const { state, revision } = await desk.read(agreementId);
      if (state.status !== 'none') return { state, revision, desk };
    }
    return undefined;
  }
}
