import type { EventStore, RulesInForce } from '@parley/event-store';
import type { CaseId, Instant } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import { attemptsUntil, type Attempt } from './note-fact.rules';
import type { SettlementCommand, SettlementState } from './settlement-region.rules';
import type { SettlementEvent } from './settlement-refusals.rules';
import { settlementDecider } from './settlement.rules';
import { Desk, settlementStream } from '../referral/desk';

/** The settlement of cases, beside their screening. */
export class SettlementDesk extends Desk<CaseId, SettlementCommand, SettlementState, SettlementEvent> {
  constructor(store: EventStore, clocksOf: ClocksOf, ruleSetVersion: RulesInForce) {
    super(store, ruleSetVersion, {
      decider: settlementDecider(clocksOf),
      streamOf: settlementStream,
      opens: (command) => command.type === 'NoteFact' && command.fact.kind === 'filed',
    });
  }

  /** The fact of each attempt to settle a case up to an instant. */
  async attempts(caseId: CaseId, until: Instant): Promise<readonly Attempt[]> {
    const { state } = await this.read(caseId);
    return state.status === 'filed' ? attemptsUntil(state, until) : [];
  }
}
