import type { Instant, IsoDate, Sha256, Text } from '@parley/kernel';
import type { LateEntry } from '@parley/procedure';
import type { NoteCalendar } from '../calendar/note-calendar';
import type { NoteOutage } from '../outage/note-outage';
import type { Act } from '../referral-commands';
import type { AgreementOrigin, AgreementTerms, Signatories } from './agreement';
import type { ReportedState, Verdict } from './agreement-events';
import type { ObligationTerms, Publication } from './obligation-terms';

/** A settlement was signed: what it obliges to is tracked from then on. */
export interface EnterSettlement {
  readonly type: 'EnterSettlement';
  readonly origin: Extract<AgreementOrigin, { kind: 'settlement' }>;
  readonly parties: Signatories;
  readonly digest: Sha256;
  readonly agreedAt: Instant;
  readonly ruleSetVersion: string;
  readonly title: readonly Text[];
  readonly obligations: readonly ObligationTerms[];
  readonly publication: Publication;
}

export type ProposeAgreement = Act & {
  readonly type: 'ProposeAgreement';
  readonly agreementId: string;
  readonly parties: Signatories;
  readonly terms: AgreementTerms;
  readonly ruleSetVersion: string;
};
export type SignAgreement = Act & { readonly type: 'SignAgreement'; readonly digest: Sha256; readonly jws?: string };
export type DeclineAgreement = Act & { readonly type: 'DeclineAgreement' };

export type GiveStatusReport = Act & {
  readonly type: 'GiveStatusReport';
  readonly review: number;
  readonly entries: readonly {
    readonly obligation: string;
    readonly says: ReportedState;
    readonly note: readonly Text[];
  }[];
};
/** The registry enters a status report that came by another channel. */
export type EnterStatusReport = LateEntry<GiveStatusReport> & { readonly type: 'EnterStatusReport' };
export type VerifyObligation = Act & {
  readonly type: 'VerifyObligation';
  readonly obligation: string;
  readonly verdict: Verdict;
  readonly note: readonly Text[];
};
export type ProposeDate = Act & {
  readonly type: 'ProposeDate';
  readonly obligation: string;
  readonly date: IsoDate;
  readonly reason: readonly Text[];
};
/** The other party names the date that it agrees to. */
export type AcceptDate = Act & { readonly type: 'AcceptDate'; readonly obligation: string; readonly date: IsoDate };
export type NoticeNonPerformance = Act & {
  readonly type: 'NoticeNonPerformance';
  readonly obligation: string;
  readonly text: readonly Text[];
};
/** A deadline passed. Decided only when no act that came before it can still be under way. */
export interface ExpireAgreementDeadline {
  readonly type: 'ExpireDeadline';
  readonly deadlineId: string;
}

export type AgreementCommand =
  | EnterSettlement
  | ProposeAgreement
  | SignAgreement
  | DeclineAgreement
  | GiveStatusReport
  | EnterStatusReport
  | VerifyObligation
  | ProposeDate
  | AcceptDate
  | NoticeNonPerformance
  | NoteOutage
  | NoteCalendar
  | ExpireAgreementDeadline;
