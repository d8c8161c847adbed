import type { CaseId, CaseParties, DomainEvent, Instant, IsoDate, PartyCode, PersonId } from '@parley/kernel';
import type { MovesClocks as Moves, Track } from '@parley/procedure';
import type { CalendarNoted } from '../registry/calendars/calendars.rules';
import type { OutagesEvent } from '../registry/outages/outages.rules';
import type { AmendmentsEvent, FilingAmended } from './amendments/amendments.rules';
import type { MeasureCorrected } from './amendments/correct-measure.rules';
import type { CaseFile, FiledCase } from './case-commands.rules';
import type { ClaimsEvent } from './claims/claims.rules';
import type { RunningDeadline } from './common-refusals.rules';
import type { Defect } from './completeness/check-completeness.rules';
import type { ConsentEvent } from './consent/consent.rules';
import type { ConsolidationEvent } from './consolidation/consolidation.rules';
import type { ConsultationsEvent } from './consultations/consultations.rules';
import type { JointProposalEvent } from './consultations/joint-proposal.rules';
import type { DeadlineExtended } from './extensions/extensions.rules';
import type { Filing, Grievance, Receipt } from './filing/file-grievance.rules';
import type { Relations } from './filing/filing.rules';
import type { PublicMatter } from './filing/public-matter.rules';
import type { CaseLateEntryEvent } from './late-entries/late-entries.rules';
import type { EndedBy, Outcome } from './outcome/outcome.rules';
import type { LongStopReached, ReviewEvent } from './outcome/review.rules';
import type { SeatTimeAdded } from './outcome/seat-time.rules';
import type { WithdrawalReasonGiven } from './outcome/withdrawal-reason.rules';
import type { RefilingEvent } from './refiling/after-review.rules';
import type { ScreeningReopened } from './reopening/reopening.rules';
import type { Reply } from './reply/reply.rules';
import type { ActRepudiated } from './repudiation/repudiation.rules';
import type { RulesAdopted } from './rules-adopted/rules-adopted.rules';
import type { SummaryEvent } from './summaries/summaries.rules';
import type { ResumptionNoticeGiven } from './suspension/resumption.rules';
import type { ScreeningResumed, ScreeningSuspended } from './suspension/suspension.rules';
import type { TrackChanged } from './tracks/tracks.rules';
import type { UrgencyClaim, UrgencyEvent, UrgencyGround } from './urgency/urgency.rules';

/** Clocks of the rules and named times that an event starts, and those that it stops. */
export type MovesClocks = Moves<RunningDeadline>;

export type GrievanceFiled = DomainEvent<
  'GrievanceFiled',
  MovesClocks &
    Filing & {
      readonly caseId: CaseId;
      readonly parties: CaseParties;
      readonly filedBy: PersonId;
      /** The joint business day on which it arrives. Clocks count from it. */
      readonly arrivesOn: IsoDate;
      readonly ruleSetVersion: string;
      readonly urgency?: UrgencyClaim;
      readonly relations?: Relations;
    }
>;

/** The registry found the filing complete, or the automatic check did so at the end of the registry's time. */
export type GrievanceFoundComplete = DomainEvent<
  'GrievanceFoundComplete',
  MovesClocks & { readonly by: PersonId | 'default' }
>;

export type DeficiencyNoticeIssued = DomainEvent<
  'DeficiencyNoticeIssued',
  MovesClocks & { readonly by: PersonId | 'default'; readonly round: number; readonly defects: readonly Defect[] }
>;

export type DeficiencyCured = DomainEvent<
  'DeficiencyCured',
  MovesClocks &
    Filing & {
      readonly round: number;
      readonly arrivesOn: IsoDate;
    }
>;

/** The public fact of registration: the trigger of reply, panel and long-stop. */
export type CaseRegistered = DomainEvent<
  'CaseRegistered',
  MovesClocks &
    PublicMatter & {
      readonly parties: CaseParties;
      readonly docketNumber: string;
      /** How many cases the complainant registered within the rules' days, with this one: its reply goes by it. */
      readonly casesAtOnce: number;
      readonly registeredAt: Instant;
      readonly filedAt: Instant;
      readonly ruleSetVersion: string;
      /** How the screening had ended before the number came; `null` in the ordinary case. */
      readonly alreadyEnded: Outcome | null;
      /** `standard` when absent. */
      readonly track?: Track;
      /** The ground of urgency, on the urgent track. */
      readonly urgencyGround?: UrgencyGround;
      readonly counterTo?: NonNullable<Relations['counterTo']>;
    }
