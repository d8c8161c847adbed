import type { EventStore, RulesInForce } from '@parley/event-store';
import type { CaseId, Instant } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import { CaseDesk, settlementStream } from '../referral/desk';
import type { KnownCases } from '../referral/hearing';
import { attemptsUntil, type Attempt } from './note-screening.rules';
import type { SettlementEvent } from './settlement-refusals.rules';
import {
  settlementOf,
  type OwnSettlement,
  type SettlementCommand,
  type SettlementState,
} from './settlement-region.rules';
import { settlementDecider } from './settlement.rules';

/** The settlement of cases, beside their screening. */
export class SettlementDesk extends CaseDesk<SettlementCommand, OwnSettlement, SettlementState, SettlementEvent> {
  constructor(store: EventStore, cases: KnownCases, clocksOf: ClocksOf, ruleSetVersion: RulesInForce) {
    super(store, cases, ruleSetVersion, {
      decider: settlementDecider(clocksOf),
      streamOf: settlementStream,
      stateOf: settlementOf,
    });
  }

  /** The fact of each attempt to settle a case up to an instant. */
  async attempts(caseId: CaseId, until: Instant): Promise<readonly Attempt[]> {
    const { state } = await this.read(caseId);
    return state.status === 'filed' ? attemptsUntil(state, until) : [];
  }
}
