import type { MovesClocks } from '@parley/procedure';
import type { Exhibit } from '../exhibit';
import { loanDeadline, type Loan } from './loan';
import type { LoanEvent, LoanSigned } from './loan-events';

/** What an event means for the loans of an exhibit. One that has ended stays on record. */
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
 * A signature that waits for the other ends with its clock; one whose time had run out by then waits for its default
 * (I-18).
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

function signed(loan: Loan, { occurredAt, data: { digest, coHead, signedFor, jws, opens } }: LoanSigned): Loan {
  const signature = { coHead, party: signedFor, digest, receivedAt: occurredAt, ...(jws === undefined ? {} : { jws }) };
  if (loan.decision)
    return { ...loan, decision: { ...loan.decision, signatures: [...loan.decision.signatures, signature] } };
  const [deadline] = opens;
  return deadline ? { ...loan, decision: { digest, dueAt: deadline.dueAt, signatures: [signature] } } : loan;
}
