import { categoryOf, type RecordedEvent } from '@parley/event-store';
import type { CaseId, DomainEvent } from '@parley/kernel';
import {
  CASE_CATEGORY,
  HOTLINE_CATEGORY,
  LETTERS_CATEGORY,
  PARTY_CATEGORY,
  REGISTRY_LETTERS_CATEGORY,
  SERVICE_CATEGORY,
  WATCH_LIST_CATEGORY,
  WITHOUT_PREJUDICE_CATEGORY,
} from '../../../services/intake/src/streams';
import type { CaseEvent } from '../../../services/intake/src/case/case-events.rules';
import { caseDecider } from '../../../services/intake/src/case/case.rules';
import type { CaseState } from '../../../services/intake/src/case/case-commands.rules';
import type {
  DelegationEvent,
  PartyRegister,
} from '../../../services/intake/src/registry/delegations/delegations.rules';
import { delegationDecider } from '../../../services/intake/src/registry/delegations/delegations-acts.rules';
import type { Hotline, HotlineState } from '../../../services/intake/src/registry/hotline/hotline.rules';
import type { HotlineEvent } from '../../../services/intake/src/registry/hotline/hotline-events.rules';
import { hotlineDecider } from '../../../services/intake/src/registry/hotline/hotline-acts.rules';
import {
  watchListDecider,
  type WatchList,
  type WatchListFiled,
} from '../../../services/intake/src/registry/watch-lists/watch-list.rules';
import { letterDecider, type Letter, type LetterSent } from '../../../services/intake/src/case/letters/letters.rules';
import type { ServiceEvent, ServiceState } from '../../../services/intake/src/registry/notices/service.rules';
import { serviceDecider } from '../../../services/intake/src/registry/notices/retrieve.rules';
import {
  channelDecider,
  type Channel,
  type ChannelEvent,
} from '../../../services/intake/src/case/without-prejudice/without-prejudice.rules';
import {
  DELIBERATION_CATEGORY,
  PANEL_CATEGORY,
  ROSTER_CATEGORY,
} from '../../../services/panel-review/src/panel/streams';
import type {
  DeliberationEvent,
  DeliberationState,
} from '../../../services/panel-review/src/deliberation/deliberation.rules';
import { deliberationDecider } from '../../../services/panel-review/src/deliberation/interim-draft.rules';
import type { OwnPanel, PanelEvent } from '../../../services/panel-review/src/panel/panel-state.rules';
import { panelDecider } from '../../../services/panel-review/src/panel/panel.rules';
import type { Register, RosterEvent } from '../../../services/panel-review/src/roster/register.rules';
import { rosterDecider } from '../../../services/panel-review/src/roster/roster.rules';
import { EXHIBITS_CATEGORY } from '../../../services/evidence/src/casefile/casefiles';
import { evidenceDecider, type OwnEvidence } from '../../../services/evidence/src/casefile/casefile.rules';
import type { EvidenceEvent } from '../../../services/evidence/src/exhibits/exhibits.rules';
import {
  COMPLIANCE_CATEGORY,
  REFERRAL_CATEGORY,
  REGISTER_CATEGORY,
  SETTLEMENT_CATEGORY,
} from '../../../services/referral/src/referral/streams';
import { referralDecider, type ReferralEvent } from '../../../services/referral/src/referral/referral.rules';
import type { AgreementEvent } from '../../../services/referral/src/compliance/agreement-events.rules';
import { agreementDecider } from '../../../services/referral/src/compliance/agreement-decider.rules';
import type { AgreementState } from '../../../services/referral/src/compliance/agreement.rules';
import type { OwnReferral } from '../../../services/referral/src/referral/referral-state.rules';
import type { SettlementEvent } from '../../../services/referral/src/settlement/settlement-refusals.rules';
import { settlementDecider } from '../../../services/referral/src/settlement/settlement.rules';
import type { OwnSettlement } from '../../../services/referral/src/settlement/settlement-region.rules';
import type { Offer } from '../parties/attempt';
import { clocksOf, seat } from '../secretariat/secretariat';
import type { Step } from './case-history';
import { Chronicle } from './chronicle';

