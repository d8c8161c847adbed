import { accept, refuse, type Decision } from '@parley/kernel';
import type { KnownCase } from '../evidence-state';
import type { Exhibit, ExhibitTier } from '../exhibit';
import { clocksOfLoans } from '../readers/clocks-of-exhibit';
import { refusals } from '../refusals';
import { currentLoan, isHearing, type Loan } from './loan';
import type { AskForLoan, ConsentToLoan, EndLoan, LoanCommand } from './loan-commands';
import type { ExhibitLent, LoanAsked, LoanEnded } from './loan-events';

/** The panel or the registry asks; it opens nothing by itself, and nobody need answer. */
export function askForLoan(
  { by, as, receivedAt, number, assignment, purpose }: AskForLoan,
  state: KnownCase,
): Decision<LoanAsked> {
  const exhibit = state.exhibits.get(number);
  if (!exhibit) return refuse(refusals.unknownExhibit);
  if (exhibit.withdrawn) return refuse(refusals.exhibitWithdrawn);
  if (exhibit.tier === 'PUBLIC') return refuse(refusals.readByAll);
  if (!isHearing(state, receivedAt)) return refuse(refusals.hearingOver);
  const to = state.heard.find((each) => each.assignment === assignment);
  if (!to) return refuse(refusals.notHeard, '/assignment');
  if (currentLoan(exhibit, assignment)) return refuse(refusals.loanAsked);
  return accept({
    type: 'LoanAsked',
    occurredAt: receivedAt,
    rule: 'I-42',
    tier: tierOfLoan(exhibit),
    data: { number, party: exhibit.party, assignment, as, by, to, purpose, opens: [], closes: [] },
  });
}

/** Who may know of a loan: the readers of the exhibit, and of one that everybody reads by now those of the case. */
const tierOfLoan = ({ tier }: Exhibit): Exclude<ExhibitTier, 'PUBLIC'> => (tier === 'PUBLIC' ? 'PANEL' : tier);

/** The designating party consents (I-42). */
export function consentToLoan(command: ConsentToLoan, state: KnownCase): Decision<ExhibitLent> {
  const found = loanToLend(command, state);
  if (found.kind === 'refused') return found;
  const { exhibit, loan } = found;
  if (command.party !== exhibit.party) return refuse(refusals.notYourExhibit);
  // What the co-heads took away, one party does not give back alone.
  if (exhibit.tombstones.length > 0) return refuse(refusals.readersDecided);
  return accept(exhibitLent(exhibit, loan, { at: command.receivedAt, basis: 'its-party', digest: null }, state));
}

type Lendable =
  | { readonly kind: 'found'; readonly exhibit: Exhibit; readonly loan: Loan }
  | Extract<Decision<never>, { readonly kind: 'refused' }>;

/** The loan of which a consent or a signature speaks, where it is asked for and can still be lent. */
export function loanToLend({ number, assignment, receivedAt }: LoanCommand, state: KnownCase): Lendable {
  const exhibit = state.exhibits.get(number);
  if (!exhibit) return refuse(refusals.unknownExhibit);
  if (exhibit.withdrawn) return refuse(refusals.exhibitWithdrawn);
  if (exhibit.tier === 'PUBLIC') return refuse(refusals.readByAll);
  const loan = currentLoan(exhibit, assignment);
  if (!loan) return refuse(refusals.unknownLoan);
  if (!isHearing(state, receivedAt)) return refuse(refusals.hearingOver);
  return loan.lent ? refuse(refusals.lentAlready) : { kind: 'found', exhibit, loan };
}

type Lending = Pick<ExhibitLent['data'], 'basis' | 'digest'> & { readonly at: ExhibitLent['occurredAt'] };

export const exhibitLent = (
  exhibit: Exhibit,
  loan: Loan,
  { at, basis, digest }: Lending,
  state: KnownCase,
): ExhibitLent => ({
  type: 'ExhibitLent',
  occurredAt: at,
  rule: 'I-42',
  tier: tierOfLoan(exhibit),
  data: {
    number: exhibit.number,
    party: exhibit.party,
    assignment: loan.to.assignment,
    basis,
    digest,
    opens: [],
    closes: clocksOfLoans({ ...exhibit, loans: [loan] }, state, at),
  },
});

/**
 * Who asked may take it back or end it; the party of the exhibit ends what it lent itself. Nothing more is handed out
 * from then on.
 */
export function endLoan(
  { by, as, party, receivedAt, number, assignment }: EndLoan,
  state: KnownCase,
): Decision<LoanEnded> {
  const exhibit = state.exhibits.get(number);
  if (!exhibit) return refuse(refusals.unknownExhibit);
  const loan = currentLoan(exhibit, assignment);
  if (!loan) return refuse(refusals.unknownLoan);
  if (as === 'desk') {
    if (party !== exhibit.party) return refuse(refusals.notYourExhibit);
    if (!loan.lent) return refuse(refusals.notYetLent);
    if (loan.lent.basis === 'co-heads') return refuse(refusals.loanDecided);
  }
  const closes = clocksOfLoans({ ...exhibit, loans: [loan] }, state, receivedAt);
  return accept({
    type: 'LoanEnded',
    occurredAt: receivedAt,
    rule: 'I-42',
    tier: tierOfLoan(exhibit),
    data: { number, party: exhibit.party, assignment, as: as === 'desk' ? 'its-party' : as, by, opens: [], closes },
  });
}
