import { mayRead, refusals as accessRefusals, type Caller } from '@parley/access';
import type { CommandOutcome } from '@parley/event-store';
import { Answer, respond, showDeadlines } from '@parley/http';
import type { Instant, Tier } from '@parley/kernel';
import type { RuleSet } from '@parley/procedure';
import { verdictDigest, type Challenge } from '../challenges/challenges.rules';
import type { ChallengeShown, SeatShown } from '../composition/composition.response';
import { isWhole, occupantOf, type Seat } from '../composition/draw-seat.rules';
import { languageLackedBy } from '../findings/translated-findings.rules';
import { citable } from '../review/evidence-time.rules';
import { showExtensions } from '../extensions/extensions.response';
import { accessOf } from './panel.http';
import { openedPanelOf, regionStateOf, stoppedAt, type OpenedPanel, type PanelState } from './panel-state.rules';
import type { FrozenRosterShown, PanelShown } from './panel.response';
import { refusals } from './refusals.rules';

/** Refusals that any act in a panel can meet. */
export const anyAct = [
  refusals.screeningEnded,
  refusals.screeningSuspended,
  refusals.longStopPassed,
  refusals.panelImpossible,
  refusals.twoCapacities,
  accessRefusals.notFound,
  accessRefusals.notYourRole,
  accessRefusals.twoCapacities,
] as const;

/** Further refusals of an act in the panel's name. */
export const coChairAct = [
  refusals.notCoChair,
  refusals.parityBroken,
  refusals.notSeated,
  refusals.challenged,
] as const;

/** Further refusals of an act in the review. */
export const reviewAct = [refusals.notReviewing, refusals.reviewOver] as const;

/**
 * An answer with its `ETag` only for readers of what the parties read: the panel's revision counts the parties'
 * signatures too (I-43).
 */
export function revisionFor<Body>(reads: (tier: Tier) => boolean, answer: Answer<Body>): Answer<Body> {
  if (reads('PARTIES')) return answer;
  const { revision: _withheld, facts: _too, ...about } = answer.about;
  return new Answer(answer.body, about);
}

/** A panel as one of its readers sees it. */
export function showPanel(state: OpenedPanel, reads: (tier: Tier) => boolean): PanelShown {
  const { caseId, parties, longStop, convening, interim, screeningEnd } = state;
  return {
    caseId,
    parties,
    ruleSet: state.ruleSetVersion,
    track: state.track,
    urgency: state.urgency,
    stage: regionStateOf(state),
    openedAt: state.registeredAt,
    longStop,
    rosters: { complainant: showRoster(state, 'complainant'), respondent: showRoster(state, 'respondent') },
    seats: state.seats.map((seat) => showSeat(seat, state)),
    convenedAt: convening?.at ?? null,
    whole: isWhole(state),
    challenges: state.challenges.map((challenge) => showChallenge(challenge, state, reads)),
    claims: state.claims.map(({ id }) => id),
    objections: state.objections.map(({ id, kind, claimIds: claims }) => ({ id, kind, claims })),
    exhibits: citable(state),
    struck: state.struck,
    consultationsEndedAt: state.consultationsEndedAt,
    interim: interim && {
      ...interim,
      texts: interim.texts.map((each) => ({ ...each, untranslated: languageLackedBy(each.text) ?? null })),
    },
    comments: state.comments,
    extensions: reads('PARTIES') ? showExtensions(state) : [],
    withdrawnClaims: state.withdrawnClaims,
    suspendedAt: state.suspendedAt,
    screeningOutcome: screeningEnd?.outcome ?? null,
    deadlines: stoppedAt(state) === undefined ? showDeadlines(state.running) : [],
  };
}

const showRoster = (
  { rosters, rosterDigests, duty }: OpenedPanel,
  side: keyof OpenedPanel['rosters'],
): FrozenRosterShown => ({
  digest: rosterDigests[side],
  members: rosters[side],
  duty: duty[side],
});

function showSeat(seat: Seat, { convening }: OpenedPanel): SeatShown {
  const { id, side, occupancy } = seat;
  const member = occupantOf(seat);
  const coChair = member !== undefined && (convening?.coChairs ?? []).includes(member.personId);
  return {
    id,
    side,
    stage: occupancy.stage,
    member: member
      ? { personId: member.personId, chosenBy: member.chosenBy, chosenAt: member.chosenAt, coChair }
      : null,
    disclosure: 'disclosure' in occupancy ? occupancy.disclosure : null,
  };
}

const showChallenge = (
  challenge: Challenge,
  { caseId }: OpenedPanel,
  reads: (tier: Tier) => boolean,
): ChallengeShown => ({
  ...challenge,
  digests: {
    upheld: verdictDigest(caseId, challenge, 'upheld'),
    'not-upheld': verdictDigest(caseId, challenge, 'not-upheld'),
  },
  signatures: reads('PARTIES') ? challenge.signatures : [],
});

/** The two `Party` of the installation. */
export const PARTIES = Symbol('panelreview.parties');
/** Version of the rule set under which acts outside cases are recorded. */
export const RULE_SET = Symbol('panelreview.rule-set');
/** The rules that are in force now. */
export const RULES_NOW = Symbol('panelreview.rules-now');
export type RulesNow = () => { readonly ruleSet: RuleSet; readonly now: Instant };

/** The answer to an act in a panel: the panel after the act, as its author may read it. */
export function showOutcome(outcome: CommandOutcome<PanelState>, caller: Caller): Answer<PanelShown> {
  const readsOf = (state: PanelState) => (tier: Tier) => mayRead(tier, caller, accessOf(openedPanelOf(state)));
  const answer = respond(outcome, ({ state }) => showPanel(openedPanelOf(state), readsOf(state)));
  return outcome.kind === 'done' ? revisionFor(readsOf(outcome.state), answer) : answer;
}
