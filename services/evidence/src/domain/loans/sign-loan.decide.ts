import { accept, plusMillis, refuse, type Decision, type Instant } from '@parley/kernel';
import { coHeadsAct, type ClocksOf } from '@parley/procedure';
import type { KnownCase } from '../evidence-state';
import type { Exhibit } from '../exhibit';
import { endOfDecision } from '../readers/end-of-decision';
import { signatureFault } from '../readers/signature-fault';
import { refusals } from '../refusals';
import { loanDeadline, loanDigest, loanText, type Loan } from './loan';
import { exhibitLent, loanToLend } from './loan.decide';
import type { SignLoan } from './loan-commands';
import type { ExhibitLent, LoanDecisionLapsed, LoanSigned } from './loan-events';

/**
 * I-42: both co-heads, over one digest, may lend an exhibit though its party does not. The first signature starts the
 * clock of the second.
 */
export function signLoan(command: SignLoan, state: KnownCase, clocksOf: ClocksOf): Decision<LoanSigned | ExhibitLent> {
  const { caseId, by, party, receivedAt, number, assignment, digest, jws, ruleSetVersion } = command;
  const { complainant, respondent } = state.parties;
  if (party !== complainant && party !== respondent) return refuse(refusals.notACoHead);
  const found = loanToLend(command, state);
  if (found.kind === 'refused') return found;
  const { exhibit, loan } = found;
  const expected = loanDigest(loanText(caseId, exhibit, loan));
  if (digest !== expected) return refuse(refusals.decisionDigestDiffers, '/digest');
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
      digest,
      coHead: by,
      signedFor: party,
      ...(jws === undefined ? {} : { jws }),
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
    : accept(signed);
}

/**
 * By time: the other co-head has not signed, and the exhibit is not lent. It may still be, by its party or by a new
 * decision.
 */
export function loanNotDecided(
  { number, party }: Exhibit,
  { to, decision }: Loan,
  expiry: Instant,
  { parties }: KnownCase,
): Decision<LoanDecisionLapsed> {
  if (!decision) return accept();
  const missing = [parties.complainant, parties.respondent].filter(
    (each) => !decision.signatures.some((signature) => signature.party === each),
  );
  const data = {
    number,
    party,
    assignment: to.assignment,
    missing,
    opens: [],
    closes: [loanDeadline(number, to.assignment)],
  };
  return accept({ type: 'LoanDecisionLapsed', occurredAt: expiry, rule: 'I-42', tier: 'PARTIES', data });
}
