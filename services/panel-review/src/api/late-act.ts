import type { Instant, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import type { Act } from '../domain/acts';
import type { LateAct } from '../domain/fallback/fallback-commands';
import { textsOf } from './authored-texts';
import type { PanelFallbackEntryRequest } from './fallback.request';

/** The one act of an entry as of when it came; `undefined` where it holds none or several. */
export function lateActOf(entry: PanelFallbackEntryRequest, cameAt: Instant): LateAct | undefined {
  const acts = actsOf(entry, { by: entry.from as PersonId, party: entry.party as PartyCode, receivedAt: cameAt });
  return acts.length === 1 ? acts[0] : undefined;
}

function actsOf({ nomination, disclosure, challenge, challengeDecision, interimComment, certification }: PanelFallbackEntryRequest, act: Act): readonly LateAct[] {
  const acts: readonly (LateAct | undefined)[] = [
    nomination && { type: 'NominateMember', ...act, member: nomination.member as PersonId, coChair: nomination.coChair ?? false },
    disclosure && { type: 'MakeDisclosure', ...act, statement: textsOf(disclosure.statement) },
    challenge && { type: 'ChallengeMember', ...act, member: challenge.member as PersonId, grounds: textsOf(challenge.grounds) },
    challengeDecision && {
      type: 'SignChallengeDecision',
      ...act,
      challengeId: challengeDecision.challenge,
      verdict: challengeDecision.verdict,
      digest: challengeDecision.digest as Sha256,
    },
    interimComment && { type: 'CommentInterim', ...act, comment: textsOf(interimComment.comment) },
    certification && { type: 'CertifyFindings', ...act, digest: certification.digest as Sha256, ...(certification.jws === undefined ? {} : { jws: certification.jws }) },
  ];
  return acts.filter((each) => each !== undefined);
}
