import type { CommandOutcome } from '@parley/event-store';
import { Answer, respond, showDeadline } from '@parley/http';
import type { RunningDeadline } from '@parley/procedure';
import type { EvidenceState } from '../domain/evidence-state';
import { loanDeadline, type AssignmentId, type Loan } from '../domain/loans/loan';
import type { JointDecisionShown } from './joint-decision.response';
import type { LoanShown } from './loan.response';
import { showSignature } from './show-signature';

/** What else a loan's reader sees: what passes between the parties, and the clocks that run. */
interface Surroundings {
  readonly betweenParties: boolean;
  readonly running: Readonly<Record<string, RunningDeadline>>;
}

export const showLoan = (number: string, loan: Loan, { betweenParties, running }: Surroundings): LoanShown => ({
  assignment: loan.to.assignment,
  person: loan.to.person,
  askedBy: loan.askedBy,
  askedAt: loan.askedAt,
  purpose: [...loan.purpose],
  status: loan.ended ? 'ended' : loan.lent ? 'lent' : 'asked',
  basis: loan.lent?.basis ?? null,
  lentAt: loan.lent?.at ?? null,
  endedAt: loan.ended?.at ?? null,
  endedBy: loan.ended?.by ?? null,
  decision: betweenParties ? showDecision(loan, running[loanDeadline(number, loan.to.assignment)]) : null,
});

const showDecision = ({ decision }: Loan, deadline: RunningDeadline | undefined): JointDecisionShown | null =>
  decision && deadline
    ? { digest: decision.digest, deadline: showDeadline(deadline), signatures: decision.signatures.map(showSignature) }
    : null;

/**
 * A loan after an act on it: the last one of the exhibit for that assignment.
 * @param betweenParties whether who acted reads what passes between the parties; the revision counts that too, so
 *   others are not told it (I-43)
 */
export function answerWithLoan(
  outcome: CommandOutcome<EvidenceState>,
  number: string,
  assignment: AssignmentId,
  betweenParties: boolean,
): Answer<LoanShown> {
  const answer = respond(outcome, ({ state }) => {
    const loan =
      state.status === 'unknown'
        ? undefined
        : state.exhibits.get(number)?.loans.findLast(({ to }) => to.assignment === assignment);
    if (state.status === 'unknown' || !loan)
      throw new TypeError(`the loan of exhibit ${number} is gone after an act on it`);
    return showLoan(number, loan, { betweenParties, running: state.running });
  });
  if (betweenParties) return answer;
  const { revision: _withheld, ...about } = answer.about;
  return new Answer(answer.body, about);
}
