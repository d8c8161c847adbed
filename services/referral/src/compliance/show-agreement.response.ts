import { termOf } from '@parley/contracts';
import { showDeadline } from '@parley/http';
import type { Instant, Text } from '@parley/kernel';
import { currentRuleSet } from '@parley/procedure';
import { FINDINGS } from './agreement-events.rules';
import type { AgreementDeed } from '../repudiation/agreement-deeds.rules';
import type { AgreementActShown, AgreementPapersShown, JointCheckShown } from './agreement-papers.response';
import type { AgreementShown, StatusReportShown } from './agreement.response';
import {
  complianceRegion,
  jointCheckDeadline,
  obligationStateAt,
  reportStateAt,
  verificationDeadline,
  type AgreementInForce,
  type AgreementState,
  type Obligation,
  type StatusReport,
} from './agreement.rules';
import { checkDigest } from './joint-check.rules';
import type { ObligationShown, ReportedShown } from './obligation.response';

/**
 * An agreement as everybody sees it at an instant. It does not show which persons acted, because the parties bind
 * themselves and not their officials.
 */
export function showAgreement(agreementId: string, agreement: AgreementInForce, now: Instant): AgreementShown {
  const state = complianceRegion(agreement, now);
  return {
    agreementId,
    docketNumber: agreement.origin.kind === 'settlement' ? agreement.origin.docketNumber : null,
    source: agreement.origin.kind === 'register' ? (agreement.origin.source ?? null) : null,
    state,
    // An amendment of the rules does not change the graphs and their words.
    stateName: currentRuleSet.graphs.compliance.states[state],
    agreedAt: agreement.agreedAt,
    digest: agreement.digest,
    publication: agreement.publication,
    title: agreement.title,
    obligations: agreement.obligations.map((obligation) => showObligation(obligation, agreement, now)),
    reports: agreement.reports.map((report) => showReport(report, now)),
    review: { n: agreement.review.n, date: agreement.review.date, deadline: showDeadline(agreement.review.deadline) },
    fulfilledAt: agreement.fulfilledAt ?? null,
    repudiated: agreement.deeds.flatMap(({ kind, party, at: doneAt, repudiated }) =>
      repudiated?.isPublic ? [{ kind, kindName: termOf('repudiated', kind), party, doneAt, at: repudiated.at }] : [],
    ),
  };
}

const wordsOf = (words: readonly Text[] | undefined): readonly Text[] => words ?? [];

function showObligation(obligation: Obligation, agreement: AgreementInForce, now: Instant): ObligationShown {
  const { terms, date, deadline, fulfilledAt, moves, notices } = obligation;
  const state = obligationStateAt(obligation, now);
  return {
    id: terms.id,
    owner: terms.owner,
    state,
    stateName: termOf('obligation', state),
    firstDate: terms.date,
    date,
    deadline: showDeadline(deadline),
    fulfilledAt: fulfilledAt ?? null,
    what: wordsOf(terms.what),
    check: wordsOf(terms.check),
    reported: showReported(obligation, agreement),
    moves: moves.map(({ from, to, at, reason, repudiatedAt = null }) => ({
      ...{ from, to, at, repudiatedAt },
      reason: wordsOf(reason),
    })),
    notices: notices.map(({ n, party, at, text, repudiatedAt = null }) => ({
      ...{ n, party, at, repudiatedAt },
      text: wordsOf(text),
    })),
  };
}

function showReported({ terms: { id }, reported }: Obligation, { running }: AgreementInForce): ReportedShown | null {
  if (!reported) return null;
  const { says, at, standing, answeredAt, note } = reported;
  const deadline = running[verificationDeadline(id)] ?? running[jointCheckDeadline(id)];
  return {
    says,
    at,
    standing,
    standingName: termOf('reported', standing),
    answeredAt: answeredAt ?? null,
    deadline: deadline ? showDeadline(deadline) : null,
    note: wordsOf(note),
  };
}

function showCheck(obligation: Obligation, agreement: AgreementInForce): readonly JointCheckShown[] {
  const { terms, reported } = obligation;
  if (!reported || !(jointCheckDeadline(terms.id) in agreement.running)) return [];
  const digests = {
    'as-reported': checkDigest(obligation, agreement, 'as-reported'),
    'not-as-reported': checkDigest(obligation, agreement, 'not-as-reported'),
  };
  const signatures = reported.signatures.map(({ party, digest, receivedAt }) => ({
    party,
    finding: digest === digests['as-reported'] ? FINDINGS[0] : FINDINGS[1],
    at: receivedAt,
  }));
  return [{ obligation: terms.id, digests, signatures }];
}

const showReport = (report: StatusReport, now: Instant): StatusReportShown => ({
  review: report.review,
  party: report.party,
  state: reportStateAt(report, now),
  stateName: termOf('statusReport', reportStateAt(report, now)),
  deadline: showDeadline(report.deadline),
  givenAt: report.givenAt ?? null,
  entries: report.entries.map(({ obligation, says, note }) => ({ obligation, says, note: wordsOf(note) })),
});

const showAct = ({ id, kind, party, at, repudiated }: AgreementDeed): AgreementActShown => ({
  act: id,
  kindName: termOf('repudiated', kind),
  party,
  at,
  repudiatedAt: repudiated?.at ?? null,
});

type Kept = Exclude<AgreementState, { status: 'none' }>;

/** The state after an act on an agreement. @throws TypeError when there is none, which no act leaves behind */
export function presentAgreement(state: AgreementState): Kept {
  if (state.status === 'none') throw new TypeError('an act on an agreement that is not there');
  return state;
}

export function showPapers(agreementId: string, state: Kept): AgreementPapersShown {
  const shown = {
    agreementId,
    status: state.status,
    digest: null,
    terms: null,
    signatures: [],
    dateProposals: [],
    checks: [],
    words: [],
    acts: 'deeds' in state ? state.deeds.map(showAct) : [],
  };
  if (state.status === 'declined' || state.status === 'undone') return shown;
  if (state.status === 'proposed') {
    const signatures = state.signatures.map(({ by, party, at }) => ({
      by,
      party,
      at,
    }));
    return { ...shown, digest: state.digest, terms: state.terms, signatures };
  }
  const dateProposals = state.obligations.flatMap(({ terms, proposal }) =>
    proposal ? [{ obligation: terms.id, ...proposal }] : [],
  );
  const checks = state.obligations.flatMap((obligation) => showCheck(obligation, state));
  return { ...shown, digest: state.digest, dateProposals, checks, words: state.words };
}
