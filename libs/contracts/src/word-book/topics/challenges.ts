import { entry } from '../entry';

/** Challenges of members of a panel, and what became of them. */
export const challenges = {
  'panelreview.ChallengeMade': entry(
    'party',
    ['challenge of a panel member', '对专家组成员提出回避'],
    [
      'A nominee[, {member/personId},][ on a seat of {party/side|party}] was challenged[ by {challengedBy|party}].',
      '[{challengedBy|party}]对[{party/side|party}席位的]一名被提名人[（{member/personId}）]提出了回避。',
    ],
    ['A member of the panel was challenged', '对专家组成员提出回避'],
  ),
  'panelreview.ChallengeTimeEnded': entry(
    'time',
    ['end of the time to challenge', '提出回避的期限届满'],
    ['{unused|unused}', '{unused|unused}'],
    ['The time to challenge a member has ended', '提出回避的期限届满'],
  ),
  'panelreview.ReplacementTimeEnded': entry(
    'time',
    ['end of the time to replace a member', '更换成员的期限届满'],
    ['The time to replace a member ended unused.', '更换成员的期限届满，未予行使。'],
  ),
  'panelreview.ChallengeDecisionSigned': entry(
    'cohead',
    ['signature of a decision on a challenge', '签署关于回避的决定'],
    ['{who}[ of {party|party}] signed a decision on a challenge.', '[{party|party}的]{who}签署了关于回避的决定。'],
  ),
  'panelreview.ChallengeDecided': entry(
    'coheads',
    ['decision on a challenge', '对回避的决定'],
    [
      'A challenge[ of {member/personId}] was decided: {outcome|challenge}.',
      '[对 {member/personId} 的]回避请求已作决定：{outcome|challenge}。',
    ],
    ['A challenge was decided', '回避请求已作决定'],
  ),
  'panelreview.ChallengeUpheld': entry(
    'coheads',
    ['upheld challenge', '回避成立'],
    ['A challenge[ of {personId}] was upheld; the seat is vacant.', '[对 {personId} 的]回避请求成立，席位须重新填补。'],
  ),
  'panelreview.ChallengeDismissed': entry(
    'coheads',
    ['dismissed challenge', '回避请求被驳回'],
    ['A challenge[ of {personId}] was dismissed; the member stays.', '[对 {personId} 的]回避请求被驳回，成员留任。'],
  ),
  'panelreview.ChallengeNotDecided': entry(
    'time',
    ['undecided challenge', '回避请求未作决定'],
    [
      'A challenge[ of {personId}] was not decided in time; the member stays and the challenge is on record.',
      '[对 {personId} 的]回避请求未在期限内作出决定，成员留任，该请求记录在案。',
    ],
  ),
};
