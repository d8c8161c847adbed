import {
  accept,
  type Decision,
  type Instant,
  type IsoDate,
  type PartyCode,
  type PersonId,
  type Sha256,
  type Text,
} from '@parley/kernel';
import {
  plusMonths,
  type Clocks,
  type ComplianceRegionState,
  type CountedEntry,
  type LapsedClocks,
  type LateEntries,
  type RunningDeadline,
} from '@parley/procedure';
import type { AgreementOrigin, AgreementTerms, LateComplianceAct, Signatories } from './agreement-commands.rules';
import type { EnteredObligation, ReportEntry, ReviewClosed } from './agreement-events.rules';
import type { AgreementDeed } from '../repudiation/agreement-deeds.rules';
import type { Reported } from './reported.rules';
import type { Publication } from './verification.rules';

export interface DateProposal {
  readonly party: PartyCode;
  readonly date: IsoDate;
  readonly at: Instant;
  readonly reason: readonly Text[];
}

/**
 * A later date that both parties agreed on. Wherever a deadline is shown, its first date and each change are shown too
 * (I-64).
 */
export interface DateMove {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly at: Instant;
  readonly reason?: readonly Text[];
  /** When a side repudiated its consent, from which on the date before stands. */
  readonly repudiatedAt?: Instant;
}

export interface NonPerformanceNotice {
  readonly n: number;
  readonly party: PartyCode;
  readonly at: Instant;
  readonly text?: readonly Text[];
  /** When its side repudiated it. It is none from then on. */
  readonly repudiatedAt?: Instant;
}

export interface Obligation {
  readonly terms: EnteredObligation;
  /** The present date; the first date is in the terms. */
  readonly date: IsoDate;
  /** It is kept after it stops running. */
  readonly deadline: RunningDeadline;
  readonly state: 'open' | 'overdue' | 'fulfilled';
  readonly overdueAt?: Instant;
  readonly fulfilledAt?: Instant;
  /** Absent until its owner has reported. */
  readonly reported?: Reported;
  readonly moves: readonly DateMove[];
  readonly proposal?: DateProposal;
  readonly notices: readonly NonPerformanceNotice[];
}

/** What one party owes before one review. */
export interface StatusReport {
  readonly review: number;
  readonly party: PartyCode;
  readonly deadline: RunningDeadline;
  /** `not-owed` once the party has nothing left to report on. */
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
  }[];
  /** What a side may repudiate, in the order in which it was recorded. */
  readonly deeds: readonly AgreementDeed[];
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
  /** The next review, or the last one once everything is fulfilled. */
  readonly review: Review;
  readonly reports: readonly StatusReport[];
  /** What a side said to have reported, or answered, by another channel. */
  readonly lateEntries: LateEntries<LateComplianceAct>;
  readonly counted?: CountedEntry;
  /** What silence verified, by the limit that passed, as it stood before. */
  readonly silences: LapsedClocks<RunningDeadline & { readonly reported: Reported }>;
  /** Limits that something fulfilled has ended, as they stood. */
  readonly stopped: Readonly<Record<string, RunningDeadline>>;
  readonly fulfilledAt?: Instant;
  /** What both signed of an agreement of the register, which it is again without a signature. */
  readonly proposed?: ProposedAgreement;
  /** What a side may repudiate, in the order in which it was recorded. */
  readonly deeds: readonly AgreementDeed[];
  /** Words that the parties keep to themselves, oldest first. */
  readonly words: readonly KeptWords[];
  /** Deadlines that run now, by id. */
  readonly running: Readonly<Record<string, RunningDeadline>>;
}

export type AgreementState =
  | { readonly status: 'none' }
  | ProposedAgreement
  | { readonly status: 'declined'; readonly parties: Signatories; readonly declinedAt: Instant }
  | { readonly status: 'undone'; readonly parties: Signatories; readonly undoneAt: Instant }
  | AgreementInForce;

export const noAgreement: AgreementState = { status: 'none' };

