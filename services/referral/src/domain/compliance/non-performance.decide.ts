import { accept, refuse, type Decision } from '@parley/kernel';
import type { NoticeNonPerformance } from './agreement-commands';
import type { AgreementEvent } from './agreement-events';
import type { AgreementInForce, Obligation } from './agreement-state';
import { complianceRefusals as refusals } from './compliance-refusals';
import { keptWords, publicWords } from './words-kept';

/**
 * S13: the other party gives notice that an obligation is not performed, once for each date of it. It is that party's
 * own word: the record states no breach (I-52).
 */
export function noticeNonPerformance(
  { by, party, receivedAt, obligation: id, text }: NoticeNonPerformance,
  state: AgreementInForce,
): Decision<AgreementEvent> {
  if (party === null || !state.parties.includes(party)) return refuse(refusals.notAParty);
  const obligation = state.obligations.find(({ terms }) => terms.id === id);
  if (!obligation) return refuse(refusals.noSuchObligation);
  if (obligation.state === 'fulfilled') return refuse(refusals.obligationFulfilled);
  if (obligation.terms.owner === party) return refuse(refusals.ownObligation);
  if (obligation.state !== 'overdue' && !isSaidToBeLate(obligation, state)) return refuse(refusals.notYetOverdue);
  const since = obligation.moves.at(-1)?.at ?? state.agreedAt;
  if (obligation.notices.some(({ at }) => at >= since)) return refuse(refusals.noticeGiven);
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

/** By the newest report of its owner. */
const isSaidToBeLate = ({ terms }: Obligation, { reports }: AgreementInForce): boolean =>
  reports
    .findLast(({ party, entries }) => party === terms.owner && entries.length > 0)
    ?.entries.some(({ obligation, says }) => obligation === terms.id && says === 'delayed') ?? false;
