import { termOf } from '@parley/contracts';
import { AuthoredText, showDeadline, Shown } from '@parley/http';
import type { Instant, Text } from '@parley/kernel';
import { currentRuleSet } from '@parley/procedure';
import { ObligationTermsShown, TextSignatureShown } from '../settlement/settlement.response';
import {
  AgreementSourceShown,
  type AgreementShown,
  type ObligationShown,
  type StatusReportShown,
} from './agreement.response';
import {
  complianceRegion,
  obligationStateAt,
  reportStateAt,
  type AgreementInForce,
  type AgreementState,
  type Obligation,
  type StatusReport,
} from './agreement.rules';
import { PUBLICATIONS } from './verification.rules';

const AT = '2025-10-20T09:00:00.000Z';
const STATUSES = ['proposed', 'declined', 'in-force'] as const;
const SUBJECTS = ['report', 'verification', 'notice'] as const;

export class ProposedTermsShown {
  @Shown({ meaning: 'Title.', type: () => AuthoredText, list: true })
  readonly title: readonly AuthoredText[];

  @Shown({ meaning: 'Where its text is found.', type: () => AgreementSourceShown })
  readonly source: AgreementSourceShown;

  @Shown({ meaning: 'What of it is still to be done.', type: () => ObligationTermsShown, list: true })
  readonly obligations: readonly ObligationTermsShown[];

  @Shown({
    meaning: 'Day of the first review; `null` for one review interval after the entry.',
    format: 'date',
    nullable: true,
  })
  readonly firstReview: string | null;

  @Shown({ meaning: 'What of it would be public.', values: PUBLICATIONS, example: 'text' })
  readonly publication: string;
}

export class DateProposalShown {
  @Shown({ meaning: 'Id of the obligation.', kind: 'word', example: 'O1' })
  readonly obligation: string;

  @Shown({ meaning: 'Party that proposed it.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'The later date. It lapses with the present one.', format: 'date' })
  readonly date: string;

  @Shown({ meaning: 'When it was proposed (UTC).', format: 'date-time', example: AT })
  readonly at: string;

  @Shown({ meaning: 'Why.', type: () => AuthoredText, list: true })
  readonly reason: readonly AuthoredText[];
}

export class KeptWordsShown {
  @Shown({ meaning: 'What they were said with.', values: SUBJECTS, example: 'report' })
  readonly of: string;

  @Shown({ meaning: 'Id of the obligation that they are about.', kind: 'word', example: 'O1' })
  readonly about: string;

  @Shown({ meaning: 'Whose they are.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'When they were received (UTC).', format: 'date-time', example: AT })
  readonly at: string;

  @Shown({ meaning: 'The words.', type: () => AuthoredText, list: true })
  readonly words: readonly AuthoredText[];
}

/** The part of an agreement that only its parties read. */
export class AgreementPapersShown {
  @Shown({ meaning: 'Id of the agreement.', format: 'uuid' })
  readonly agreementId: string;

  @Shown({ meaning: 'Whether it is proposed, declined or in force.', values: STATUSES, example: 'proposed' })
  readonly status: string;

  @Shown({
    meaning:
      'SHA-256 of the canonical JSON (RFC 8785) of `agreementId`, `title`, `source`, `obligations`, ' +
      '`firstReview` and `publication`: what both desks sign; `null` once declined.',
    kind: 'digest',
    nullable: true,
  })
  readonly digest: string | null;

  @Shown({
    meaning: 'What one desk proposed; `null` once it is in force or declined.',
    type: () => ProposedTermsShown,
    nullable: true,
  })
  readonly terms: ProposedTermsShown | null;

  @Shown({
    meaning: 'Signatures of the proposal; empty once it is in force.',
    type: () => TextSignatureShown,
    list: true,
  })
  readonly signatures: readonly TextSignatureShown[];

  @Shown({
    meaning: 'Later dates that the other party has not agreed to yet.',
    type: () => DateProposalShown,
    list: true,
  })
  readonly dateProposals: readonly DateProposalShown[];

  @Shown({
    meaning: 'Words that the parties keep to themselves, oldest first.',
    type: () => KeptWordsShown,
    list: true,
  })
  readonly words: readonly KeptWordsShown[];
}

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
    stateName: termOf('obligation', state),
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
  stateName: termOf('statusReport', reportStateAt(report, now)),
  deadline: showDeadline(report.deadline),
  givenAt: report.givenAt ?? null,
  entries: report.entries.map(({ obligation, says, note }) => ({ obligation, says, note: wordsOf(note) })),
});

type Kept = Exclude<AgreementState, { status: 'none' }>;

export function showPapers(agreementId: string, state: Kept): AgreementPapersShown {
  const shown = {
    agreementId,
    status: state.status,
    digest: null,
    terms: null,
    signatures: [],
    dateProposals: [],
    words: [],
  };
  if (state.status === 'declined') return shown;
  if (state.status === 'proposed') {
    const signatures = state.signatures.map(({ by, party, at, jws }) => ({
      by,
      party,
      at,
      ...(jws === undefined ? {} : { jws }),
    }));
    return { ...shown, digest: state.digest, terms: state.terms, signatures };
  }
  const dateProposals = state.obligations.flatMap(({ terms, proposal }) =>
    proposal ? [{ obligation: terms.id, ...proposal }] : [],
  );
  return { ...shown, digest: state.digest, dateProposals, words: state.words };
}
