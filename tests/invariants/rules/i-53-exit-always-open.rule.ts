import type { CaseHistory } from '../../simulation/history/case-history';
import { knownToReferral } from './referral-as-known';
import type { Rule } from './rule';

/**
 * Before the referral has heard of the filing it does not know the case, and before it has heard of a joinder it knows
 * no claims of the respondent. A message that it heard at the very instant may have come before or after.
 */
function mayLeave(each: CaseHistory, party: unknown, at: string): boolean {
  const { complainant, respondent } = each.parties;
  const knownThen = [
    knownToReferral(each, (heardAt) => heardAt < at),
    knownToReferral(each, (heardAt) => heardAt <= at),
  ];
  if (party === complainant) return knownThen.at(-1)?.parties !== undefined;
  return (
    party === respondent &&
    knownThen.every(
      ({ parties, grievance }) =>
        parties !== undefined && grievance?.claims.some(({ claimant }) => claimant === 'respondent'),
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
