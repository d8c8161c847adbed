import type { EventStore, StateAt, RulesInForce } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import type { ReferralCommand } from '../domain/referral-commands';
import type { ReferralEvent } from '../domain/referral-events';
import { referralDecider } from '../domain/referral.decider';
import type { ReferralState } from '../domain/referral-state';
import { Desk } from './desk';
import { referralStream } from './streams';

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
