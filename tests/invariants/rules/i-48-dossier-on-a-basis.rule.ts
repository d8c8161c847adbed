import type { Instant, PartyCode } from '@parley/kernel';
import { basisOf } from '../../../services/referral/src/dossier/dossier.rules';
import type { CaseHistory } from '../../simulation/history/case-history';
import { momentsOf } from './referral-as-known';
import { ofEachCase } from './rule';

/** By basis, whether it had happened by an instant, on the record of the part of the case where it happened. */
const happenedBy = ({ intake, panel, referral }: CaseHistory, party: PartyCode, asked: Instant) => ({
  'findings-final': panel.some(({ event }) => event.type === 'FindingsIssued' && event.occurredAt <= asked),
  'screening-lapsed': intake.some(
    ({ event }) => event.type === 'ScreeningEnded' && event.data.outcome === 'lapsed' && event.occurredAt <= asked,
  ),
  'exit-notice': referral.some(
    ({ event }) => event.type === 'ExitNoticeGiven' && event.data.party === party && event.occurredAt <= asked,
  ),
});

/**
 * A dossier goes out on final findings, a lapsed screening or an exit notice that were there when it was asked for, and
 * says which.
 */
export const dossierOnABasis = ofEachCase('I-48', (each) =>
  each.referral.flatMap(({ event, before }) => {
    if (event.type !== 'DossierIssued') return [];
    const { n, basis } = event.data;
    const dossier = before.dossiers.find((one) => one.n === n);
    const asked = dossier?.requestedAt ?? event.occurredAt;
    return dossier && happenedBy(each, dossier.party, asked)[basis]
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
