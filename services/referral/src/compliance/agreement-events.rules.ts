import type { DomainEvent, Instant, IsoDate, PartyCode, PersonId, Sha256, Text } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';
import type { EntryEvent } from '../late-entries/late-entries.rules';
import type { AgreementActRepudiated } from '../repudiation/repudiate-agreement-act.rules';
import type { CalendarNoted, OutageNoted } from '../time/time.rules';
import type { AgreementOrigin, AgreementTerms, LateComplianceAct, Signatories } from './agreement-commands.rules';
import type { AgreementInForce } from './agreement.rules';
import type { ObligationTerms, Publication, PublicTerms } from './verification.rules';

interface OfParty {
  readonly by: PersonId;
  readonly party: PartyCode;
}

/** One desk asks to enter an existing agreement. Until both desks have signed, only the two parties may read it. */
export type AgreementProposed = DomainEvent<
  'AgreementProposed',
  OfParty & {
    readonly parties: Signatories;
    readonly terms: AgreementTerms;
    readonly digest: Sha256;
    readonly ruleSetVersion: string;
  }
>;
export type AgreementSigned = DomainEvent<'AgreementSigned', OfParty & { readonly digest: Sha256 }>;
/** The party that proposed the agreement took it back, or the other one declined it. */
export type AgreementDeclined = DomainEvent<'AgreementDeclined', OfParty>;

/** An obligation, with its words if these are public. */
export type EnteredObligation = PublicTerms & Partial<ObligationTerms>;

/** From here on the agreement is tracked, in public (I-54). */
export type AgreementEntered = DomainEvent<
  'AgreementEntered',
  MovesClocks & {
    readonly origin: AgreementOrigin;
    readonly parties: Signatories;
    readonly digest: Sha256;
    readonly agreedAt: Instant;
    /** Joint business day on which it was agreed on. */
    readonly agreedOn: IsoDate;
    readonly ruleSetVersion: string;
    readonly publication: Publication;
    /** Empty when the text is not public. */
    readonly title: readonly Text[];
    readonly obligations: readonly EnteredObligation[];
    readonly firstReview: IsoDate;
  }
>;

/** What an owner says of its obligation. */
export const REPORTED_STATES = ['on-course', 'done', 'delayed'] as const;
export type ReportedState = (typeof REPORTED_STATES)[number];

export interface ReportEntry {
  readonly obligation: string;
  readonly says: ReportedState;
  /** In the party's own words; absent when words are not public. */
  readonly note?: readonly Text[];
}

export type StatusReportGiven = DomainEvent<
  'StatusReportGiven',
  MovesClocks & OfParty & { readonly review: number; readonly entries: readonly ReportEntry[]; readonly late: boolean }
>;
/** No report came in time. This is recorded automatically, in public. */
export type StatusReportMissed = DomainEvent<
  'StatusReportMissed',
  MovesClocks & { readonly review: number; readonly party: PartyCode }
>;

