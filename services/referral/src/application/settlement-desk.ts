import type { EventStore, RulesInForce } from '@parley/event-store';
import type { CaseId, Instant } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import { attemptsUntil, type Attempt } from '../domain/settlement/attempts';
import type { SettlementCommand } from '../domain/settlement/settlement-commands';
import type { SettlementEvent } from '../domain/settlement/settlement-events';
import { settlementDecider } from '../domain/settlement/settlement.decider';
import type { SettlementState } from '../domain/settlement/settlement-state';
import { Desk } from './desk';
import { settlementStream } from './streams';

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
