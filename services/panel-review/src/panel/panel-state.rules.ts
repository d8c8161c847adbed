import {
  refuse,
  sideOf,
  type CaseId,
  type CaseParties,
  type Instant,
  type PartyCode,
  type PersonId,
  type Refused,
  type Role,
  type Sha256,
  type Side,
} from '@parley/kernel';
import type { DrawRecord, LateEntries, PanelRegionState, RunningClocks, Track } from '@parley/procedure';
import type { Challenge } from '../challenges/challenges.rules';
import type { ClaimEvidenceEvent, WithLateClaims } from '../claims/claim-evidence.rules';
import type { CompositionEvent } from '../composition/composition-events.rules';
import type { Seat } from '../composition/draw-seat.rules';
import type { SeatTimes } from '../composition/seat-time.rules';
import type { DelayNotice, DelayNotified } from '../delays/delays.rules';
import type { ExpertEvent, ExpertList, TakenExpert } from '../experts/experts.rules';
import type { ExtensionEvent, ExtensionProposal } from '../extensions/extensions.rules';
import type { Issue } from '../findings/certification.rules';
import type { DecidedFindings, FindingsEvent } from '../findings/findings.rules';
import type { InformationEvent, LaidBeforePanel } from '../information/information.rules';
import type { LateEvidence } from '../information/joint-requests.rules';
import type { Marking, MarkEvent } from '../marks/marks.rules';
import type { LapsedPanelClocks, LatePanelAct, PanelEntryEvent } from '../late-entries/late-entries.rules';
import type { Interim, InterimComment, InterimMeeting, MeetingEvent, ReviewEvent } from '../review/review.rules';
import type { Roster } from '../roster/register.rules';
import type { TermsEvent, TermsOfReview } from '../terms/terms.rules';
import type { ToldOfCase } from '../time/known-case.rules';
import type { StandstillEvent } from '../time/standstill.rules';
import type { CalendarNoted, OutageNoted } from '../time/time.rules';
import type { DecidedUrgency, TrackEvent } from '../tracks/tracks.rules';
import { commonRefusals } from './common-refusals.rules';

/** An act of a person: the person, the appointing party, and the instant of receipt that counts. */
export interface Act {
  readonly by: PersonId;
  readonly party: PartyCode | null;
  readonly receivedAt: Instant;
}

export type PanelEvent =
  | CompositionEvent
  | TrackEvent
  | StandstillEvent
  | InformationEvent
  | ExpertEvent
  | ExtensionEvent
  | DelayNotified
  | MeetingEvent
  | TermsEvent
  | OutageNoted
  | CalendarNoted
  | PanelEntryEvent
  | ReviewEvent
  | ClaimEvidenceEvent
  | FindingsEvent
  | MarkEvent;

/** What can happen only once the panel is opened. */
export type OpenedPanelEvent = Exclude<PanelEvent, { type: 'PanelOpened' }>;

/** Where the panel's region stands (S6–S9). Whether a member is missing shows in the seats. */
export type Stage =
  | { readonly name: 'composing' }
  | { readonly name: 'composed' }
  | { readonly name: 'reviewing' }
  | { readonly name: 'interim-comments' }
  /** `votingEndedAt` is set by the end of its time, and from then on only the findings are awaited. */
  | { readonly name: 'deciding'; readonly votingEndedAt: Instant | null }
  | { readonly name: 'certifying'; readonly decision: DecidedFindings }
  | {
      readonly name: 'issued';
      readonly decision: DecidedFindings;
      readonly issue: Issue;
      readonly marking: Marking;
    }
  | { readonly name: 'impossible'; readonly seats: readonly string[] };

/** The instant at which the panel first was whole, with its co-chairs. */
export interface Convening {
  readonly at: Instant;
  /** The instant since which it is whole without a break; `by` says what completed it then. */
  readonly wholeSince: Instant;
  readonly by: 'act' | 'expiry';
  /** One of each side (I-03); a co-chair who leaves is followed by another of the same side. */
  readonly coChairs: readonly PersonId[];
}

/** What this service itself recorded of a panel. */
export interface RecordedPanel extends LateEvidence, WithLateClaims, LaidBeforePanel, TermsOfReview, SeatTimes {
  readonly status: 'opened';
  readonly caseId: CaseId;
  readonly parties: CaseParties;
  readonly registeredAt: Instant;
  readonly registeredBy: 'act' | 'expiry';
  /** The track of its clocks and seats. */
  readonly track: Track;
  /** As they stood at the filing, or when the screening was reopened, with who filled them up since. */
  readonly rosters: Readonly<Record<Side, Roster>>;
  /** The members who were on duty when the rosters were frozen: they fill the seats of the urgent track. */
  readonly duty: Readonly<Record<Side, readonly PersonId[]>>;
  readonly frozenAt: Instant;
  /** When the first nominations of each side are due: up to then a short roster can be filled up. */
  readonly fillableUntil: Readonly<Record<Side, Instant>>;
  readonly rosterDigests: Readonly<Record<Side, Sha256>>;
  /** SHA-256 of the secret of each seat’s draws, the first one’s first; some are published ahead. */
  readonly drawCommitments: Readonly<Record<string, readonly Sha256[]>>;
  readonly seats: readonly Seat[];
  /** Everybody who was ever put on a seat of this panel. */
  readonly everSeated: readonly PersonId[];
  /** The capacity in which each person acted in this case: nobody may have two (I-05). */
  readonly capacities: Readonly<Record<string, Role>>;
  readonly challenges: readonly Challenge[];
  /** Peremptory replacements that each side has used. */
  readonly replacements: Readonly<Record<Side, number>>;
  readonly draws: readonly DrawRecord[];
  readonly convening: Convening | null;
  /** What the panel of an urgent case said of its urgency; `null` until then, and on the other tracks. */
  readonly urgency: DecidedUrgency | null;
  readonly expertLists: readonly ExpertList[];
  readonly takenExperts: readonly TakenExpert[];
  readonly extensions: readonly ExtensionProposal[];
  readonly delays: readonly DelayNotice[];
  /** The meeting on the interim text that a party asked for; `null` when none did. */
  readonly meeting: InterimMeeting | null;
  readonly interim: Interim | null;
  readonly comments: readonly InterimComment[];
  readonly stage: Stage;
  readonly running: RunningClocks;
  /** Clocks that ended by default, for acts that are proved only later. */
  readonly lapsed: LapsedPanelClocks;
  /** What a side said to have done by another channel. */
  readonly lateEntries: LateEntries<LatePanelAct>;
  /** Ids of those of `running` that stand still with the screening. */
  readonly standing: readonly string[];
}

