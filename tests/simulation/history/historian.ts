import { categoryOf, domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { CaseId, Decider, DomainEvent } from '@parley/kernel';
import { CASE_CATEGORY, SERVICE_CATEGORY, WITHOUT_PREJUDICE_CATEGORY } from '../../../services/intake/src/application/streams';
import type { CaseEvent } from '../../../services/intake/src/domain/case-events';
import { caseDecider } from '../../../services/intake/src/domain/case.decider';
import type { CaseState } from '../../../services/intake/src/domain/case-state';
import type { ServiceEvent } from '../../../services/intake/src/domain/service/service-events';
import { serviceDecider } from '../../../services/intake/src/domain/service/service.decider';
import type { ServiceState } from '../../../services/intake/src/domain/service/service-state';
import type { Channel, ChannelEvent } from '../../../services/intake/src/domain/without-prejudice/channel';
import { channelDecider } from '../../../services/intake/src/domain/without-prejudice/channel.decider';
import { DELIBERATION_CATEGORY, PANEL_CATEGORY, ROSTER_CATEGORY } from '../../../services/panel-review/src/application/streams';
import type { DeliberationEvent, DeliberationState } from '../../../services/panel-review/src/domain/deliberation/deliberation';
import { deliberationDecider } from '../../../services/panel-review/src/domain/deliberation/deliberation.decider';
import type { PanelEvent } from '../../../services/panel-review/src/domain/panel-events';
import { panelDecider } from '../../../services/panel-review/src/domain/panel.decider';
import type { PanelState } from '../../../services/panel-review/src/domain/panel-state';
import type { RosterBook, RosterEvent } from '../../../services/panel-review/src/domain/roster/roster';
import { rosterDecider } from '../../../services/panel-review/src/domain/roster/roster.decider';
import { EXHIBITS_CATEGORY } from '../../../services/evidence/src/application/streams';
import { evidenceDecider } from '../../../services/evidence/src/domain/evidence.decider';
import type { EvidenceState } from '../../../services/evidence/src/domain/evidence-state';
import type { EvidenceEvent } from '../../../services/evidence/src/domain/exhibit-events';
import { COMPLIANCE_CATEGORY, REFERRAL_CATEGORY, REGISTER_CATEGORY, SETTLEMENT_CATEGORY } from '../../../services/referral/src/application/streams';
import { referralDecider } from '../../../services/referral/src/domain/referral.decider';
import type { AgreementEvent } from '../../../services/referral/src/domain/compliance/agreement-events';
import { agreementDecider } from '../../../services/referral/src/domain/compliance/agreement.decider';
import type { AgreementState } from '../../../services/referral/src/domain/compliance/agreement-state';
import type { ReferralEvent } from '../../../services/referral/src/domain/referral-events';
import type { ReferralState } from '../../../services/referral/src/domain/referral-state';
import type { SettlementEvent } from '../../../services/referral/src/domain/settlement/settlement-events';
import { settlementDecider } from '../../../services/referral/src/domain/settlement/settlement.decider';
import type { SettlementState } from '../../../services/referral/src/domain/settlement/settlement-state';
import { clocksOf, RULE_SET_VERSION, seat } from '../secretariat/secretariat';
import type { Step } from './case-history';

type Evolving<State, Event extends DomainEvent> = Pick<Decider<never, State, Event>, 'initial' | 'evolve'>;

/** The steps of every stream of one category, folded as they come. */
class Chronicle<State, Event extends DomainEvent> {
  readonly #steps = new Map<string, Step<State, Event>[]>();

  constructor(
    readonly category: string,
    readonly decider: Evolving<State, Event>,
  ) {}

  note(recorded: RecordedEvent): void {
    const event = domainEventOf(recorded) as Event;
    const id = streamIdOf(recorded.stream);
    const steps = this.#steps.get(id) ?? [];
    const before = steps.at(-1)?.after ?? this.decider.initial;
    steps.push({ recorded, event, before, after: this.decider.evolve(before, event) });
    this.#steps.set(id, steps);
  }

  stepsOf(id: string): readonly Step<State, Event>[] {
    return this.#steps.get(id) ?? [];
  }

  stateOf(id: string): State {
    return this.#steps.get(id)?.at(-1)?.after ?? this.decider.initial;
  }

  ids(): readonly string[] {
    return [...this.#steps.keys()];
  }
}

/** What folds each part of a case, and the rosters. */
export const deciders = {
  intake: caseDecider(clocksOf, RULE_SET_VERSION),
  service: serviceDecider(clocksOf, RULE_SET_VERSION),
  channel: channelDecider,
  panel: panelDecider(clocksOf),
  deliberation: deliberationDecider,
  rosters: rosterDecider(seat),
  evidence: evidenceDecider(clocksOf),
  referral: referralDecider(clocksOf),
  settlement: settlementDecider(clocksOf),
  agreements: agreementDecider(clocksOf),
} as const;

/** Reads along what is recorded, so that who acts sees how each case stands and a rule sees each step that led there. */
export class Historian {
  readonly parts = {
    intake: new Chronicle<CaseState, CaseEvent>(CASE_CATEGORY, deciders.intake),
    service: new Chronicle<ServiceState, ServiceEvent>(SERVICE_CATEGORY, deciders.service),
    channel: new Chronicle<Channel, ChannelEvent>(WITHOUT_PREJUDICE_CATEGORY, deciders.channel),
    panel: new Chronicle<PanelState, PanelEvent>(PANEL_CATEGORY, deciders.panel),
    deliberation: new Chronicle<DeliberationState, DeliberationEvent>(DELIBERATION_CATEGORY, deciders.deliberation),
    rosters: new Chronicle<RosterBook, RosterEvent>(ROSTER_CATEGORY, deciders.rosters),
    evidence: new Chronicle<EvidenceState, EvidenceEvent>(EXHIBITS_CATEGORY, deciders.evidence),
    referral: new Chronicle<ReferralState, ReferralEvent>(REFERRAL_CATEGORY, deciders.referral),
    settlement: new Chronicle<SettlementState, SettlementEvent>(SETTLEMENT_CATEGORY, deciders.settlement),
    compliance: new Chronicle<AgreementState, AgreementEvent>(COMPLIANCE_CATEGORY, deciders.agreements),
    register: new Chronicle<AgreementState, AgreementEvent>(REGISTER_CATEGORY, deciders.agreements),
  } as const;

  note(events: readonly RecordedEvent[]): void {
    for (const event of events) Object.values(this.parts).find(({ category }) => category === categoryOf(event.stream))?.note(event);
  }

  cases(): readonly CaseId[] {
    return this.parts.intake.ids() as readonly CaseId[];
  }
}
