import { certified, certifiesItself, filed } from './filings';
import { signed, type SpokenActs } from './spoken-act';

/** Filing, its check, reply and withdrawal, and acts between the parties. */
export const intakeSpoken: SpokenActs = {
  FileGrievance: {
    by: 'desk',
    path: () => '/v1/cases',
    body: (act) => ({ ...filed(act), ...(act.urgency ? { urgency: act.urgency } : {}) }),
    // The filer is the complainant, and a run of one case has no other case to refer to.
    sayable: (act) => certifiesItself(act) && act.party === act.parties.complainant && act.referring === undefined,
    makesAnother: true,
  },
  FindComplete: {
    by: 'registry',
    path: (_, { path }) => `${path}/completeness`,
    body: () => ({ finding: 'complete' }),
  },
  IssueDeficiencyNotice: {
    by: 'registry',
    path: (_, { path }) => `${path}/completeness`,
    body: () => ({ finding: 'deficient' }),
  },
  CureDeficiency: { by: 'desk', path: (_, { path }) => `${path}/cures`, body: filed, sayable: certifiesItself },
  FileReply: { by: 'desk', path: (_, { path }) => `${path}/reply`, body: ({ reply }) => reply },
  WithdrawGrievance: {
    by: 'desk',
    path: (_, { path }) => `${path}/withdrawal`,
    body: ({ reason }) => (reason ? { reason } : {}),
  },
  WithdrawClaims: {
    by: 'desk',
    path: (_, { path }) => `${path}/claims/withdrawals`,
    body: ({ claims }) => ({ claims }),
  },
  ConsentToRefiling: {
    by: 'desk',
    path: (_, { path }) => `${path}/claims/refilings`,
    body: ({ claims }) => ({ claims }),
  },
  GiveResumptionNotice: { by: 'desk', path: (_, { path }) => `${path}/resumption-notices` },
  AmendGrievance: {
    by: 'desk',
    path: (_, { path }) => `${path}/amendments`,
    body: ({ kind, grievance, certification }) => ({ kind, grievance, certification: certified(certification) }),
    sayable: certifiesItself,
  },
  AnswerAmendment: {
    by: 'desk',
    path: ({ amendmentId }, { path }) => `${path}/amendments/${amendmentId}/reply`,
    body: ({ counterStatements }) => ({ counterStatements }),
  },
  RequestSummary: {
    by: 'desk',
    path: (_, { path }) => `${path}/summaries`,
    body: ({ of, reasons }) => ({ of, reasons }),
  },
  AnswerSummary: {
    by: 'desk',
    path: ({ summaryId }, { path }) => `${path}/summaries/${summaryId}/answer`,
    body: ({ answer, text }) => ({ answer, text }),
  },
  RefuseUrgency: {
    by: 'cohead',
    path: (_, { path }) => `${path}/urgency/refusals`,
    body: ({ digest }, { read }) =>
      signed(digest, async () => (await read<{ readonly digest: string }>('urgency'))?.digest),
  },
};
