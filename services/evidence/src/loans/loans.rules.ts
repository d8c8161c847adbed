import {
  canonicalJson,
  type CaseId,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
  type Sha256,
  type Text,
} from '@parley/kernel';
import { sha256Text, type MovesClocks } from '@parley/procedure';
import type { KnownCase } from '../casefile/casefile.rules';
import { notOpenForEvidence } from '../exhibits/correction-fault.rules';
import type { Act, Exhibit, ExhibitNumber } from '../exhibits/exhibit-commands.rules';
import type { ReadersSignature } from '../readers/readers.rules';

type OfLoan = Act & { readonly number: ExhibitNumber; readonly assignment: AssignmentId };

/** The panel or the registry asks for the loan of an exhibit to somebody whom the panel hears. */
export type AskForLoan = OfLoan & {
  readonly type: 'AskForLoan';
  readonly as: 'panel' | 'registry';
  readonly purpose: readonly Text[];
};

/** The party of the exhibit consents, and so lends it. */
export type ConsentToLoan = OfLoan & { readonly type: 'ConsentToLoan' };

export type SignLoan = OfLoan & {
  readonly type: 'SignLoan';
  readonly caseId: CaseId;
  /** The digest that the co-head names. */
  readonly digest: Sha256;
  /** The rules now in force. */
  readonly ruleSetVersion: string;
};

export type EndLoan = OfLoan & { readonly type: 'EndLoan'; readonly as: 'desk' | 'panel' | 'registry' };

/** The review has ended: nobody is heard any more. */
export type NoteReviewEnd = { readonly type: 'NoteReviewEnd'; readonly at: Act['receivedAt'] };

export type LoanCommand = AskForLoan | ConsentToLoan | SignLoan | EndLoan;

interface EventOfLoan extends MovesClocks {
  readonly number: ExhibitNumber;
  /** The party whose exhibit it is. */
  readonly party: PartyCode;
  readonly assignment: AssignmentId;
  readonly heardAs: HeardPerson['as'];
  /** Who is heard. */
  readonly person?: PersonId;
}

/** The panel or the registry asked for the loan of an exhibit. */
export type LoanAsked = DomainEvent<
  'LoanAsked',
  EventOfLoan & {
    readonly as: 'panel' | 'registry';
    readonly by: PersonId;
    readonly to: HeardPerson;
    readonly purpose: readonly Text[];
  }
>;

/** An exhibit is lent: its party consents, or both co-heads signed. */
export type ExhibitLent = DomainEvent<
  'ExhibitLent',
  EventOfLoan & { readonly basis: 'its-party' | 'co-heads'; readonly digest: Sha256 | null }
>;

export type LoanSigned = DomainEvent<
  'LoanSigned',
  EventOfLoan & {
    readonly digest: Sha256;
    readonly coHead: PersonId;
    readonly signedFor: PartyCode;
  }
>;

/** The other co-head did not sign in time: the exhibit is not lent. */
export type LoanDecisionLapsed = DomainEvent<
  'LoanDecisionLapsed',
  EventOfLoan & { readonly missing: readonly PartyCode[] }
>;

export type LoanEnded = DomainEvent<'LoanEnded', EventOfLoan & { readonly as: LoanEnder; readonly by: PersonId }>;

/** The review has ended, and with it every loan. */
export type ReviewEndNoted = DomainEvent<'ReviewEndNoted', MovesClocks>;

export type LoanEvent = LoanAsked | ExhibitLent | LoanSigned | LoanDecisionLapsed | LoanEnded;

/** `expert:US:1` or `third-party:1`: what the panel asks of somebody from outside of the case. */
export type AssignmentId = string;

/** Somebody from outside of the case whom the panel hears in person. */
export interface HeardPerson {
  readonly assignment: AssignmentId;
  readonly person: PersonId;
  readonly as: 'expert' | 'third-party';
}

/**
 * An exhibit that not everybody may read and that was asked for or lent for somebody whom the panel hears (I-42). Of
 * each exhibit, each person has one loan at a time.
 */
