import { accept, refuse, type Decision, type Instant } from '@parley/kernel';
import type { VerifyObligation } from './agreement-commands';
import type { AgreementEvent, AgreementFulfilled, ObligationFulfilled, ObligationOverdue } from './agreement-events';
import { obligationDeadline, owedBy, type AgreementInForce, type Obligation } from './agreement-state';
import { complianceRefusals as refusals } from './compliance-refusals';
import { keptWords, publicWords } from './words-kept';

/**
 * S13: each side says whether it holds an obligation to be fulfilled; when both do, it is. A side may change its word
 * until then.
 */
export function verifyObligation(
  { by, party, receivedAt, obligation: id, verdict, note }: VerifyObligation,
  state: AgreementInForce,
): Decision<AgreementEvent> {
  if (party === null || !state.parties.includes(party)) return refuse(refusals.notAParty);
  const obligation = state.obligations.find(({ terms }) => terms.id === id);
  if (!obligation) return refuse(refusals.noSuchObligation);
  if (obligation.state === 'fulfilled') return refuse(refusals.obligationFulfilled);
  if (obligation.verdicts.some((given) => given.party === party && given.verdict === verdict))
    return refuse(refusals.sameVerdict);
  const verified: AgreementEvent = {
    type: 'ObligationVerified',
    occurredAt: receivedAt,
    rule: 'S13',
    tier: 'PUBLIC',
    data: { by, party, obligation: id, owner: obligation.terms.owner, verdict, ...publicWords(state, 'note', note) },
  };
  const kept = keptWords(state, 'verification', { about: id, party, words: note, at: receivedAt });
  const agreed =
    verdict === 'fulfilled' &&
    obligation.verdicts.some((given) => given.party !== party && given.verdict === 'fulfilled');
  return accept<AgreementEvent>(verified, ...kept, ...(agreed ? fulfilment(obligation, state, receivedAt) : []));
}

/**
 * With the last obligation the agreement is fulfilled, and nothing more falls due; with the last of one party its
 * reports end.
 */
function fulfilment(
  { terms, state: before }: Obligation,
  state: AgreementInForce,
  at: Instant,
): readonly (ObligationFulfilled | AgreementFulfilled)[] {
  const isLast = state.obligations.every((each) => each.terms.id === terms.id || each.state === 'fulfilled');
  const isLastOfOwner = owedBy(state, terms.owner).length === 1;
  const ends = [
    obligationDeadline(terms.id),
    ...(isLastOfOwner
      ? state.reports.filter(({ party }) => party === terms.owner).map(({ deadline }) => deadline.id)
      : []),
  ];
  const closes = ends.filter((id) => id in state.running);
  const fulfilled: ObligationFulfilled = {
    type: 'ObligationFulfilled',
    occurredAt: at,
    rule: 'S13',
    tier: 'PUBLIC',
    data: { obligation: terms.id, owner: terms.owner, late: before === 'overdue', opens: [], closes },
  };
  if (!isLast) return [fulfilled];
  const rest = Object.keys(state.running).filter((id) => !closes.includes(id));
  return [
    fulfilled,
    { type: 'AgreementFulfilled', occurredAt: at, rule: 'S13', tier: 'PUBLIC', data: { opens: [], closes: rest } },
  ];
}

/** The date passed before both sides had verified it: no one side can keep that off the record (I-54). */
export const obligationByDefault = (deadlineId: string, state: AgreementInForce): Decision<ObligationOverdue> => {
  const obligation = state.obligations.find(
    ({ terms, state: now }) => now === 'open' && obligationDeadline(terms.id) === deadlineId,
  );
  return obligation ? accept(overdue(obligation)) : accept();
};

const overdue = ({ terms: { id, owner }, deadline }: Obligation): ObligationOverdue => ({
  type: 'ObligationOverdue',
  occurredAt: deadline.dueAt,
  rule: 'I-54',
  tier: 'PUBLIC',
  data: { obligation: id, owner, opens: [], closes: [deadline.id] },
});
