import { categoryOf, type RecordedEvent } from '@parley/event-store';
import type { CaseId, DomainEvent } from '@parley/kernel';
import {
  CASE_CATEGORY,
  HOTLINE_CATEGORY,
  LETTERS_CATEGORY,
  PARTY_CATEGORY,
  REGISTRY_LETTERS_CATEGORY,
  SERVICE_CATEGORY,
  WITHOUT_PREJUDICE_CATEGORY,
} from '../../../services/intake/src/application/streams';
import type { CaseEvent } from '../../../services/intake/src/domain/case-events';
import { caseDecider } from '../../../services/intake/src/domain/case.decider';
import type { CaseState } from '../../../services/intake/src/domain/case-state';
import type { DelegationEvent, PartyRegister } from '../../../services/intake/src/domain/delegations/delegation';
import { delegationDecider } from '../../../services/intake/src/domain/delegations/delegation.decider';
import type { Hotline, HotlineState } from '../../../services/intake/src/domain/hotline/hotline';
import type { HotlineEvent } from '../../../services/intake/src/domain/hotline/hotline-events';
import { hotlineDecider } from '../../../services/intake/src/domain/hotline/hotline.decider';
import type { Letter, LetterSent } from '../../../services/intake/src/domain/letters/letter';
import { letterDecider } from '../../../services/intake/src/domain/letters/letter.decider';
import type { ServiceEvent } from '../../../services/intake/src/domain/service/service-events';
import { serviceDecider } from '../../../services/intake/src/domain/service/service.decider';
import type { ServiceState } from '../../../services/intake/src/domain/service/service-state';
import type { Channel, ChannelEvent } from '../../../services/intake/src/domain/without-prejudice/channel';
import { channelDecider } from '../../../services/intake/src/domain/without-prejudice/channel.decider';
import {
  DELIBERATION_CATEGORY,
  PANEL_CATEGORY,
  ROSTER_CATEGORY,
} from '../../../services/panel-review/src/application/streams';
import type {
  DeliberationEvent,
  DeliberationState,
} from '../../../services/panel-review/src/domain/deliberation/deliberation';
import { deliberationDecider } from '../../../services/panel-review/src/domain/deliberation/deliberation.decider';
import type { PanelEvent } from '../../../services/panel-review/src/domain/panel-events';
import { panelDecider } from '../../../services/panel-review/src/domain/panel.decider';
import type { PanelState } from '../../../services/panel-review/src/domain/panel-state';
import type { RosterBook, RosterEvent } from '../../../services/panel-review/src/domain/roster/roster';
import { rosterDecider } from '../../../services/panel-review/src/domain/roster/roster.decider';
import { EXHIBITS_CATEGORY } from '../../../services/evidence/src/application/streams';
import { evidenceDecider } from '../../../services/evidence/src/domain/evidence.decider';
import type { OwnEvidence } from '../../../services/evidence/src/domain/evidence-state';
import type { EvidenceEvent } from '../../../services/evidence/src/domain/exhibit-events';
import {
  COMPLIANCE_CATEGORY,
  REFERRAL_CATEGORY,
  REGISTER_CATEGORY,
  SETTLEMENT_CATEGORY,
} from '../../../services/referral/src/application/streams';
import { referralDecider } from '../../../services/referral/src/domain/referral.decider';
import type { AgreementEvent } from '../../../services/referral/src/domain/compliance/agreement-events';
import { agreementDecider } from '../../../services/referral/src/domain/compliance/agreement.decider';
import type { AgreementState } from '../../../services/referral/src/domain/compliance/agreement-state';
import type { ReferralEvent } from '../../../services/referral/src/domain/referral-events';
import type { ReferralState } from '../../../services/referral/src/domain/referral-state';
import type { SettlementEvent } from '../../../services/referral/src/domain/settlement/settlement-events';
import { settlementDecider } from '../../../services/referral/src/domain/settlement/settlement.decider';
import type { SettlementState } from '../../../services/referral/src/domain/settlement/settlement-state';
import type { Offer } from '../parties/attempt';
import { clocksOf, seat } from '../secretariat/secretariat';
import type { Step } from './case-history';
import { Chronicle } from './chronicle';

