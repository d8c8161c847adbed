import type { Instant, IsoDate, PartyCode, PersonId, Sha256, Text } from '@parley/kernel';
import type { RunningDeadline } from '@parley/procedure';
import type { AgreementOrigin, AgreementTerms, Signatories } from './agreement';
import type { EnteredObligation, ReportEntry, Verdict } from './agreement-events';
import type { Publication } from './obligation-terms';

export interface GivenVerdict {
  readonly party: PartyCode;
  readonly verdict: Verdict;
  readonly at: Instant;
  readonly note?: readonly Text[];
}

export interface DateProposal {
  readonly party: PartyCode;
  readonly date: IsoDate;
  readonly at: Instant;
  readonly reason: readonly Text[];
}

/** A later date that both agreed on: a deadline that is shown shows its first date and each change (I-64). */
export interface DateMove {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly at: Instant;
  readonly reason?: readonly Text[];
}

export interface NonPerformanceNotice {
  readonly n: number;
  readonly party: PartyCode;
  readonly at: Instant;
  readonly text?: readonly Text[];
}

/** One obligation of an agreement in force. */
export interface Obligation {
  readonly terms: EnteredObligation;
  /** Its present date; the first one stands in its terms. */
  readonly date: IsoDate;
  /** Kept after it stops running. */
  readonly deadline: RunningDeadline;
  readonly state: 'open' | 'overdue' | 'fulfilled';
  readonly overdueAt?: Instant;
  readonly fulfilledAt?: Instant;
  /** The newest of each party. */
  readonly verdicts: readonly GivenVerdict[];
  readonly moves: readonly DateMove[];
  readonly proposal?: DateProposal;
  readonly notices: readonly NonPerformanceNotice[];
}

/** What one party owes before one review. */
export interface StatusReport {
  readonly review: number;
  readonly party: PartyCode;
  readonly deadline: RunningDeadline;
  /** `not-owed` once its party has nothing left to report on. */
  readonly state: 'due' | 'given' | 'missing' | 'given-late' | 'not-owed';
  readonly givenAt?: Instant;
  readonly entries: readonly ReportEntry[];
}

export interface Review {
  readonly n: number;
  readonly date: IsoDate;
  readonly deadline: RunningDeadline;
}

export interface ProposedAgreement {
  readonly status: 'proposed';
  readonly parties: Signatories;
  readonly terms: AgreementTerms;
  readonly digest: Sha256;
  readonly ruleSetVersion: string;
  readonly proposedBy: PartyCode;
  readonly proposedAt: Instant;
  readonly signatures: readonly {
    readonly party: PartyCode;
    readonly by: PersonId;
    readonly at: Instant;
    readonly jws?: string;
  }[];
}

/** Words beside a public fact, for the parties alone. */
export interface KeptWords {
  readonly of: 'report' | 'verification' | 'notice';
  /** Id of the obligation. */
  readonly about: string;
  readonly party: PartyCode;
  readonly at: Instant;
  readonly words: readonly Text[];
}

/** An agreement that is tracked. */
export interface AgreementInForce {
  readonly status: 'in-force';
  readonly origin: AgreementOrigin;
  readonly parties: Signatories;
  readonly digest: Sha256;
  readonly agreedAt: Instant;
  readonly agreedOn: IsoDate;
  readonly ruleSetVersion: string;
  readonly publication: Publication;
  readonly title: readonly Text[];
  readonly obligations: readonly Obligation[];
  readonly firstReview: IsoDate;
  /** The review that comes next, or the last one when everything is fulfilled. */
  readonly review: Review;
  readonly reports: readonly StatusReport[];
  readonly fulfilledAt?: Instant;
  /** What the parties keep to themselves, oldest first. */
  readonly words: readonly KeptWords[];
  /** Deadlines that run now, by id. */
  readonly running: Readonly<Record<string, RunningDeadline>>;
}

export type AgreementState =
  | { readonly status: 'none' }
  | ProposedAgreement
  | { readonly status: 'declined'; readonly parties: Signatories; readonly declinedAt: Instant }
  | AgreementInForce;

export const noAgreement: AgreementState = { status: 'none' };

export const obligationDeadline = (id: string): string => `obligation:${id}`;
/** A deadline that says whose act it awaits, where its id does not: whoever keeps an agenda reads it there. */
export const owed = (
  deadline: RunningDeadline,
  owner: PartyCode,
): RunningDeadline & { readonly awaits: `party:${PartyCode}` } => ({ ...deadline, awaits: `party:${owner}` });

export const reportDeadline = (party: PartyCode, review: number): string => `status-report:${party}:${String(review)}`;
export const reviewDeadline = (review: number): string => `compliance-review:${String(review)}`;

/** Obligations of a party that are not fulfilled yet: as long as there is one, it owes reports. */
export const owedBy = (
  { obligations }: Pick<AgreementInForce, 'obligations'>,
  party: PartyCode,
): readonly Obligation[] => obligations.filter(({ terms, state }) => terms.owner === party && state !== 'fulfilled');
