import type { Claim } from '../../../../services/intake/src/case/filing/file-grievance.rules';
import { official, type View } from '../act-kind';
import { joinder } from '../consent.acts';
import { filingOf } from '../grievances';
import { agree, does, forkOf, type Goal, type Step } from './goal';
import { towardsInterim } from './panel.goals';

const DAY_MS = 86_400_000;
/** The complainant adds claims alone until some days later. */
const ADDED_BY_DAY = 55;
/** From then on no time is left to answer a claim and to review it. */
const LITTLE_TIME_FROM_DAY = 116;
const MOST_PROPOSALS = 20;

/** The complainant adds a claim to what the panel reviews. */
function supplement(view: View, first: Claim): Step {
  const party = view.filed.parties.complainant;
  return {
    party,
    at: null,
    act(seen, random) {
      const desk = official('desk', seen);
      const { claims } = seen.filed.grievance;
      const more = { ...seen.filed.grievance, claims: [...claims, { ...first, id: 'C70', provision: 'XVI:1' }] };
      const { grievance, certification, receipt } = filingOf(more, desk.by, seen.serial, random);
      const command = {
        type: 'AmendGrievance',
        ...desk,
        kind: 'supplement',
        grievance,
        certification,
        receipt,
      } as const;
      return { desk: 'intake', caseId: seen.caseId, command };
    },
  };
}

/**
 * A claim that comes on the eve of an interim text with which both sides are done at once, so that members would vote
 * on it before its reply; or, when the case is nearly over, claims of the respondent for which the panel has no time.
 */
const lateClaims: Goal = {
  name: 'claims that come when the panel has little time left',
  step(view, random) {
    const { filed, panel, party, now } = view;
    if (filed.status !== 'registered' || panel.status !== 'opened') return undefined;
    const days = (Date.parse(now) - Date.parse(filed.registration.registeredAt)) / DAY_MS;
    if (forkOf(view, 2) === 0) {
      const respondents = { ...view, party: filed.parties.respondent };
      const tries = days > LITTLE_TIME_FROM_DAY && filed.proposals.length < MOST_PROPOSALS && random.percent(50);
      return tries ? agree(respondents, joinder(respondents, random)) : undefined;
    }
    const stage = panel.stage.name;
    const [first] = filed.grievance.claims;
    if (stage === 'interim-comments') return does('FinishCommenting', party);
    if (stage === 'deciding') return random.percent(50) ? does('CastVote', party) : undefined;
    if (stage !== 'reviewing') return undefined;
    return first && days < ADDED_BY_DAY && filed.amendments.length === 0
      ? supplement(view, first)
      : towardsInterim(view);
  },
};

export const lateClaimGoals: readonly Goal[] = [lateClaims];