export interface Loan {
  readonly to: HeardPerson;
  readonly askedBy: 'panel' | 'registry';
  readonly askedAt: Instant;
  readonly purpose: readonly Text[];
  /** What one co-head has signed and the other may. */
  readonly decision: LoanDecision | null;
  readonly lent: {
    readonly at: Instant;
    readonly basis: 'its-party' | 'co-heads';
    readonly digest: Sha256 | null;
  } | null;
  /** When it ended, and who or what ended it: a person, a tombstone for the exhibit, or the end of the review. */
  readonly ended: { readonly at: Instant; readonly by: LoanEnder | 'tombstone' | 'end-of-review' } | null;
}

type LoanEnder = 'its-party' | 'panel' | 'registry';

export interface LoanDecision {
  readonly digest: Sha256;
  readonly dueAt: Instant;
  readonly signatures: readonly ReadersSignature[];
}

/** The loan that is asked for or runs; `undefined` when none was asked for or the last one has ended. */
export const currentLoan = ({ loans }: Pick<Exhibit, 'loans'>, assignment: AssignmentId): Loan | undefined =>
  loans.find((loan) => loan.to.assignment === assignment && loan.ended === null);

/** The id of the clock for the second co-head's signature. */
export const loanDeadline = (number: ExhibitNumber, assignment: AssignmentId): string =>
  `readers-decision:${number}:${assignment}`;

/** What both co-heads sign. It holds the exhibit's digest and the person, so that a signature fits no other loan. */
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

/** SHA-256 of the canonical JSON of the text (RFC 8785). */
export const loanDigest = (text: LoanText): Sha256 => sha256Text(canonicalJson(text));

/** True while people from outside are heard, which is until the review or the screening has ended. */
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

/** What an event means for the loans of an exhibit. A loan that has ended stays on record. */
export function evolveLoans(exhibit: Exhibit, event: LoanEvent): Exhibit {
  const { occurredAt: at } = event;
  switch (event.type) {
    case 'LoanAsked': {
      const { to, as: askedBy, purpose } = event.data;
      return {
        ...exhibit,
        loans: [...exhibit.loans, { to, askedBy, askedAt: at, purpose, decision: null, lent: null, ended: null }],
      };
    }
    case 'ExhibitLent': {
      const { basis, digest } = event.data;
      return withLoan(exhibit, event, (loan) => ({ ...waiting(exhibit, loan, event), lent: { at, basis, digest } }));
    }
    case 'LoanSigned':
      return withLoan(exhibit, event, (loan) => signed(loan, event));
    case 'LoanDecisionLapsed':
      return {
        ...exhibit,
        loans: exhibit.loans.map((loan) =>
          loan.to.assignment === event.data.assignment ? { ...loan, decision: null } : loan,
        ),
      };
    case 'LoanEnded':
      return withLoan(exhibit, event, (loan) => ({
        ...waiting(exhibit, loan, event),
        ended: { at, by: event.data.as },
      }));
  }
}

/**
 * A decision with one signature ends when its clock is closed. If its time had run out by then, it waits for its
 * default (I-18).
 */
const waiting = (
  { number }: Pick<Exhibit, 'number'>,
  loan: Loan,
  { data: { closes } }: { readonly data: Pick<MovesClocks, 'closes'> },
): Loan => (closes.includes(loanDeadline(number, loan.to.assignment)) ? { ...loan, decision: null } : loan);

/** All loans of an exhibit end at once. @param closes the clocks that end with them */
export const recalled = (
  exhibit: Pick<Exhibit, 'number' | 'loans'>,
  ended: NonNullable<Loan['ended']>,
  closes: readonly string[],
): readonly Loan[] =>
  exhibit.loans.map((loan) => (loan.ended ? loan : { ...waiting(exhibit, loan, { data: { closes } }), ended }));

const withLoan = (exhibit: Exhibit, { data: { assignment } }: LoanEvent, change: (loan: Loan) => Loan): Exhibit => ({
  ...exhibit,
  loans: exhibit.loans.map((loan) => (loan.to.assignment === assignment && loan.ended === null ? change(loan) : loan)),
});

function signed(loan: Loan, { occurredAt, data: { digest, coHead, signedFor, opens } }: LoanSigned): Loan {
  const signature = { coHead, party: signedFor, digest, receivedAt: occurredAt };
  if (loan.decision)
    return { ...loan, decision: { ...loan.decision, signatures: [...loan.decision.signatures, signature] } };
  const [deadline] = opens;
  return deadline ? { ...loan, decision: { digest, dueAt: deadline.dueAt, signatures: [signature] } } : loan;
}
