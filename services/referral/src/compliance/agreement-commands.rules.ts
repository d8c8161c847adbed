import { canonicalJson, type Instant, type IsoDate, type PartyCode, type Sha256, type Text } from '@parley/kernel';
import { sha256Text, type AnswerLateEntry, type ClaimLateEntry, type Clocks } from '@parley/procedure';
import type { Act } from '../referral/common-refusals.rules';
import type { RepudiateAct } from '../repudiation/repudiation.rules';
import type { NoteCalendar, NoteOutage } from '../time/time.rules';
import type { AgreementEntered, CheckFinding, ReportedState, Verdict } from './agreement-events.rules';
import { cycleClocks, obligationDeadline, reviewDate } from './agreement.rules';
import { publicTermsOf, type ObligationTerms, type Publication } from './verification.rules';

/** A settlement was signed. Its obligations are tracked from then on. */
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

/** A side has repudiated its signature of the settlement, which counts no more. */
export interface UndoSettlement {
  readonly type: 'UndoSettlement';
  readonly at: Instant;
  readonly party: PartyCode;
  readonly becauseOf: string;
}

export type ProposeAgreement = Act & {
  readonly type: 'ProposeAgreement';
  readonly agreementId: string;
  readonly parties: Signatories;
  readonly terms: AgreementTerms;
  readonly ruleSetVersion: string;
};
export type SignAgreement = Act & { readonly type: 'SignAgreement'; readonly digest: Sha256 };
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
export type VerifyObligation = Act & {
  readonly type: 'VerifyObligation';
  readonly obligation: string;
  /** What its owner says, which is answered. */
  readonly says: ReportedState;
  readonly verdict: Verdict;
  readonly note: readonly Text[];
};
/** What a side may enter when it came by another channel. */
export type LateComplianceAct = GiveStatusReport | VerifyObligation;
export type CheckJointly = Act & {
  readonly type: 'CheckJointly';
  readonly obligation: string;
  readonly finding: CheckFinding;
  readonly digest: Sha256;
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
/** A deadline passed. The default is decided only when no act that came before it can still be under way. */
export interface ExpireAgreementDeadline {
  readonly type: 'ExpireDeadline';
  readonly deadlineId: string;
}

export type AgreementCommand =
  | EnterSettlement
  | UndoSettlement
  | ProposeAgreement
  | SignAgreement
  | DeclineAgreement
  | GiveStatusReport
  | ClaimLateEntry<LateComplianceAct>
  | AnswerLateEntry
  | VerifyObligation
  | CheckJointly
  | ProposeDate
  | AcceptDate
  | NoticeNonPerformance
  | RepudiateAct
  | NoteOutage
  | NoteCalendar
  | ExpireAgreementDeadline;

/** Where to find the text of an existing agreement. */
export interface AgreementSource {
  readonly citation: string;
  /** When it was signed. */
  readonly date: IsoDate;
  readonly url?: string;
}

/** An existing agreement as one desk would enter it in the register. */
export interface AgreementTerms {
  readonly title: readonly Text[];
  readonly source: AgreementSource;
  readonly obligations: readonly ObligationTerms[];
  /** Day of the first review. When `null`, it is one review interval after the entry. */
  readonly firstReview: IsoDate | null;
  readonly publication: Publication;
}

/** What binds the parties: a settlement that they signed in a case, or an agreement that existed already. */
export type AgreementOrigin =
  | { readonly kind: 'settlement'; readonly caseId: string; readonly docketNumber: string }
  | { readonly kind: 'register'; readonly source?: AgreementSource };

/** The two parties, in the order of their codes. It no longer matters which of them complained. */
export type Signatories = readonly [PartyCode, PartyCode];

/**
 * What both desks sign. It holds the terms and the id that the agreement would have in the register, so that no
 * signature fits another agreement.
 */
export const agreementDigest = (
  agreementId: string,
  { title, source, obligations, firstReview, publication }: AgreementTerms,
): Sha256 => sha256Text(canonicalJson({ agreementId, title, source, obligations, firstReview, publication }));

/** What an agreement in force starts with. */
export interface Entry {
  readonly origin: AgreementOrigin;
  readonly parties: Signatories;
  readonly digest: Sha256;
  readonly agreedAt: Instant;
  readonly title: readonly Text[];
  readonly obligations: readonly ObligationTerms[];
  readonly publication: Publication;
  /** One review interval after the agreement when left out. */
  readonly firstReview?: IsoDate;
}

/**
 * I-54: from here on the owner and date of each obligation are public. The words are public if both parties agreed so.
 * Every time limit that follows starts here.
 */
export function enterAgreement(entry: Entry, clocks: Clocks): AgreementEntered {
  const { origin, parties, digest, agreedAt, title, obligations, publication } = entry;
  const agreedOn = clocks.arrivalDay(agreedAt);
  const firstReview = entry.firstReview ?? reviewDate(agreedOn, 2, clocks);
  const owing = parties.filter((party) => obligations.some(({ owner }) => owner === party));
  const event = 'AgreementEntered';
  const dates = obligations.map(({ id, date, owner }) =>
    clocks.startOn('obligation', { event, date }, obligationDeadline(id), owner),
  );
  const isOpen = publication === 'text';
  return {
    type: event,
    occurredAt: agreedAt,
    rule: 'S13',
    tier: 'PUBLIC',
    data: {
      origin,
      parties,
      digest,
      agreedAt,
      agreedOn,
      ruleSetVersion: clocks.ruleSet.version,
      publication,
      title: isOpen ? title : [],
      obligations: isOpen ? obligations : obligations.map(publicTermsOf),
      firstReview,
      opens: [...dates, ...cycleClocks(1, firstReview, event, owing, clocks)],
      closes: [],
    },
  };
}
