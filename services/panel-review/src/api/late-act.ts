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

function actsOf(entry: PanelFallbackEntryRequest, act: Act): readonly LateAct[] {
  return [...onSeats(entry, act), ...inReview(entry, act)].filter((each) => each !== undefined);
}

const onSeats = (
  { nomination, disclosure, challenge, challengeDecision, replacement }: PanelFallbackEntryRequest,
  act: Act,
): readonly (LateAct | undefined)[] => [
  nomination && {
    type: 'NominateMember',
    ...act,
    member: nomination.member as PersonId,
    coChair: nomination.coChair ?? false,
  },
  disclosure && { type: 'MakeDisclosure', ...act, statement: textsOf(disclosure.statement) },
  challenge && {
    type: 'ChallengeMember',
    ...act,
    member: challenge.member as PersonId,
    grounds: textsOf(challenge.grounds),
  },
  challengeDecision && {
    type: 'SignChallengeDecision',
    ...act,
    challengeId: challengeDecision.challenge,
    verdict: challengeDecision.verdict,
    digest: challengeDecision.digest as Sha256,
  },
  replacement && { type: 'ReplaceMember', ...act, member: replacement.member as PersonId },
];

const inReview = (
  { informationAnswer, reportComment, interimComment, certification }: PanelFallbackEntryRequest,
  act: Act,
): readonly (LateAct | undefined)[] => [
  informationAnswer && {
    type: 'AnswerRequest',
    ...act,
    requestId: informationAnswer.request,
    text: textsOf(informationAnswer.answer),
    exhibits: [...informationAnswer.exhibits],
  },
  reportComment && {
    type: 'CommentOnMaterial',
    ...act,
    materialId: reportComment.material,
    comment: textsOf(reportComment.comment),
  },
  interimComment && { type: 'CommentInterim', ...act, comment: textsOf(interimComment.comment) },
  certification && {
    type: 'CertifyFindings',
    ...act,
    digest: certification.digest as Sha256,
    ...(certification.jws === undefined ? {} : { jws: certification.jws }),
  },
];
