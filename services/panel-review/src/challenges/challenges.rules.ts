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
  ChallengeTimeEnded,
  MemberReplaced,
} from '../composition/composition-events.rules';
import { challengeableUntil, left, seatAt, withCapacity } from '../composition/composition.rules';
import type { RecordedPanel } from '../panel/panel-state.rules';

/** What follows from a challenge for the seat, in whatever way its time ended. */
export function challengeAfter(
  state: RecordedPanel,
  event: ChallengeMade | ChallengeTimeEnded | ChallengeDecisionSigned | ChallengeDecided | MemberReplaced,
): RecordedPanel {
  switch (event.type) {
    case 'ChallengeMade':
      return challenged(state, event);
    case 'ChallengeTimeEnded':
      return challengeTimeEnded(state, event);
    case 'ChallengeDecisionSigned':
      return decisionSigned(state, event);
    case 'ChallengeDecided':
      return decided(state, event);
    case 'MemberReplaced':
      return replaced(state, event);
  }
}

function challenged(state: RecordedPanel, { data, occurredAt }: ChallengeMade): RecordedPanel {
  const { challengeId: id, seat, member, grounds, cameToLight } = data;
  const by = sideOf(state.parties, data.challengedBy);
  const made = { id, seat, member, by, grounds, cameToLight, madeAt: occurredAt };
  const challenges = [...state.challenges, { ...made, signatures: [], outcome: null }];
  const after = withCapacity({ ...state, challenges }, data.by, 'desk');
  return challengeableUntil(seatAt(after, seat, 'challenged'), seat, occurredAt);
}

function decisionSigned(
  state: RecordedPanel,
  { data, occurredAt: receivedAt }: ChallengeDecisionSigned,
): RecordedPanel {
  const { by: coHead, party, verdict, digest } = data;
  return withCapacity(
    withChallenge(state, data.challengeId, (challenge) => ({
      ...challenge,
      signatures: [...challenge.signatures, { coHead, party, verdict, digest, receivedAt }],
    })),
    coHead,
    'cohead',
  );
}

function decided(state: RecordedPanel, { data }: ChallengeDecided): RecordedPanel {
  const { challengeId, outcome, seat, opens } = data;
  const after = withChallenge(state, challengeId, (challenge) => ({ ...challenge, outcome }));
  if (outcome.verdict === 'upheld') return left(after, seat);
  return seatAt(after, seat, opens.length > 0 ? 'open-to-replacement' : 'settled');
}

/** A peremptory replacement that nobody used follows a challenge, so that time for challenges had ended before. */
function challengeTimeEnded(state: RecordedPanel, { data, occurredAt }: ChallengeTimeEnded): RecordedPanel {
  const settled = seatAt(state, data.seat, 'settled');
  return data.unused === 'challenge' ? challengeableUntil(settled, data.seat, occurredAt) : settled;
}

function replaced(state: RecordedPanel, { data }: MemberReplaced): RecordedPanel {
  const side = sideOf(state.parties, data.replacedBy);
  const replacements = { ...state.replacements, [side]: state.replacements[side] + 1 };
  return left(withCapacity({ ...state, replacements }, data.by, 'desk'), data.seat, side);
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
  /** When the fact came to light, if that was after the time for challenges; `null` otherwise. */
  readonly cameToLight: Instant | null;
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