/** What folds each part of a case, and what stands beside the cases. */
export const deciders = {
  intake: caseDecider(clocksOf),
  service: serviceDecider(clocksOf),
  channel: channelDecider,
  panel: panelDecider(clocksOf),
  deliberation: deliberationDecider,
  rosters: rosterDecider(seat),
  evidence: evidenceDecider(clocksOf),
  referral: referralDecider(clocksOf),
  settlement: settlementDecider(clocksOf),
  agreements: agreementDecider(clocksOf),
  hotlines: hotlineDecider(clocksOf),
  letters: letterDecider,
  delegations: delegationDecider,
} as const;

/**
 * Reads along what is recorded, so that who acts sees how each case stands and a rule sees each step that led there.
 */
export class Historian {
  readonly parts = {
    intake: new Chronicle<CaseState, CaseEvent>(CASE_CATEGORY, deciders.intake),
    service: new Chronicle<ServiceState, ServiceEvent>(SERVICE_CATEGORY, deciders.service),
    channel: new Chronicle<Channel, ChannelEvent>(WITHOUT_PREJUDICE_CATEGORY, deciders.channel),
    panel: new Chronicle<PanelState, PanelEvent>(PANEL_CATEGORY, deciders.panel),
    deliberation: new Chronicle<DeliberationState, DeliberationEvent>(DELIBERATION_CATEGORY, deciders.deliberation),
    rosters: new Chronicle<RosterBook, RosterEvent>(ROSTER_CATEGORY, deciders.rosters),
    evidence: new Chronicle<OwnEvidence, EvidenceEvent>(EXHIBITS_CATEGORY, deciders.evidence),
    referral: new Chronicle<ReferralState, ReferralEvent>(REFERRAL_CATEGORY, deciders.referral),
    settlement: new Chronicle<SettlementState, SettlementEvent>(SETTLEMENT_CATEGORY, deciders.settlement),
    compliance: new Chronicle<AgreementState, AgreementEvent>(COMPLIANCE_CATEGORY, deciders.agreements),
    register: new Chronicle<AgreementState, AgreementEvent>(REGISTER_CATEGORY, deciders.agreements),
    hotlines: new Chronicle<HotlineState, HotlineEvent>(HOTLINE_CATEGORY, deciders.hotlines),
    letters: new Chronicle<readonly Letter[], LetterSent>(LETTERS_CATEGORY, deciders.letters),
    registryLetters: new Chronicle<readonly Letter[], LetterSent>(REGISTRY_LETTERS_CATEGORY, deciders.letters),
    delegations: new Chronicle<PartyRegister, DelegationEvent>(PARTY_CATEGORY, deciders.delegations),
  } as const;

  note(events: readonly RecordedEvent[]): void {
    for (const event of events)
      Object.values(this.parts)
        .find(({ category }) => category === categoryOf(event.stream))
        ?.note(event);
  }

  /** How many events stand in the stream that an act is about. */
  lengthFor(offer: Offer): number {
    return this.#stepsFor(offer).length;
  }

  #stepsFor(offer: Offer): readonly Step<unknown, DomainEvent>[] {
    const { rosters, hotlines, delegations, letters, registryLetters } = this.parts;
    switch (offer.desk) {
      case 'roster':
        return rosters.stepsOf(offer.command.roster);
      case 'hotline':
        return hotlines.stepsOf(offer.hotlineId);
      case 'delegations':
        return delegations.stepsOf(offer.command.register);
      case 'letters': {
        const { addressing, party } = offer.command;
        return addressing === 'registry' && party !== null
          ? registryLetters.stepsOf(`${offer.caseId}-${party}`)
          : letters.stepsOf(offer.caseId);
      }
      default:
        return this.parts[offer.desk].stepsOf(offer.caseId);
    }
  }

  /** Requests that were made, in the order in which they were. */
  hotlines(): readonly Hotline[] {
    const { hotlines } = this.parts;
    return hotlines.ids().flatMap((id) => {
      const state = hotlines.stateOf(id);
      return state.status === 'silent' ? [] : [state];
    });
  }

  cases(): readonly CaseId[] {
    return this.parts.intake.ids() as readonly CaseId[];
  }
}