/** The deciders that fold each part of a case, and the streams beside the cases. */
export const deciders = {
  intake: caseDecider(clocksOf),
  service: serviceDecider(clocksOf),
  channel: channelDecider,
  panel: panelDecider(clocksOf),
  deliberation: deliberationDecider(clocksOf),
  rosters: rosterDecider(seat),
  evidence: evidenceDecider(clocksOf),
  referral: referralDecider(clocksOf),
  settlement: settlementDecider(clocksOf),
  agreements: agreementDecider(clocksOf),
  hotlines: hotlineDecider(clocksOf),
  letters: letterDecider,
  delegations: delegationDecider,
  watchLists: watchListDecider,
} as const;

/**
 * Reads everything that is recorded. So the persons who act see how each case stands, and a rule sees each step that
 * led there.
 */
export class Historian {
  readonly parts = {
    intake: new Chronicle<CaseState, CaseEvent>(CASE_CATEGORY, deciders.intake),
    service: new Chronicle<ServiceState, ServiceEvent>(SERVICE_CATEGORY, deciders.service),
    channel: new Chronicle<Channel, ChannelEvent>(WITHOUT_PREJUDICE_CATEGORY, deciders.channel),
    panel: new Chronicle<OwnPanel, PanelEvent>(PANEL_CATEGORY, deciders.panel),
    deliberation: new Chronicle<DeliberationState, DeliberationEvent>(DELIBERATION_CATEGORY, deciders.deliberation),
    rosters: new Chronicle<Register, RosterEvent>(ROSTER_CATEGORY, deciders.rosters),
    evidence: new Chronicle<OwnEvidence, EvidenceEvent>(EXHIBITS_CATEGORY, deciders.evidence),
    referral: new Chronicle<OwnReferral, ReferralEvent>(REFERRAL_CATEGORY, deciders.referral),
    settlement: new Chronicle<OwnSettlement, SettlementEvent>(SETTLEMENT_CATEGORY, deciders.settlement),
    compliance: new Chronicle<AgreementState, AgreementEvent>(COMPLIANCE_CATEGORY, deciders.agreements),
    register: new Chronicle<AgreementState, AgreementEvent>(REGISTER_CATEGORY, deciders.agreements),
    hotlines: new Chronicle<HotlineState, HotlineEvent>(HOTLINE_CATEGORY, deciders.hotlines),
    letters: new Chronicle<readonly Letter[], LetterSent>(LETTERS_CATEGORY, deciders.letters),
    registryLetters: new Chronicle<readonly Letter[], LetterSent>(REGISTRY_LETTERS_CATEGORY, deciders.letters),
    watchLists: new Chronicle<WatchList, WatchListFiled>(WATCH_LIST_CATEGORY, deciders.watchLists),
    delegations: new Chronicle<PartyRegister, DelegationEvent>(PARTY_CATEGORY, deciders.delegations),
  } as const;

  note(events: readonly RecordedEvent[]): void {
    for (const event of events)
      Object.values(this.parts)
        .find(({ category }) => category === categoryOf(event.stream))
        ?.note(event);
  }

  /** The number of events in the stream that an act is about. */
  lengthFor(offer: Offer): number {
    return this.#stepsFor(offer).length;
  }

  #stepsFor(offer: Offer): readonly Step<unknown, DomainEvent>[] {
    const { rosters, hotlines, watchLists, delegations, letters, registryLetters } = this.parts;
    switch (offer.desk) {
      case 'roster':
        return rosters.stepsOf('both');
      case 'hotline':
        return hotlines.stepsOf(offer.hotlineId);
      case 'watchlist':
        return watchLists.stepsOf(offer.command.register);
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