/** What the other side answers to what an owner says. */
export const VERDICTS = ['verified', 'refused'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What the owner of an obligation says of it, which is answered or was not. */
interface WhatIsSaid {
  readonly obligation: string;
  readonly owner: PartyCode;
  readonly says: ReportedState;
}

/** The other side answered. What it refused is disputed until it verifies it, or the co-heads check it jointly. */
export type ObligationVerified = DomainEvent<
  'ObligationVerified',
  MovesClocks & OfParty & WhatIsSaid & { readonly verdict: Verdict; readonly note?: readonly Text[] }
>;
export type ObligationVerifiedBySilence = DomainEvent<
  'ObligationVerifiedBySilence',
  MovesClocks & WhatIsSaid & { readonly silent: readonly PartyCode[] }
>;

/** What a joint check finds of what an owner says. */
export const FINDINGS = ['as-reported', 'not-as-reported'] as const;
export type CheckFinding = (typeof FINDINGS)[number];

/** A co-head signed a finding. It takes effect when the other one signs the same. */
export type JointCheckSigned = DomainEvent<
  'JointCheckSigned',
  OfParty & { readonly obligation: string; readonly finding: CheckFinding; readonly digest: Sha256 }
>;
export type ObligationChecked = DomainEvent<
  'ObligationChecked',
  MovesClocks & WhatIsSaid & { readonly finding: CheckFinding }
>;
/** The co-heads found nothing together in their time, so what is disputed stays so. */
export type JointCheckLapsed = DomainEvent<
  'JointCheckLapsed',
  MovesClocks & WhatIsSaid & { /** Sides whose co-head signed nothing. */ readonly missing: readonly PartyCode[] }
>;

/** What its owner says to have done was verified. */
export type ObligationFulfilled = DomainEvent<
  'ObligationFulfilled',
  MovesClocks & { readonly obligation: string; readonly owner: PartyCode; readonly late: boolean }
>;
/**
 * The date of the obligation passed before it was verified. This is recorded automatically, so no side alone
 * can hide it (I-54).
 */
export type ObligationOverdue = DomainEvent<
  'ObligationOverdue',
  MovesClocks & { readonly obligation: string; readonly owner: PartyCode }
>;

export type DateMoveProposed = DomainEvent<
  'DateMoveProposed',
  OfParty & { readonly obligation: string; readonly date: IsoDate; readonly reason: readonly Text[] }
>;
export type DateMoved = DomainEvent<
  'DateMoved',
  MovesClocks &
    OfParty & {
      readonly obligation: string;
      readonly owner: PartyCode;
      readonly from: IsoDate;
      readonly date: IsoDate;
      readonly reason?: readonly Text[];
    }
>;

export type NonPerformanceNoticed = DomainEvent<
  'NonPerformanceNoticed',
  OfParty & {
    readonly n: number;
    readonly obligation: string;
    readonly owner: PartyCode;
    readonly text?: readonly Text[];
  }
>;

/** Words for the event before, when the parties keep words to themselves. */
type WordsKept = DomainEvent<
  'WordsKept',
  {
    readonly of: 'report' | 'verification' | 'notice';
    readonly about: string;
    readonly party: PartyCode;
    readonly words: readonly Text[];
  }
>;

/** The day of the review is over. What is unverified is on record, and the next review is set. */
export type ReviewClosed = DomainEvent<
  'ReviewClosed',
  MovesClocks & {
    readonly review: number;
    /** Ids of the obligations that are not fulfilled. */
    readonly unverified: readonly string[];
    readonly next: { readonly review: number; readonly date: IsoDate };
  }
>;

/** A side repudiated its signature of the settlement, so that nobody owes what it obliged to (I-67). */
export type AgreementUndone = DomainEvent<
  'AgreementUndone',
  MovesClocks & { readonly party: PartyCode; /** Id of the event of the repudiation. */ readonly becauseOf: string }
>;

export type AgreementFulfilled = DomainEvent<'AgreementFulfilled', MovesClocks>;

export type AgreementEvent =
  | AgreementProposed
  | AgreementSigned
  | AgreementDeclined
  | AgreementEntered
  | EntryEvent<LateComplianceAct>
  | StatusReportGiven
  | StatusReportMissed
  | ObligationVerified
  | ObligationVerifiedBySilence
  | JointCheckSigned
  | ObligationChecked
  | JointCheckLapsed
  | ObligationFulfilled
  | ObligationOverdue
  | DateMoveProposed
  | DateMoved
  | NonPerformanceNoticed
  | WordsKept
  | ReviewClosed
  | AgreementFulfilled
  | AgreementUndone
  | AgreementActRepudiated
  | OutageNoted
  | CalendarNoted;

/** Words as a public event carries them. There are none when the parties keep words to themselves. */
export const publicWords = <Name extends string>(
  { publication }: AgreementInForce,
  name: Name,
  words: readonly Text[],
): Readonly<Partial<Record<Name, readonly Text[]>>> =>
  (publication === 'text' && words.length > 0 ? { [name]: words } : {}) as Readonly<
    Partial<Record<Name, readonly Text[]>>
  >;

/**
 * The same words for the parties alone, beside an event that tells everybody the fact. There are none when the public
 * event holds them already.
 */
export function keptWords(
  { publication }: AgreementInForce,
  of: WordsKept['data']['of'],
  {
    about,
    party,
    words,
    at,
  }: { readonly about: string; readonly party: PartyCode; readonly words: readonly Text[]; readonly at: Instant },
): readonly WordsKept[] {
  if (publication === 'text' || words.length === 0) return [];
  return [{ type: 'WordsKept', occurredAt: at, rule: 'I-54', tier: 'PARTIES', data: { of, about, party, words } }];
}