/** What this service itself recorded in a case, where a panel may not be opened yet. */
export type OwnPanel = { readonly status: 'unopened' } | RecordedPanel;

/** A panel as it was recorded here, with what the others have told. */
export type OpenedPanel = RecordedPanel &
  Omit<ToldOfCase, 'registration' | 'longStop' | 'ruleSetVersion'> & {
    /** The first instant that is too late for an act. */
    readonly longStop: Instant;
    readonly ruleSetVersion: string;
  };

export type PanelState = { readonly status: 'unopened' } | OpenedPanel;

export const unopened = { status: 'unopened' } as const;

/**
 * The panel as this service recorded it, with what the other contexts have told. It is unopened before a registration.
 */
export function panelOf(own: OwnPanel, { registration: _, longStop, ruleSetVersion, ...told }: ToldOfCase): PanelState {
  return own.status === 'unopened' || longStop === null || ruleSetVersion === null
    ? unopened
    : { ...own, ...told, longStop, ruleSetVersion };
}

/**
 * The panel after an act in it. @throws TypeError when it was never opened, which cannot be after an act that was done
 */
export function openedPanelOf(state: PanelState): OpenedPanel {
  if (state.status === 'unopened') throw new TypeError('the panel was never opened');
  return state;
}

/** True when somebody acted in the panel's part of the case as something else (I-05). */
export const hasOtherCapacity = ({ capacities }: OpenedPanel, person: PersonId, role: Role): boolean =>
  (capacities[person] ?? role) !== role;

/** The side for which a desk acts, or the refusal of its act. */
export function deskOf(state: OpenedPanel, { by, party }: Act) {
  if (!isParty(state, party)) return refuse(commonRefusals.notAParty);
  return hasOtherCapacity(state, by, 'desk') ? refuse(commonRefusals.twoCapacities) : sideOf(state.parties, party);
}

/** The party that appointed the co-head who acts, or the refusal of the act. */
export function coHeadOf(state: OpenedPanel, { by, party }: Act) {
  if (!isParty(state, party)) return refuse(commonRefusals.notACoHead);
  return hasOtherCapacity(state, by, 'cohead') ? refuse(commonRefusals.twoCapacities) : party;
}

/**
 * The instant at which the screening stopped; `undefined` while it goes on. Findings of a deliberation that was closed
 * before are issued all the same, so nothing stops for them (I-68), nor for their publication (I-75).
 */
export function stoppedAt({ suspendedAt, screeningEnd, stage }: OpenedPanel): Instant | undefined {
  const stopped = suspendedAt ?? screeningEnd?.at;
  if (stage.name === 'issued') return undefined;
  return stage.name === 'certifying' && stopped !== undefined && stopped >= stage.decision.decidedAt
    ? undefined
    : stopped;
}

/**
 * Why nothing can be done now: the screening has ended or is suspended, its long-stop has passed by then, or the panel
 * is impossible. None of these holds findings up once the deliberation is closed (I-68).
 */
export function screeningOver(state: OpenedPanel, at: Instant) {
  const { screeningEnd, suspendedAt, longStop, stage } = state;
  if (stage.name === 'certifying' && stoppedAt(state) === undefined) return undefined;
  if (screeningEnd && at >= screeningEnd.at) return commonRefusals.screeningEnded;
  if (suspendedAt !== null && at >= suspendedAt) return commonRefusals.screeningSuspended;
  if (stage.name === 'impossible') return commonRefusals.panelImpossible;
  return at >= longStop ? commonRefusals.longStopPassed : undefined;
}

/** True while the panel has the clock, past its end or not. */
export const runs = ({ running }: OpenedPanel, id: string): boolean => running[id] !== undefined;

/** True when a deadline has passed; false when it does not run, or stands still. */
export const isPast = ({ running, standing }: OpenedPanel, id: string, at: Instant): boolean => {
  const deadline = standing.includes(id) ? undefined : running[id];
  return deadline !== undefined && at >= deadline.dueAt;
};

const isParty = ({ parties }: OpenedPanel, party: PartyCode | null): party is PartyCode =>
  party !== null && (party === parties.complainant || party === parties.respondent);

export const isRefused = <Value extends string | Refused>(value: Value): value is Extract<Value, Refused> =>
  typeof value !== 'string';

/**
 * Where a panel stands in the region's graph of the rule set (I-26). An ended or suspended screening stops the panel,
 * unless it had done its work by then.
 */
export function regionStateOf(state: PanelState): PanelRegionState {
  if (state.status === 'unopened') return 'unopened';
  const { stage, screeningEnd } = state;
  const done = stage.name === 'issued' || stage.name === 'impossible';
  if (done || stoppedAt(state) === undefined) return stage.name;
  return screeningEnd ? 'stopped' : 'suspended';
}
