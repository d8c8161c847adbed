import {
  canonicalJson,
  sideOf,
  type CaseId,
  type Instant,
  type PartyCode,
  type PersonId,
  type Sha256,
  type Side,
  type Text,
} from '@parley/kernel';
import { sha256Text } from '@parley/procedure';
import type {
  ChallengeDecided,
  ChallengeDecisionSigned,
  ChallengeMade,
  MemberReplaced,
} from '../composition/composition-events.rules';
import { left, seatAt, withCapacity } from '../composition/composition.rules';
import type { RecordedPanel } from '../panel/panel-state.rules';

export function challenged(state: RecordedPanel, { data, occurredAt }: ChallengeMade): RecordedPanel {
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
  state: RecordedPanel,
  { data, occurredAt: receivedAt }: ChallengeDecisionSigned,
): RecordedPanel {
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

export function decided(state: RecordedPanel, { data }: ChallengeDecided): RecordedPanel {
  const { challengeId, outcome, seat, opens } = data;
  const after = withChallenge(state, challengeId, (challenge) => ({ ...challenge, outcome }));
  if (outcome.verdict === 'upheld') return left(after, seat);
  return seatAt(after, seat, opens.length > 0 ? 'open-to-replacement' : 'settled');
}

export function replaced(state: RecordedPanel, { data }: MemberReplaced): RecordedPanel {
  const side = sideOf(state.parties, data.replacedBy);
  const replacements = { ...state.replacements, [side]: state.replacements[side] + 1 };
  return left(withCapacity({ ...state, replacements }, data.by, 'desk'), data.seat);
}

const withChallenge = (
  state: RecordedPanel,
  id: string,
  change: (challenge: Challenge) => Challenge,
): RecordedPanel => ({
  ...state,
  challenges: state.challenges.map((challenge) => (challenge.id === id ? change(challenge) : challenge)),
});

/** What the co-heads can say of a challenge. */
export type ChallengeVerdict = 'upheld' | 'not-upheld';

export interface ChallengeSignature {
  readonly coHead: PersonId;
  readonly party: PartyCode;
  readonly verdict: ChallengeVerdict;
  readonly digest: Sha256;
  /** By the co-head's own key over the digest, where one was given. */
  readonly jws?: string;
  readonly receivedAt: Instant;
}

/**
 * How a challenge ended. When the co-heads are split or silent, the member stays, and the challenge stays on record
 * (S6).
 */
export interface ChallengeOutcome {
  readonly verdict: ChallengeVerdict;
  readonly by: 'both-signatures' | 'default';
  readonly at: Instant;
  /** Parties whose co-head did not sign; only with a default. */
  readonly missing: readonly PartyCode[];
}

export interface Challenge {
  /** Unique in its case: `challenge:1`, `challenge:2` … */
  readonly id: string;
  readonly seat: string;
  readonly member: PersonId;
  /** The side that challenges, always the other one. */
  readonly by: Side;
  readonly grounds: readonly Text[];
  readonly madeAt: Instant;
  readonly signatures: readonly ChallengeSignature[];
  readonly outcome: ChallengeOutcome | null;
}

/** What both co-heads sign: the SHA-256 of the canonical JSON of case, challenge, member and verdict. */
export const verdictDigest = (
  caseId: CaseId,
  { id, member }: Pick<Challenge, 'id' | 'member'>,
  verdict: ChallengeVerdict,
): Sha256 => sha256Text(canonicalJson({ caseId, challenge: id, member, verdict }));