export const obligationDeadline = (id: string): string => `obligation:${id}`;
export const reportDeadline = (party: PartyCode, review: number): string => `status-report:${party}:${String(review)}`;
export const verificationDeadline = (obligation: string): string => `verification:${obligation}`;
export const jointCheckDeadline = (obligation: string): string => `joint-check:${obligation}`;
export const reviewDeadline = (review: number): string => `compliance-review:${String(review)}`;

/** The obligations of a party that are not fulfilled yet. While there is one, the party owes reports. */
export const owedBy = (
  { obligations }: Pick<AgreementInForce, 'obligations'>,
  party: PartyCode,
): readonly Obligation[] => obligations.filter(({ terms, state }) => terms.owner === party && state !== 'fulfilled');

/**
 * The state of an obligation at an instant. Once its date has passed it is late, even if its default is not on record
 * yet (I-54).
 */
export const obligationStateAt = ({ state, deadline }: Obligation, now: Instant): Obligation['state'] =>
  state === 'open' && now >= deadline.dueAt ? 'overdue' : state;

export const reportStateAt = ({ state, deadline }: StatusReport, now: Instant): StatusReport['state'] =>
  state === 'due' && now >= deadline.dueAt ? 'missing' : state;

/** S13: the state of an agreement by what is on record, or, with an instant, by what has passed by then. */
export function complianceRegion(state: AgreementState, now?: Instant): ComplianceRegionState {
  if (state.status !== 'in-force') return 'none';
  if (state.fulfilledAt !== undefined || state.obligations.every((obligation) => obligation.state === 'fulfilled'))
    return 'fulfilled';
  const late = state.obligations.some(
    (obligation) => (now === undefined ? obligation.state : obligationStateAt(obligation, now)) === 'overdue',
  );
  return late || state.parties.some((party) => owesLateReport(state, party, now)) ? 'overdue' : 'on-course';
}

/**
 * True when a party let the time for its newest report pass. A later report makes up for those that were missed before.
 */
function owesLateReport(state: AgreementInForce, party: StatusReport['party'], now: Instant | undefined): boolean {
  if (owedBy(state, party).length === 0) return false;
  const stateOf = (report: StatusReport): StatusReport['state'] =>
    now === undefined ? report.state : reportStateAt(report, now);
  return (
    stateOf(state.reports.findLast((report) => report.party === party && stateOf(report) !== 'due') ?? NEVER) ===
    'missing'
  );
}

const NEVER = { state: 'given' } as StatusReport;

/** Day of a review. It is a fixed number of months after the first, whatever became of the reviews between. */
export const reviewDate = (firstReview: IsoDate, review: number, { ruleSet }: Clocks): IsoDate =>
  plusMonths(firstReview, ruleSet.compliance.reviewEveryMonths * (review - 1));

/** The clocks of one review: its own, and one for a report before it from each party that still owes something. */
export function cycleClocks(
  review: number,
  date: IsoDate,
  event: string,
  owing: readonly PartyCode[],
  clocks: Clocks,
): readonly RunningDeadline[] {
  const reports = owing.map((party) =>
    clocks.startOn('status-report', { event, date }, reportDeadline(party, review), party),
  );
  return [...reports, clocks.startOn('compliance-review', { event, date }, reviewDeadline(review))];
}

/**
 * S13 by time: the day of the review is over. It is recorded what is not fulfilled, and the next review is set.
 */
export function reviewByDefault(deadlineId: string, state: AgreementInForce, clocks: Clocks): Decision<ReviewClosed> {
  const { review, parties, obligations, firstReview } = state;
  if (state.fulfilledAt !== undefined || reviewDeadline(review.n) !== deadlineId) return accept();
  const next = { review: review.n + 1, date: reviewDate(firstReview, review.n + 1, clocks) };
  const owing = parties.filter((party) => owedBy(state, party).length > 0);
  const unverified = obligations.filter((obligation) => obligation.state !== 'fulfilled').map(({ terms }) => terms.id);
  return accept({
    type: 'ReviewClosed',
    occurredAt: review.deadline.dueAt,
    rule: 'S13',
    tier: 'PUBLIC',
    data: {
      review: review.n,
      unverified,
      next,
      opens: cycleClocks(next.review, next.date, 'ReviewClosed', owing, clocks),
      closes: [deadlineId],
    },
  });
}
