import { showDeadlines } from '@parley/http';
import type { Tier } from '@parley/kernel';
import { verdictDigest, type Challenge } from '../domain/composition/challenge';
import { isWhole } from '../domain/composition/membership';
import { occupantOf, type Seat } from '../domain/composition/seat';
import { regionStateOf } from '../domain/panel-region';
import type { OpenedPanel } from '../domain/panel-state';
import { showExtensions } from './extension.response';
import type { FrozenRosterShown, PanelShown } from './panel.response';
import type { ChallengeShown, SeatShown } from './seat.response';

/** A panel as one of its readers sees it. */
export function showPanel(state: OpenedPanel, reads: (tier: Tier) => boolean): PanelShown {
  const { caseId, parties, longStop, drawCommitment, convening, interim, screeningEnd } = state;
  return {
    caseId,
    parties,
    ruleSet: state.ruleSetVersion,
    track: state.track,
    urgency: state.urgency,
    stage: regionStateOf(state),
    openedAt: state.registeredAt,
    longStop,
    drawCommitment,
    rosters: { complainant: showRoster(state, 'complainant'), respondent: showRoster(state, 'respondent') },
    seats: state.seats.map((seat) => showSeat(seat, state)),
    convenedAt: convening?.at ?? null,
    whole: isWhole(state),
    challenges: state.challenges.map((challenge) => showChallenge(challenge, state, reads)),
    claims: state.claims.map(({ id }) => id),
    exhibits: state.exhibits,
    consultationsEndedAt: state.consultationsEndedAt,
    interim,
    comments: state.comments,
    extensions: reads('PARTIES') ? showExtensions(state) : [],
    withdrawnClaims: state.withdrawnClaims,
    suspendedAt: state.suspendedAt,
    screeningOutcome: screeningEnd?.outcome ?? null,
    deadlines: screeningEnd || state.suspendedAt !== null ? [] : showDeadlines(state.running),
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
