import type { Bilingual, CaseId, CaseParties, Instant, IsoDate, PartyCode, PersonId } from '@parley/kernel';
import type { CountedEntry, Deed, LapsedClocks, LateEntries, Track } from '@parley/procedure';
import type { NoteCalendar } from '../registry/calendars/note-calendar.rules';
import type { NoteOutage } from '../registry/outages/outages.rules';
import type { Amendment, AmendmentsCommand } from './amendments/amendments.rules';
import type { ClaimsCommand, Withdrawal } from './claims/claims.rules';
import type { RunningDeadline } from './common-refusals.rules';
import type { Defect } from './completeness/check-completeness.rules';
import type { ConsentCommand } from './consent/consent.rules';
import type { Proposal } from './consent/proposal.rules';
import type { Consolidation, NoteConsolidation } from './consolidation/consolidation.rules';
import type { ConsultationsCommand } from './consultations/consultations.rules';
import type { SignJointProposal } from './consultations/joint-proposal.rules';
import type { Call, Consultations } from './consultations/time-of-call.rules';
import type { Filing } from './filing/file-grievance.rules';
import type { LateCaseAct, LateEntryCommand } from './late-entries/late-entries.rules';
import type { Referring, Relations } from './filing/filing.rules';
import type { BeforeFiling } from './filing/warnings.rules';
import type { EndedBy, Outcome } from './outcome/outcome.rules';
import type { Review } from './outcome/review.rules';
import type { NoteSeatTime } from './outcome/seat-time.rules';
import type { BarredClaim, ConsentToRefiling } from './refiling/refiling.rules';
import type { Reply } from './reply/reply.rules';
import type { RepudiateAct } from './repudiation/repudiation.rules';
import type { NoteSettlementUndone } from './repudiation/settlement-undone.rules';
import type { SummaryCommand, SummaryRequest } from './summaries/summaries.rules';
import type { GiveResumptionNotice } from './suspension/resumption.rules';
import type { Suspension } from './suspension/suspension.rules';
import type { Urgency, UrgencyClaim, UrgencyCommand } from './urgency/urgency.rules';

/** An act of a person: who, for which party, and the instant of receipt that counts. */
export interface Act {
  readonly by: PersonId;
  readonly party: PartyCode | null;
  readonly receivedAt: Instant;
}

export type FileGrievance = Act &
  Filing & {
    readonly type: 'FileGrievance';
    readonly caseId: CaseId;
    readonly parties: CaseParties;
    /** Why the filer holds the case to be urgent; absent when it does not. */
    readonly urgency?: UrgencyClaim;
    readonly referring?: Referring;
    /** Claims of other cases that it would file again before their time (I-68). */
    readonly barred?: readonly BarredClaim[];
    /** What its receipt may warn of; absent where nothing is known. */
    readonly before?: BeforeFiling;
  };
export type FindComplete = Act & { readonly type: 'FindComplete' };
export type IssueDeficiencyNotice = Act & { readonly type: 'IssueDeficiencyNotice' };
export type CureDeficiency = Act &
  Filing & { readonly type: 'CureDeficiency'; readonly barred?: readonly BarredClaim[] };
/** The docket gave the case its number. The number is used whatever happened meanwhile. */
export type RegisterCase = {
  readonly type: 'RegisterCase';
  readonly docketNumber: string;
  /** How many cases the complainant registered within the rules' days, with this one. */
  readonly casesAtOnce: number;
  /** When the filing was found complete. This is the instant of registration, and its year is that of the number. */
  readonly completeAt: Instant;
};
export type FileReply = Act & { readonly type: 'FileReply'; readonly reply: Reply };
export type WithdrawGrievance = Act & {
  readonly type: 'WithdrawGrievance';
  /**
   * Why, where the party says it. Single claims are withdrawn without a word, which would be an argument to a panel
   * that goes on with the others.
   */
  readonly reason?: Bilingual;
};
/** A deadline passed. This is decided only when no act that came before it can still be under way. */
export type ExpireDeadline = { readonly type: 'ExpireDeadline'; readonly deadlineId: string };
/** How far the panel went, as its public events tell: `deciding` where S9 begins, with an interim text or without. */
export type NotePanelOutcome = {
  readonly type: 'NotePanelOutcome';
  readonly at: Instant;
  readonly eventId: string;
} & (
  | { readonly outcome: 'composed' | 'interim' | 'deciding' | 'close' | 'findings' }
  /** Codes of the sides whose seat could not be filled. */
  | { readonly outcome: 'roster-exhausted'; readonly sides: readonly PartyCode[] }
);

/** Both parties signed a settlement. The case learns this from the referral's public events. */
export type NoteSettlement = { readonly type: 'NoteSettlement'; readonly at: Instant; readonly eventId: string };

