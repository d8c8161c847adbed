import type { RecordedEvent } from '@parley/event-store';
import type { CaseId, CaseParties, DomainEvent, Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { CaseEvent } from '../../../services/intake/src/case/case-events.rules';
import type { CaseState } from '../../../services/intake/src/case/case-commands.rules';
import type {
  DelegationEvent,
  PartyRegister,
} from '../../../services/intake/src/registry/delegations/delegations.rules';
import type { HotlineState } from '../../../services/intake/src/registry/hotline/hotline.rules';
import type { HotlineEvent } from '../../../services/intake/src/registry/hotline/hotline-events.rules';
import type { WatchList, WatchListFiled } from '../../../services/intake/src/registry/watch-lists/watch-list.rules';
import type { Letter, LetterSent } from '../../../services/intake/src/case/letters/letters.rules';
import type { ServiceEvent, ServiceState } from '../../../services/intake/src/registry/notices/service.rules';
import type {
  Channel,
  ChannelEvent,
} from '../../../services/intake/src/case/without-prejudice/without-prejudice.rules';
import type {
  DeliberationEvent,
  DeliberationState,
} from '../../../services/panel-review/src/deliberation/deliberation.rules';
import type { RosterEvent } from '../../../services/panel-review/src/roster/register.rules';
import type { OwnPanel, PanelEvent, PanelState } from '../../../services/panel-review/src/panel/panel-state.rules';
import type { OwnEvidence } from '../../../services/evidence/src/casefile/casefile.rules';
import type { EvidenceEvent } from '../../../services/evidence/src/exhibits/exhibits.rules';
import type { ReferralEvent } from '../../../services/referral/src/referral/referral.rules';
import type { OwnReferral } from '../../../services/referral/src/referral/referral-state.rules';
import type { AgreementEvent } from '../../../services/referral/src/compliance/agreement-events.rules';
import type { AgreementState } from '../../../services/referral/src/compliance/agreement.rules';
import type { SettlementEvent } from '../../../services/referral/src/settlement/settlement-refusals.rules';
import type { OwnSettlement } from '../../../services/referral/src/settlement/settlement-region.rules';
import type { Attempt } from '../parties/attempt';
import type { Fired, Heard } from '../secretariat/secretariat';

/** One event of a stream, with the states before and after it. */
export interface Step<State, Event extends DomainEvent> {
  readonly recorded: RecordedEvent;
  readonly event: Event;
  readonly before: State;
  readonly after: State;
}

/** One case: the part of each service as the service recorded it. */
export interface CaseHistory {
  readonly caseId: CaseId;
  readonly parties: CaseParties;
  readonly intake: readonly Step<CaseState, CaseEvent>[];
  readonly service: readonly Step<ServiceState, ServiceEvent>[];
  readonly channel: readonly Step<Channel, ChannelEvent>[];
  /** From what was recorded of the panel, and what was known when each step was decided. */
  readonly panel: readonly Step<PanelState, PanelEvent>[];
  /** The same from the panel's own events alone. */
  readonly ownPanel: readonly Step<OwnPanel, PanelEvent>[];
  readonly deliberation: readonly Step<DeliberationState, DeliberationEvent>[];
  readonly evidence: readonly Step<OwnEvidence, EvidenceEvent>[];
  readonly referral: readonly Step<OwnReferral, ReferralEvent>[];
  readonly compliance: readonly Step<AgreementState, AgreementEvent>[];
  /** An agreement of the register, beside the case and under its id. */
  readonly register: readonly Step<AgreementState, AgreementEvent>[];
  readonly settlement: readonly Step<OwnSettlement, SettlementEvent>[];
  /** What was told of the case, in the order of recording. */
  readonly told: readonly PublicEvent[];
  /** What each service heard of the case, in the order of hearing. */
  readonly heard: readonly Heard[];
  /** What was tried in the case, accepted or not. */
  readonly attempts: readonly Attempt[];
  readonly fired: readonly Fired[];
  readonly calendars: readonly CountedCalendar[];
  /** Both rosters, which are of no case. */
  readonly rosters: readonly RosterEvent[];
}

/** A version of both calendars that the secretariat began to count on, and when it was announced. */
export interface CountedCalendar {
  readonly version: string;
  readonly announcedAt: Instant;
}

/** All that happened in the secretariat in one run. */
export interface History {
  readonly cases: readonly CaseHistory[];
  /** Each request on the hotline, in a case or in none. */
  readonly hotlines: readonly (readonly Step<HotlineState, HotlineEvent>[])[];
  /** The watch list of each side, each by itself. */
  readonly watchLists: readonly (readonly Step<WatchList, WatchListFiled>[])[];
  /** Letters of the parties, by stream. */
  readonly letters: readonly (readonly Step<readonly Letter[], LetterSent>[])[];
  /** Who speaks for a party, by party. */
  readonly delegations: readonly (readonly Step<PartyRegister, DelegationEvent>[])[];
  readonly log: readonly RecordedEvent[];
  /** Everything told between contexts, in the order of recording. */
  readonly told: readonly PublicEvent[];
  readonly attempts: readonly Attempt[];
  readonly fired: readonly Fired[];
  /** The instant to which the run was played: everything due by then has happened. */
  readonly playedTo: Instant;
}

/** The state of a part of a case after its steps; `undefined` when nothing was recorded. */
export const latestOf = <State, Event extends DomainEvent>(steps: readonly Step<State, Event>[]): State | undefined =>
  steps.at(-1)?.after;
