import { showDeadline } from '@parley/http';
import type { Instant, Text } from '@parley/kernel';
import { currentRuleSet } from '@parley/procedure';
import type { AgreementInForce, Obligation, StatusReport } from '../../domain/compliance/agreement-state';
import { complianceRegion, obligationStateAt, reportStateAt } from '../../domain/compliance/compliance-region';
import { obligationWords, reportWords } from './state-words';
import type { AgreementShown, ObligationShown, StatusReportShown } from './agreement.response';

/**
 * An agreement as everybody sees it at an instant. Who acted in person is not shown: parties oblige themselves, not
 * officials.
 */
export function showAgreement(agreementId: string, agreement: AgreementInForce, now: Instant): AgreementShown {
  const state = complianceRegion(agreement, now);
  return {
    agreementId,
    docketNumber: agreement.origin.kind === 'settlement' ? agreement.origin.docketNumber : null,
    source: agreement.origin.kind === 'register' ? (agreement.origin.source ?? null) : null,
    state,
    // An amendment leaves the graphs as they are, with their words.
    stateName: currentRuleSet.graphs.compliance.states[state],
    agreedAt: agreement.agreedAt,
    digest: agreement.digest,
    publication: agreement.publication,
    title: agreement.title,
    obligations: agreement.obligations.map((obligation) => showObligation(obligation, now)),
    reports: agreement.reports.map((report) => showReport(report, now)),
    review: { n: agreement.review.n, date: agreement.review.date, deadline: showDeadline(agreement.review.deadline) },
    fulfilledAt: agreement.fulfilledAt ?? null,
  };
}

const wordsOf = (words: readonly Text[] | undefined): readonly Text[] => words ?? [];

function showObligation(obligation: Obligation, now: Instant): ObligationShown {
  const { terms, date, deadline, fulfilledAt, verdicts, moves, notices } = obligation;
  const state = obligationStateAt(obligation, now);
  return {
    id: terms.id,
    owner: terms.owner,
    state,
    stateName: obligationWords[state],
    firstDate: terms.date,
    date,
    deadline: showDeadline(deadline),
    fulfilledAt: fulfilledAt ?? null,
    what: wordsOf(terms.what),
    check: wordsOf(terms.check),
    verdicts: verdicts.map(({ party, verdict, at, note }) => ({ party, verdict, at, note: wordsOf(note) })),
    moves: moves.map(({ from, to, at, reason }) => ({ from, to, at, reason: wordsOf(reason) })),
    notices: notices.map(({ n, party, at, text }) => ({ n, party, at, text: wordsOf(text) })),
  };
}

const showReport = (report: StatusReport, now: Instant): StatusReportShown => ({
  review: report.review,
  party: report.party,
  state: reportStateAt(report, now),
  stateName: reportWords[reportStateAt(report, now)],
  deadline: showDeadline(report.deadline),
  givenAt: report.givenAt ?? null,
  entries: report.entries.map(({ obligation, says, note }) => ({ obligation, says, note: wordsOf(note) })),
});
