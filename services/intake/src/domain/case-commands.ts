import type { CaseId, CaseParties, Instant, PartyCode, PersonId } from '@parley/kernel';
import type { AmendmentsCommand } from './amendments/amendments-commands';
import type { WithdrawClaims } from './claims/claims-commands';
import type { ConsentCommand } from './consent/consent-commands';
import type { Filing } from './filing/grievance';
import type { ConsultationsCommand } from './consultations/consultations-commands';
import type { NoteCalendar } from './calendars/note-calendar.decide';
import type { OutagesCommand } from './outages/outages-commands';
import type { NoteConsolidation } from './consolidation/consolidation-commands';
import type { Referring } from './related/relations';
import type { Reply } from './reply/reply';
import type { SummaryCommand } from './summaries/summary';
import type { UrgencyClaim } from './urgency/urgency';
import type { UrgencyCommand } from './urgency/urgency-commands';

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
    /** Why the case is held to be urgent, where it is. */
    readonly urgency?: UrgencyClaim;
    readonly referring?: Referring;
  };
export type FindComplete = Act & { readonly type: 'FindComplete' };
export type IssueDeficiencyNotice = Act & { readonly type: 'IssueDeficiencyNotice' };
export type CureDeficiency = Act & Filing & { readonly type: 'CureDeficiency' };
/** The docket gave the case its number: it is used whatever happened meanwhile. */
export type RegisterCase = {
  readonly type: 'RegisterCase';
  readonly docketNumber: string;
  /** When the filing was found complete: the instant of registration, whose year is the number's. */
  readonly completeAt: Instant;
};
export type FileReply = Act & { readonly type: 'FileReply'; readonly reply: Reply };
export type WithdrawGrievance = Act & { readonly type: 'WithdrawGrievance' };
/** A deadline passed. Decided only when no act that came before it can still be under way. */
export type ExpireDeadline = { readonly type: 'ExpireDeadline'; readonly deadlineId: string };
/** The panel's findings are final, or it cannot be composed; learned from the panel's public events. */
export type NotePanelOutcome = {
  readonly type: 'NotePanelOutcome';
  readonly outcome: 'findings' | 'roster-exhausted';
  readonly at: Instant;
  readonly eventId: string;
};

/** Both parties signed a settlement; learned from the referral's public events. */
export type NoteSettlement = { readonly type: 'NoteSettlement'; readonly at: Instant; readonly eventId: string };

export type CaseCommand =
  | FileGrievance
  | FindComplete
  | IssueDeficiencyNotice
  | CureDeficiency
  | RegisterCase
  | FileReply
  | ConsultationsCommand
  | SummaryCommand
  | WithdrawGrievance
  | WithdrawClaims
  | ConsentCommand
  | AmendmentsCommand
  | UrgencyCommand
  | NoteConsolidation
  | OutagesCommand
  | NoteCalendar
  | ExpireDeadline
  | NotePanelOutcome
  | NoteSettlement;
