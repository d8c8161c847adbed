import type { Instant } from '@parley/kernel';
import { basisOf } from '../../../services/referral/src/domain/dossier/basis';
import type { CaseHistory } from '../../simulation/history/case-history';
import { ofEachCase } from './rule';

/** What a dossier can go out on had happened by an instant, on the record of whoever it happened to. */
const happenedBy = ({ intake, panel, referral }: CaseHistory, asked: Instant) => ({
  'findings-final': panel.some(({ event }) => event.type === 'FindingsIssued' && event.occurredAt <= asked),
  'screening-lapsed': intake.some(({ event }) => event.type === 'ScreeningEnded' && event.data.outcome === 'lapsed' && event.occurredAt <= asked),
  'exit-notice': referral.some(({ event }) => event.type === 'ExitNoticeGiven' && event.occurredAt <= asked),
});

/** A dossier goes out on final findings, a lapsed screening or an exit notice that were there when it was asked for, and says which. */
export const dossierOnABasis = ofEachCase('I-48', (each) =>
  each.referral.flatMap(({ event, before }) => {
    if (event.type !== 'DossierIssued' || before.status !== 'filed') return [];
    const { n, basis } = event.data;
    const asked = before.dossiers.find((dossier) => dossier.n === n)?.requestedAt ?? event.occurredAt;
    return happenedBy(each, asked)[basis] ? [] : [`dossier ${String(n)} is issued on ${basis}, which was not there at ${asked}`];
  }),
);

/** Whenever one would be asked for, there is no other basis than what had happened. */
export const noBasisBefore = ofEachCase('I-48', (each) =>
  each.referral.flatMap(({ event: { type, occurredAt }, after }) => {
    const basis = after.status === 'filed' ? basisOf(after, occurredAt) : undefined;
    return basis === undefined || happenedBy(each, occurredAt)[basis] ? [] : [`after ${type} a dossier could go out on ${basis}, which had not happened`];
  }),
);
