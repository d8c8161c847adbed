import { sideOf } from '@parley/kernel';
import type { OpenedPanel } from '../panel-state';
import type { Challenge } from './challenge';
import type { ChallengeDecided, ChallengeDecisionSigned, ChallengeMade, MemberReplaced } from './composition-events';
import { seatAt, vacated, withCapacity } from './composition.evolve';

export function challenged(state: OpenedPanel, { data, occurredAt }: ChallengeMade): OpenedPanel {
  const { challengeId: id, seat, member, grounds } = data;
  const by = sideOf(state.parties, data.challengedBy);
  const challenge: Challenge = { id, seat, member, by, grounds, madeAt: occurredAt, signatures: [], outcome: null };
  return seatAt(
    withCapacity({ ...state, challenges: [...state.challenges, challenge] }, data.by, 'desk'),
    seat,
    'challenged',
  );
}

export function decisionSigned(
  state: OpenedPanel,
  { data, occurredAt: receivedAt }: ChallengeDecisionSigned,
): OpenedPanel {
  const { by: coHead, party, verdict, digest, jws } = data;
  return withCapacity(
    withChallenge(state, data.challengeId, (challenge) => ({
      ...challenge,
      signatures: [
        ...challenge.signatures,
        { coHead, party, verdict, digest, ...(jws === undefined ? {} : { jws }), receivedAt },
      ],
    })),
    coHead,
    'cohead',
  );
}

export function decided(state: OpenedPanel, { data }: ChallengeDecided): OpenedPanel {
  const { challengeId, outcome, seat, opens } = data;
  const after = withChallenge(state, challengeId, (challenge) => ({ ...challenge, outcome }));
  if (outcome.verdict === 'upheld') return vacated(after, seat);
  return seatAt(after, seat, opens.length > 0 ? 'open-to-replacement' : 'settled');
}

export function replaced(state: OpenedPanel, { data }: MemberReplaced): OpenedPanel {
  const side = sideOf(state.parties, data.replacedBy);
  const replacements = { ...state.replacements, [side]: state.replacements[side] + 1 };
  return vacated(withCapacity({ ...state, replacements }, data.by, 'desk'), data.seat);
}

const withChallenge = (state: OpenedPanel, id: string, change: (challenge: Challenge) => Challenge): OpenedPanel => ({
  ...state,
  challenges: state.challenges.map((challenge) => (challenge.id === id ? change(challenge) : challenge)),
});
