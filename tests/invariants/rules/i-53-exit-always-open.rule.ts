import type { PersonId } from '@parley/kernel';
import { giveExitNotice } from '../../../services/referral/src/referral/referral.rules';
import type { CaseHistory, History } from '../../simulation/history/case-history';
import { actsOfPersons } from './acts-of-persons';
import { knownToReferral, momentsOf } from './referral-as-known';
import { ofEachCase, type Rule } from './rule';

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

/** Who has acted in the case in another office, or for the other side, does not speak for the party (I-05). */
const isSomethingElse = (
  history: History,
  each: CaseHistory,
  { by, party, at }: { readonly by: string; readonly party: string | null; readonly at: string },
): boolean =>
  actsOfPersons(history, each).some(
    ({ person, as, recorded }) => person === by && as !== `desk of ${String(party)}` && recorded.recordedAt <= at,
  );

/**
 * An exit notice of the complainant, and of the respondent while it has claims of its own in the case, is accepted
 * whenever it is given, and ends no screening.
 */
export const exitAlwaysOpen: Rule = {
  invariant: 'I-53',
  check: (history) =>
    history.attempts.flatMap(({ offer, answer, manner, at }) => {
      if (offer.command.type !== 'GiveExitNotice' || manner === 'at-stale-revision' || manner === 'key-reused')
        return [];
      const { by, party } = offer.command;
      const each = history.cases.find(({ caseId }) => caseId === offer.caseId);
      if (!each || !mayLeave(each, party, at)) return [];
      const inTwo = answer.kind === 'refused' && answer.reason.rule === 'I-05';
      if (inTwo && isSomethingElse(history, each, { by, party, at })) return [];
      if (answer.kind !== 'done') return [`an exit notice at ${at} was ${answer.kind}`];
      return answer.recorded.flatMap(({ type }) =>
        type === 'ExitNoticeGiven' ? [] : [`an exit notice brought about ${type}`],
      );
    }),
};

/** Whatever the referral has heard and recorded by then, an exit notice of the complainant would be taken. */
export const openAtEveryMoment = ofEachCase('I-53', (each) =>
  momentsOf(each).flatMap(({ because, at, state }) => {
    if (state.status === 'unfiled') return [];
    const act = { by: 'somebody' as PersonId, party: each.parties.complainant, receivedAt: at };
    const decision = giveExitNotice({ type: 'GiveExitNotice', ...act }, state);
    return decision.kind === 'refused' ? [`an exit notice after ${because} would be refused`] : [];
  }),
);
