import type { Instant, PartyCode } from '@parley/kernel';
import { basisOf } from '../../../services/referral/src/dossier/dossier.rules';
import type { CaseHistory } from '../../simulation/history/case-history';
import { momentsOf } from './referral-as-known';
import { ofEachCase } from './rule';

/** Whether a screening had ended so by an instant. */
const hasEnded = (intake: CaseHistory['intake'], outcome: string, asked: Instant): boolean =>
  intake.some(
    ({ event }) => event.type === 'ScreeningEnded' && event.data.outcome === outcome && event.occurredAt <= asked,
  );

/**
 * By basis, whether it had happened by an instant, on the record of the part of the case where it happened. An exit
 * notice that its side had repudiated by then had not been given.
 */
const happenedBy = ({ intake, panel, referral }: CaseHistory, party: PartyCode, asked: Instant, then = asked) => ({
  'findings-final': panel.some(({ event }) => event.type === 'FindingsIssued' && event.occurredAt <= asked),
  'screening-lapsed': hasEnded(intake, 'lapsed', asked),
  'no-panel':
    hasEnded(intake, 'no-panel', asked) &&
    panel.some(({ event }) => event.type === 'PanelImpossible' && event.occurredAt <= asked),
  'exit-notice': referral.some(
    ({ event }) =>
      event.type === 'ExitNoticeGiven' &&
      event.data.party === party &&
      event.occurredAt <= asked &&
      !referral.some(
        ({ event: said }) =>
          said.type === 'ActRepudiated' && said.data.doneAt === event.occurredAt && said.occurredAt <= then,
      ),
  ),
});

/**
 * A dossier goes out on final findings, a screening that lapsed or had no panel, or an exit notice. What it stands
 * on was there when it was asked for, and it says which.
 */
export const dossierOnABasis = ofEachCase('I-48', (each) =>
  each.referral.flatMap(({ event, before }) => {
    if (event.type !== 'DossierIssued') return [];
    const { n, basis } = event.data;
    const dossier = before.dossiers.find((one) => one.n === n);
    const asked = dossier?.requestedAt ?? event.occurredAt;
    return dossier && happenedBy(each, dossier.party, asked, event.occurredAt)[basis]
      ? []
      : [`dossier ${String(n)} is issued on ${basis}, which was not there at ${asked}`];
  }),
);

/** At every moment, a dossier that would be asked for has no other basis than one that had happened. */
export const noBasisBefore = ofEachCase('I-48', (each) =>
  momentsOf(each).flatMap(({ because, at, state }) => {
    if (state.status !== 'filed') return [];
    return Object.values(state.parties).flatMap((party: PartyCode) => {
      const basis = basisOf(state, party, at);
      return basis === undefined || happenedBy(each, party, at)[basis]
        ? []
        : [`after ${because} a dossier of ${party} could go out on ${basis}, which had not happened`];
    });
  }),
);
