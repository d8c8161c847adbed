import { accept, refuse, type Decision, type Instant } from '@parley/kernel';
import type { NoticeNonPerformance } from './agreement-commands.rules';
import { keptWords, publicWords, type AgreementEvent, type ObligationOverdue } from './agreement-events.rules';
import { obligationDeadline, type AgreementInForce, type Obligation } from './agreement.rules';
import { complianceRefusals as refusals } from './compliance.rules';

/** The date passed before the obligation was verified. No side alone can keep that off the record (I-54). */
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

/**
 * S13: the other party gives notice that an obligation is not performed, once for each date of the obligation. It is
 * that party's own word, and the record states no breach (I-52).
 */
export function noticeNonPerformance(
  { by, party, receivedAt, obligation: id, text }: NoticeNonPerformance,
  state: AgreementInForce,
) {
  if (party === null || !state.parties.includes(party)) return refuse(refusals.notAParty);
  const obligation = state.obligations.find(({ terms }) => terms.id === id);
  if (!obligation) return refuse(refusals.noSuchObligation);
  if (obligation.state === 'fulfilled') return refuse(refusals.obligationFulfilled);
  if (obligation.terms.owner === party) return refuse(refusals.ownObligation);
  if (obligation.state !== 'overdue' && obligation.reported?.says !== 'delayed') return refuse(refusals.notYetOverdue);
  const stands = ({ repudiatedAt }: { readonly repudiatedAt?: Instant }): boolean => repudiatedAt === undefined;
  const since = obligation.moves.findLast(stands)?.at ?? state.agreedAt;
  if (obligation.notices.some((each) => stands(each) && each.at >= since)) return refuse(refusals.noticeGiven);
  return accept<AgreementEvent>(
    {
      type: 'NonPerformanceNoticed',
      occurredAt: receivedAt,
      rule: 'S13',
      tier: 'PUBLIC',
      data: {
        by,
        party,
        n: obligation.notices.length + 1,
        obligation: id,
        owner: obligation.terms.owner,
        ...publicWords(state, 'text', text),
      },
    },
    ...keptWords(state, 'notice', { about: id, party, words: text, at: receivedAt }),
  );
}
