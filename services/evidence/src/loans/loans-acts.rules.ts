import { accept, plusMillis, refuse, type Decision, type Instant } from '@parley/kernel';
import { coHeadsAct, type ClocksOf } from '@parley/procedure';
import type { KnownCase } from '../casefile/casefile.rules';
import { commonRefusals } from '../casefile/common-refusals.rules';
import type { Exhibit, ExhibitTier } from '../exhibits/exhibit-commands.rules';
import { endOfDecision } from '../readers/readers-state.rules';
import { readersRefusals, signatureFault } from '../readers/readers.rules';
import { clocksOfLoans } from '../readers/withdraw-exhibit.rules';
import { loanRefusals } from './loan-refusals.rules';
import {
  currentLoan,
  isHearing,
  loanDeadline,
  loanDigest,
  loanText,
  type AskForLoan,
  type ConsentToLoan,
  type EndLoan,
  type ExhibitLent,
  type Loan,
  type LoanAsked,
  type LoanCommand,
  type LoanDecisionLapsed,
  type LoanEnded,
  type LoanSigned,
  type NoteReviewEnd,
  type ReviewEndNoted,
  type SignLoan,
} from './loans.rules';

/** The panel or the registry asks for a loan. Asking opens nothing by itself, and nobody need answer. */
export function askForLoan(command: AskForLoan, state: KnownCase) {
  const { receivedAt, number } = command;
  const exhibit = state.exhibits.get(number);
  if (!exhibit) return refuse(commonRefusals.unknownExhibit);
  if (exhibit.withdrawn) return refuse(readersRefusals.exhibitWithdrawn);
  if (exhibit.tier === 'PUBLIC') return refuse(loanRefusals.readByAll);
  if (!isHearing(state, receivedAt)) return refuse(loanRefusals.hearingOver);
  const { by, as, assignment, purpose } = command;
  const to = state.heard.find((each) => each.assignment === assignment);
  if (!to) return refuse(loanRefusals.notHeard, '/assignment');
  if (currentLoan(exhibit, assignment)) return refuse(loanRefusals.loanAsked);
  return accept<LoanAsked>({
    type: 'LoanAsked',
    occurredAt: receivedAt,
    rule: 'I-42',
    tier: tierOfLoan(exhibit),
    data: {
      ...{ number, party: exhibit.party, assignment, heardAs: to.as, person: to.person },
      ...{ as, by, to, purpose },
      opens: [],
      closes: [],
    },
  });
}

/** Who may know of a loan: the readers of the exhibit, or the readers of the case once everybody reads the exhibit. */
const tierOfLoan = ({ tier }: Exhibit): Exclude<ExhibitTier, 'PUBLIC'> => (tier === 'PUBLIC' ? 'PANEL' : tier);

/** The designating party consents (I-42). */
export function consentToLoan(command: ConsentToLoan, state: KnownCase) {
  const found = loanToLend(command, state);
  if (found.kind === 'refused') return found;
  const { exhibit, loan } = found;
  if (command.party !== exhibit.party) return refuse(commonRefusals.notYourExhibit);
  // One party cannot restore alone what both co-heads took away.
  if (exhibit.tombstones.length > 0) return refuse(readersRefusals.readersDecided);
  return accept<ExhibitLent>(
    exhibitLent(exhibit, loan, { at: command.receivedAt, basis: 'its-party', digest: null }, state),
  );
}

interface Lendable {
  readonly kind: 'found';
  readonly exhibit: Exhibit;
  readonly loan: Loan;
}

/** The loan that a consent or a signature is about, if it was asked for and can still be lent. */
function loanToLend({ number, assignment, receivedAt }: LoanCommand, state: KnownCase) {
  const exhibit = state.exhibits.get(number);
  if (!exhibit) return refuse(commonRefusals.unknownExhibit);
  if (exhibit.withdrawn) return refuse(readersRefusals.exhibitWithdrawn);
  if (exhibit.tier === 'PUBLIC') return refuse(loanRefusals.readByAll);
  const loan = currentLoan(exhibit, assignment);
  if (!loan) return refuse(loanRefusals.unknownLoan);
  if (!isHearing(state, receivedAt)) return refuse(loanRefusals.hearingOver);
  return loan.lent ? refuse(loanRefusals.lentAlready) : ({ kind: 'found', exhibit, loan } satisfies Lendable);
}

type Lending = Pick<ExhibitLent['data'], 'basis' | 'digest'> & { readonly at: ExhibitLent['occurredAt'] };

const exhibitLent = (exhibit: Exhibit, loan: Loan, { at, basis, digest }: Lending, state: KnownCase): ExhibitLent => ({
  type: 'ExhibitLent',
  occurredAt: at,
  rule: 'I-42',
  tier: tierOfLoan(exhibit),
  data: {
    number: exhibit.number,
    party: exhibit.party,
    assignment: loan.to.assignment,
    heardAs: loan.to.as,
    person: loan.to.person,
    basis,
    digest,
    opens: [],
    closes: clocksOfLoans({ ...exhibit, loans: [loan] }, state, at),
  },
});

