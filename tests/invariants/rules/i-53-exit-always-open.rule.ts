import type { CaseHistory } from '../../simulation/history/case-history';
import type { Rule } from './rule';

/**
 * Before the referral has heard of the filing it knows of no such case, and before it has heard of a joinder of no
 * claims of the respondent. What it heard at the very instant may have come before or after.
 */
function mayLeave({ referral, parties }: CaseHistory, party: unknown, at: string): boolean {
  const knownAt = [
    referral.findLast(({ recorded }) => recorded.recordedAt < at),
    referral.findLast(({ recorded }) => recorded.recordedAt <= at),
  ].map((step) => step?.after);
  if (party === parties.complainant) return knownAt.at(-1)?.status === 'filed';
  return (
    party === parties.respondent &&
    knownAt.every(
      (known) =>
        known?.status === 'filed' && known.learned.grievance?.claims.some(({ claimant }) => claimant === 'respondent'),
    )
  );
}

/**
 * An exit notice of the complainant, and of the respondent while it has claims of its own in the case, is accepted
 * whenever it is given, and ends no screening.
 */
export const exitAlwaysOpen: Rule = {
  invariant: 'I-53',
  check: ({ attempts, cases }) =>
    attempts.flatMap(({ offer, answer, manner, at }) => {
      if (offer.command.type !== 'GiveExitNotice' || manner === 'at-stale-revision' || manner === 'key-reused')
        return [];
      const each = cases.find(({ caseId }) => caseId === offer.caseId);
      if (!each || !mayLeave(each, offer.command.party, at)) return [];
      if (answer.kind !== 'done') return [`an exit notice at ${at} was ${answer.kind}`];
      return answer.recorded.flatMap(({ type }) =>
        type === 'ExitNoticeGiven' ? [] : [`an exit notice brought about ${type}`],
      );
    }),
};
