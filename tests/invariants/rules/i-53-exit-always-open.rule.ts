import type { Rule } from './rule';

/** An exit notice of the complainant is accepted whenever it is given, and ends no screening. */
export const exitAlwaysOpen: Rule = {
  invariant: 'I-53',
  check: ({ attempts, cases }) =>
    attempts.flatMap(({ offer, answer, manner, at }) => {
      if (offer.command.type !== 'GiveExitNotice' || manner === 'at-stale-revision' || manner === 'key-reused') return [];
      const each = cases.find(({ caseId }) => caseId === offer.caseId);
      // Before the referral has heard of the filing it knows of no such case.
      const known = each?.referral.some(({ recorded, after }) => after.status === 'filed' && recorded.recordedAt <= at) ?? false;
      if (!known || offer.command.party !== each?.parties.complainant) return [];
      if (answer.kind !== 'done') return [`an exit notice at ${at} was ${answer.kind}`];
      return answer.recorded.flatMap(({ type }) => (type === 'ExitNoticeGiven' ? [] : [`an exit notice brought about ${type}`]));
    }),
};
