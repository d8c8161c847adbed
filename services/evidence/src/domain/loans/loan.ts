import { canonicalJson, type CaseId, type Instant, type PersonId, type Sha256, type Text } from '@parley/kernel';
import { sha256Text } from '@parley/procedure';
import type { KnownCase } from '../evidence-state';
import type { Exhibit, ExhibitNumber } from '../exhibit';
import type { ReadersSignature } from '../readers/readers';
import { notOpenForEvidence } from '../submission/open-for-evidence';

/** `expert:US:1` or `third-party:1`: what the panel asks of somebody outside of the case. */
export type AssignmentId = string;

/** Somebody from outside of the case whom the panel hears in person. */
export interface HeardPerson {
  readonly assignment: AssignmentId;
  readonly person: PersonId;
  readonly as: 'expert' | 'third-party';
}

/**
 * An exhibit that not everybody may read, asked for or lent for somebody whom the panel hears (I-42). One at a time of
 * each exhibit for each of them.
 */
export interface Loan {
  readonly to: HeardPerson;
  readonly askedBy: 'panel' | 'registry';
  readonly askedAt: Instant;
  readonly purpose: readonly Text[];
  /** Signatures of one co-head, waiting for the other. */
  readonly decision: LoanDecision | null;
  readonly lent: {
    readonly at: Instant;
    readonly basis: 'its-party' | 'co-heads';
    readonly digest: Sha256 | null;
  } | null;
  /** By whom it was ended, or by what: the exhibit was taken back or has fewer readers, or the review is over. */
  readonly ended: { readonly at: Instant; readonly by: LoanEnder | 'tombstone' | 'end-of-review' } | null;
}

export type LoanEnder = 'its-party' | 'panel' | 'registry';

export interface LoanDecision {
  readonly digest: Sha256;
  readonly dueAt: Instant;
  readonly signatures: readonly ReadersSignature[];
}

/** The loan that is asked for or runs; `undefined` where none was asked for, or the last one has ended. */
export const currentLoan = ({ loans }: Pick<Exhibit, 'loans'>, assignment: AssignmentId): Loan | undefined =>
  loans.find((loan) => loan.to.assignment === assignment && loan.ended === null);

/** The clock of the second co-head's signature. */
export const loanDeadline = (number: ExhibitNumber, assignment: AssignmentId): string =>
  `readers-decision:${number}:${assignment}`;

/** What both co-heads sign: the exhibit by its digest too, and the person, so that a signature fits no other loan. */
export interface LoanText {
  readonly caseId: CaseId;
  readonly exhibit: ExhibitNumber;
  readonly exhibitDigest: Sha256;
  readonly lendTo: AssignmentId;
  readonly person: PersonId;
}

export const loanText = (caseId: CaseId, { number, file }: Exhibit, { to }: Loan): LoanText => ({
  caseId,
  exhibit: number,
  exhibitDigest: file.digest,
  lendTo: to.assignment,
  person: to.person,
});

/** SHA-256 of its canonical JSON (RFC 8785). */
export const loanDigest = (text: LoanText): Sha256 => sha256Text(canonicalJson(text));

/** True while people from outside are heard: until the review has ended, or the screening. */
export const isHearing = (state: KnownCase, at: Instant): boolean =>
  state.reviewEndedAt === null && notOpenForEvidence(state, at) === undefined;

/** The exhibits that a person has on loan at an instant, each with its loan. */
export const lentTo = (state: KnownCase, person: PersonId, at: Instant): readonly (readonly [Exhibit, Loan])[] =>
  isHearing(state, at)
    ? [...state.exhibits.values()].flatMap((exhibit) =>
        exhibit.loans.flatMap((loan) =>
          loan.to.person === person && loan.lent !== null && loan.ended === null ? [[exhibit, loan] as const] : [],
        ),
      )
    : [];