/**
 * Ends a loan, so that nothing more is handed out from then on. The panel or the registry may take back or end any
 * loan. The party of the exhibit may end one that it lent itself.
 */
export function endLoan({ by, as, party, receivedAt, number, assignment }: EndLoan, state: KnownCase) {
  const exhibit = state.exhibits.get(number);
  if (!exhibit) return refuse(commonRefusals.unknownExhibit);
  const loan = currentLoan(exhibit, assignment);
  if (!loan) return refuse(loanRefusals.unknownLoan);
  if (as === 'desk') {
    if (party !== exhibit.party) return refuse(commonRefusals.notYourExhibit);
    if (!loan.lent) return refuse(loanRefusals.notYetLent);
    if (loan.lent.basis === 'co-heads') return refuse(loanRefusals.loanDecided);
  }
  const closes = clocksOfLoans({ ...exhibit, loans: [loan] }, state, receivedAt);
  return accept<LoanEnded>({
    type: 'LoanEnded',
    occurredAt: receivedAt,
    rule: 'I-42',
    tier: tierOfLoan(exhibit),
    data: {
      ...{ number, party: exhibit.party, assignment, heardAs: loan.to.as, person: loan.to.person },
      ...{ as: as === 'desk' ? ('its-party' as const) : as, by },
      opens: [],
      closes,
    },
  });
}

/**
 * The end of the review ends all loans to people whom the panel heard, and decisions on loans that one co-head had
 * signed.
 */
export function noteReviewEnd({ at }: NoteReviewEnd, state: KnownCase): Decision<ReviewEndNoted> {
  const exhibits = [...state.exhibits.values()].filter(({ loans }) => loans.some(({ ended }) => ended === null));
  if (exhibits.length === 0) return accept();
  const closes = exhibits.flatMap((exhibit) => clocksOfLoans(exhibit, state, at));
  return accept({ type: 'ReviewEndNoted', occurredAt: at, rule: 'S7', tier: 'PUBLIC', data: { opens: [], closes } });
}

/**
 * I-42: both co-heads may lend an exhibit by signing one digest, even though its party does not lend it. The first
 * signature starts the clock of the second.
 */
export function signLoan(command: SignLoan, state: KnownCase, clocksOf: ClocksOf) {
  const { by, party, receivedAt } = command;
  const { complainant, respondent } = state.parties;
  if (party !== complainant && party !== respondent) return refuse(readersRefusals.notACoHead);
  const found = loanToLend(command, state);
  if (found.kind === 'refused') return found;
  const { exhibit, loan } = found;
  const { caseId, number, assignment, digest, ruleSetVersion } = command;
  const expected = loanDigest(loanText(caseId, exhibit, loan));
  if (digest !== expected) return refuse(readersRefusals.decisionDigestDiffers, '/digest');
  const id = loanDeadline(number, assignment);
  const end = endOfDecision(loan.decision, id, state);
  const fault = signatureFault({ by, party, receivedAt }, loan.decision?.signatures ?? [], end);
  if (fault) return fault;

  const clocks = clocksOf(state.registration?.ruleSetVersion ?? ruleSetVersion);
  const opens = loan.decision ? [] : [clocks.start('readers-decision', { event: 'LoanSigned', at: receivedAt }, id)];
  const signed: LoanSigned = {
    type: 'LoanSigned',
    occurredAt: receivedAt,
    rule: 'I-04',
    tier: 'PARTIES',
    data: {
      number,
      party: exhibit.party,
      assignment,
      heardAs: loan.to.as,
      person: loan.to.person,
      digest,
      coHead: by,
      signedFor: party,
      opens,
      closes: [],
    },
  };
  const signatures = [...(loan.decision?.signatures ?? []), { coHead: by, party, digest, receivedAt }];
  const dueAt = end ?? opens[0]?.dueAt ?? plusMillis(receivedAt, 1);
  const act = coHeadsAct(signatures, [complainant, respondent], expected, dueAt, receivedAt);
  return act.status === 'in-effect'
    ? accept<LoanSigned | ExhibitLent>(
        signed,
        exhibitLent(exhibit, loan, { at: receivedAt, basis: 'co-heads', digest }, state),
      )
    : accept<LoanSigned | ExhibitLent>(signed);
}

/**
 * Decides by time: the other co-head has not signed, so the exhibit is not lent. Its party or a new decision may still
 * lend it.
 */
export function loanNotDecided(
  { number, party }: Exhibit,
  { to, decision }: Loan,
  expiry: Instant,
  { parties }: KnownCase,
) {
  if (!decision) return accept();
  const missing = [parties.complainant, parties.respondent].filter(
    (each) => !decision.signatures.some((signature) => signature.party === each),
  );
  const data = {
    number,
    party,
    assignment: to.assignment,
    heardAs: to.as,
    person: to.person,
    missing,
    opens: [],
    closes: [loanDeadline(number, to.assignment)],
  };
  return accept<LoanDecisionLapsed>({
    type: 'LoanDecisionLapsed',
    occurredAt: expiry,
    rule: 'I-42',
    tier: 'PARTIES',
    data,
  });
}