export type CaseCommand =
  | FileGrievance
  | FindComplete
  | IssueDeficiencyNotice
  | CureDeficiency
  | RegisterCase
  | FileReply
  | ConsultationsCommand
  | SignJointProposal
  | SummaryCommand
  | WithdrawGrievance
  | ClaimsCommand
  | ConsentToRefiling
  | GiveResumptionNotice
  | ConsentCommand
  | AmendmentsCommand
  | UrgencyCommand
  | NoteConsolidation
  | LateEntryCommand
  | RepudiateAct
  | NoteOutage
  | NoteCalendar
  | ExpireDeadline
  | NotePanelOutcome
  | NoteSettlement
  | NoteSettlementUndone
  | NoteSeatTime;

/** What a case holds from its filing on, whatever stage it is in. */
export interface CaseFile extends Filing {
  readonly caseId: CaseId;
  readonly parties: CaseParties;
  /**
   * The version in effect at its filing (I-71), or a later one that both parties adopted. Clocks that start now are
   * under it.
   */
  readonly ruleSetVersion: string;
  readonly filedAt: Instant;
  readonly arrivesOn: IsoDate;
  /** Deadlines that run now, by id. */
  readonly running: Readonly<Record<string, RunningDeadline>>;
  /** Those that ended in silence, by id, until an act is proved that came in time (I-19). */
  readonly lapsed: LapsedClocks<RunningDeadline>;
  /** Cure rounds used. */
  readonly cures: number;
  /** How often the filing was amended before it was found complete. */
  readonly filingsAmended: number;
  readonly track: Track;
  /** Cases that it refers to: the one that it files again, the one that it answers. */
  readonly relations: Relations;
  /** The cases beside which it goes on; `null` when it goes on alone. */
  readonly consolidation: Consolidation | null;
  /** `null` where urgency was never claimed. */
  readonly urgency: Urgency | null;
  /** Ids of claims that were withdrawn or left out by an amendment: none is used again. */
  readonly goneClaims: readonly string[];
  /** Withdrawals of claims, in their order. */
  readonly withdrawals: readonly Withdrawal[];
  /** Ids of claims that the other party lets be filed again before their time. */
  readonly refilings: readonly string[];
  /** How the grievance was amended since its registration. */
  readonly amendments: readonly Amendment[];
  /** Proposals that need two signatures, in their order. */
  readonly proposals: readonly Proposal[];
  readonly review: Review;
  /** The times for which it stood still by consent of both parties and that are over. */
  readonly suspensions: readonly { readonly from: Instant; readonly to: Instant }[];
  /** What the parties asked of each other in non-confidential summaries. */
  readonly summaries: readonly SummaryRequest[];
  /** What a side said to have done by another channel. */
  readonly lateEntries: LateEntries<LateCaseAct>;
  readonly counted?: CountedEntry;
  /** What a side may repudiate, in the order in which it was recorded. */
  readonly deeds: readonly Deed[];
}

/** Exchange region of a registered case (S4–S5). */
export type Exchange =
  | { readonly stage: 'awaiting-reply'; readonly calls: readonly Call[]; readonly consultations: Consultations }
  | {
      readonly stage: 'consultations' | 'closed';
      readonly reply: Reply | 'unanswered';
      readonly repliedAt: Instant;
      readonly calls: readonly Call[];
      readonly consultations: Consultations;
    };

export interface Registration {
  readonly docketNumber: string;
  readonly casesAtOnce: number;
  readonly registeredAt: Instant;
  /**
   * First instant at which the long-stop has passed. It is kept after the long-stop stops running, for acts that are
   * learned of later.
   */
  readonly longStop: Instant;
}

export type CaseState =
  | { readonly status: 'unfiled' }
  | (CaseFile & { readonly status: 'filed' })
  | (CaseFile & { readonly status: 'deficient'; readonly defects: readonly Defect[] })
  | (CaseFile & {
      readonly status: 'complete';
      readonly completeAt: Instant;
      readonly completeBy: 'registry' | 'default';
    })
  | (CaseFile & { readonly status: 'registered'; readonly registration: Registration; readonly exchange: Exchange })
  | (CaseFile & {
      readonly status: 'suspended';
      readonly registration: Registration;
      readonly exchange: Exchange;
      readonly suspension: Suspension;
    })
  | (CaseFile & {
      readonly status: 'ended';
      readonly outcome: Outcome;
      readonly endedAt: Instant;
      readonly endedBy: EndedBy;
      /** What its party said why it withdrew. */
      readonly withdrawalReason?: Bilingual;
      /** Absent when the case ended before it was registered. A number given meanwhile is still used (I-27). */
      readonly registration?: Registration;
      readonly exchange?: Exchange;
      /**
       * The deadlines that ran when it ended, or when it was suspended if it ended in suspension. A reopened screening
       * goes on with these.
       */
      readonly stopped: { readonly at: Instant; readonly deadlines: readonly RunningDeadline[] };
      /** Present when it ended in suspension: that, with its own limits. */
      readonly suspension?: Suspension & { readonly limits: readonly RunningDeadline[] };
    });

export const unfiled: CaseState = { status: 'unfiled' };

/** A case that has been filed, in whatever state. */
export type FiledCase = Exclude<CaseState, { status: 'unfiled' }>;
export type RegisteredCase = Extract<CaseState, { status: 'registered' }>;
export type SuspendedCase = Extract<CaseState, { status: 'suspended' }>;
