import { ofEachCase } from './rule';

/** A dossier goes out on final findings, a lapsed screening or an exit notice that were there when it was asked for, and says which. */
export const dossierOnABasis = ofEachCase('I-48', ({ intake, panel, referral }) =>
  referral.flatMap(({ event, before }) => {
    if (event.type !== 'DossierIssued' || before.status !== 'filed') return [];
    const { n, basis } = event.data;
    const asked = before.dossiers.find((dossier) => dossier.n === n)?.requestedAt ?? event.occurredAt;
    const happened = {
      'findings-final': panel.some((step) => step.event.type === 'FindingsIssued' && step.event.occurredAt <= asked),
      'screening-lapsed': intake.some((step) => step.event.type === 'ScreeningEnded' && step.event.data.outcome === 'lapsed' && step.event.occurredAt <= asked),
      'exit-notice': referral.some((step) => step.event.type === 'ExitNoticeGiven' && step.event.occurredAt <= asked),
    } as const;
    return happened[basis] ? [] : [`dossier ${String(n)} is issued on ${basis}, which was not there at ${asked}`];
  }),
);
