import type { EventStore, StreamName, RulesInForce } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import type { AgreementCommand } from './agreement-commands.rules';
import type { AgreementEvent } from './agreement-events.rules';
import { agreementDecider } from './agreement-decider.rules';
import type { AgreementState } from './agreement.rules';
import { complianceStream, Desk, registerStream } from '../referral/desk';

/** Agreements of one kind, each from its own events. */
export class AgreementDesk extends Desk<string, AgreementCommand, AgreementState, AgreementEvent> {
  constructor(
    store: EventStore,
    clocksOf: ClocksOf,
    ruleSetVersion: RulesInForce,
    streamOf: (agreementId: string) => StreamName,
  ) {
    super(store, ruleSetVersion, {
      decider: agreementDecider(clocksOf),
      streamOf,
      opens: (command) => command.type === 'EnterSettlement' || command.type === 'ProposeAgreement',
    });
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
