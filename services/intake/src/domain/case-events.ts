import type { CaseId, CaseParties, DomainEvent, Instant, IsoDate, PersonId, Side } from '@parley/kernel';
import type { Defect } from './completeness/check-completeness';
import type { Certification, Grievance, Receipt } from './filing/grievance';
import type { EndedBy, Outcome } from './outcome/outcome';
import type { RunningDeadline } from './running-deadline';
import type { Reply } from './reply/reply';

/**
 * Clocks that an event starts and stops. The event is itself the notice of it, served on both parties at the one
 * instant at which it is recorded (I-06).
 */
export interface MovesClocks {
  readonly opens: readonly RunningDeadline[];
  readonly closes: readonly string[];
}

export type GrievanceFiled = DomainEvent<
  'GrievanceFiled',
  MovesClocks & {
    readonly caseId: CaseId;
    readonly parties: CaseParties;
    readonly grievance: Grievance;
    readonly certification: Certification;
    readonly filedBy: PersonId;
    readonly receipt: Receipt;
    /** The joint business day on which it arrives; clocks count from it. */
    readonly arrivesOn: IsoDate;
    readonly ruleSetVersion: string;
  }
>;

/** The registry found the filing complete, or the automatic check did at the end of the registry's time. */
export type GrievanceFoundComplete = DomainEvent<'GrievanceFoundComplete', MovesClocks & { readonly by: PersonId | 'default' }>;

export type DeficiencyNoticeIssued = DomainEvent<
  'DeficiencyNoticeIssued',
  MovesClocks & { readonly by: PersonId | 'default'; readonly round: number; readonly defects: readonly Defect[] }
>;

export type DeficiencyCured = DomainEvent<
  'DeficiencyCured',
  MovesClocks & {
    readonly round: number;
    readonly grievance: Grievance;
    readonly certification: Certification;
    readonly receipt: Receipt;
    readonly arrivesOn: IsoDate;
  }
>;

export type CaseRegistered = DomainEvent<
  'CaseRegistered',
  MovesClocks & {
    readonly docketNumber: string;
    readonly registeredAt: Instant;
    readonly ruleSetVersion: string;
    /** How the screening had ended before the number came; `null` in the ordinary case. */
    readonly alreadyEnded: Outcome | null;
  }
>;

export type ReplyFiled = DomainEvent<'ReplyFiled', MovesClocks & { readonly by: PersonId; readonly reply: Reply }>;

/** S4 by silence: the grievance stands unanswered and the screening goes on. */
export type ReplyLapsed = DomainEvent<'ReplyLapsed', MovesClocks>;

export type CallOffered = DomainEvent<
  'CallOffered',
  MovesClocks & { readonly callId: string; readonly offeredBy: Side; readonly by: PersonId; readonly proposedFor: Instant }
>;
export type CallAnswered = DomainEvent<'CallAnswered', MovesClocks & { readonly callId: string; readonly by: PersonId }>;
/** Nobody answered: a fact that is public. */
export type CallUnanswered = DomainEvent<'CallUnanswered', MovesClocks & { readonly callId: string }>;

/** S5 ended with its time; what is left goes to the co-heads, and the screening goes on. */
export type ConsultationsClosed = DomainEvent<'ConsultationsClosed', MovesClocks & { readonly escalatedTo: 'coheads' }>;

export type ScreeningEnded = DomainEvent<'ScreeningEnded', MovesClocks & { readonly outcome: Outcome; readonly by: EndedBy }>;

/** An act that came in time was learned of only after the lapse. It points to what proves it (I-19). */
export type LapseSetAside = DomainEvent<'LapseSetAside', MovesClocks & { readonly becauseOf: string }>;

export type CaseEvent =
  | GrievanceFiled
  | GrievanceFoundComplete
  | DeficiencyNoticeIssued
  | DeficiencyCured
  | CaseRegistered
  | ReplyFiled
  | ReplyLapsed
  | CallOffered
  | CallAnswered
  | CallUnanswered
  | ConsultationsClosed
  | ScreeningEnded
  | LapseSetAside;