>;

/** The grievance as it was registered, which is served on the respondent and the panel. */
export type GrievanceServed = DomainEvent<
  'GrievanceServed',
  MovesClocks & {
    readonly docketNumber: string;
    readonly grievance: Grievance;
    readonly receipt: Omit<Receipt, 'warnings'>;
    readonly filedAt: Instant;
    readonly urgency?: UrgencyClaim;
  }
>;

export type ReplyFiled = DomainEvent<'ReplyFiled', MovesClocks & { readonly by: PersonId; readonly reply: Reply }>;

/** S4 by silence: the grievance stands unanswered and the screening goes on. */
export type ReplyLapsed = DomainEvent<'ReplyLapsed', MovesClocks>;

export type ScreeningEnded = DomainEvent<
  'ScreeningEnded',
  MovesClocks & {
    readonly outcome: Outcome;
    readonly by: EndedBy;
    /** `null` when the case has none. */
    readonly docketNumber: string | null;
  }
>;

/**
 * What ended the screening is set aside. An act that came in time was learned of only after the end: it points to the
 * proof (I-19), or to nothing where the proof is the act that is recorded right behind it in this case. Or a settlement
 * is undone: it points to the repudiation.
 */
export type LapseSetAside = DomainEvent<
  'LapseSetAside',
  MovesClocks & {
    readonly becauseOf: string;
    readonly why: 'came-before' | 'repudiation';
    /** In what the screening goes on. */
    readonly back: 'registered' | 'suspended';
    /** The side that repudiated its signature of the settlement, and when that had ended the screening (I-67). */
    readonly repudiated?: { readonly party: PartyCode; readonly endedAt: Instant };
  }
>;

export type CaseEvent =
  | GrievanceFiled
  | GrievanceFoundComplete
  | DeficiencyNoticeIssued
  | DeficiencyCured
  | FilingAmended
  | MeasureCorrected
  | CaseRegistered
  | GrievanceServed
  | ReplyFiled
  | ReplyLapsed
  | ConsultationsEvent
  | JointProposalEvent
  | ClaimsEvent
  | RefilingEvent
  | ConsentEvent
  | AmendmentsEvent
  | DeadlineExtended
  | TrackChanged
  | RulesAdopted
  | UrgencyEvent
  | ConsolidationEvent
  | ScreeningSuspended
  | ResumptionNoticeGiven
  | ScreeningResumed
  | ScreeningReopened
  | ScreeningEnded
  | WithdrawalReasonGiven
  | ReviewEvent
  | LongStopReached
  | SeatTimeAdded
  | OutagesEvent
  | CaseLateEntryEvent
  | ActRepudiated
  | CalendarNoted
  | SummaryEvent
  | LapseSetAside;

/** The part of a case that every stage keeps. */
export function fileOf({
  caseId,
  parties,
  ruleSetVersion,
  grievance,
  certification,
  receipt,
  contact,
  filedAt,
  arrivesOn,
  ...more
}: FiledCase): CaseFile {
  const {
    running,
    lapsed,
    cures,
    filingsAmended,
    track,
    relations,
    consolidation,
    urgency,
    goneClaims,
    withdrawals,
    refilings,
    amendments,
    proposals,
    summaries,
    lateEntries,
    deeds,
    review,
    suspensions,
  } = more;
  const filing = { grievance, certification, receipt, contact, filedAt, arrivesOn };
  return {
    caseId,
    parties,
    ruleSetVersion,
    ...filing,
    running,
    lapsed,
    cures,
    filingsAmended,
    track,
    relations,
    consolidation,
    urgency,
    goneClaims,
    withdrawals,
    refilings,
    amendments,
    proposals,
    summaries,
    lateEntries,
    deeds,
    review,
    suspensions,
  };
}
