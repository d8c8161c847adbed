import type { RefusalReason } from '@parley/kernel';

/** Refusals about deliberation, votes, findings and their certification (S9). */
export const findingsRefusals = {
  notSeated: {
    code: 'not-seated',
    rule: 'I-08',
    status: 403,
    en: 'Only a seated member may do this.',
    'zh-Hans': '只有在任成员可以这样做。',
  },
  challenged: {
    code: 'member-challenged',
    rule: 'I-09',
    status: 403,
    en: 'A member with an undecided challenge cannot vote, sign, or read the panel’s deliberation.',
    'zh-Hans': '回避申请尚未决定的成员不得表决、签署或阅览专家组评议。',
  },
  parityBroken: {
    code: 'parity-broken',
    rule: 'I-02',
    en: 'A member is missing: the panel cannot vote or sign until parity is restored.',
    'zh-Hans': '成员缺位：对等性恢复之前，专家组不得表决或签署。',
  },
  notDeciding: {
    code: 'not-making-findings',
    rule: 'S9',
    en: 'The panel is not making findings.',
    'zh-Hans': '专家组不在作出结论阶段。',
  },
  votingOver: { code: 'voting-over', rule: 'I-11', en: 'The time for votes has passed.', 'zh-Hans': '表决期限已过。' },
  deliberationClosed: {
    code: 'deliberation-closed',
    rule: 'I-11',
    en: 'The deliberation is closed.',
    'zh-Hans': '评议已结束。',
  },
  claimWithdrawn: {
    code: 'claim-withdrawn',
    rule: 'I-30',
    en: 'The claim was withdrawn; no finding is made on it.',
    'zh-Hans': '该主张已撤回，不再就其作出结论。',
  },
  unknownClaim: {
    code: 'unknown-claim',
    rule: 'S9',
    status: 422,
    en: 'There is no such claim in this case.',
    'zh-Hans': '本案没有该项主张。',
  },
  textsTooLong: {
    code: 'findings-too-long',
    rule: 'S9',
    status: 422,
    en: 'Reasons and separate statements together would be longer than findings can be.',
    'zh-Hans': '理由与单独意见合计超过结论所能容纳的长度。',
  },
  notAllVoted: {
    code: 'not-all-voted',
    rule: 'S9',
    en: 'Not every seated member has voted on every claim and every objection of the reply.',
    'zh-Hans': '并非每位在任成员都已就每项主张及答复中的每项异议表决。',
  },
  unknownObjection: {
    code: 'unknown-objection',
    rule: 'S4',
    status: 404,
    en: 'The reply raised no such objection; the panel shows those that it did.',
    'zh-Hans': '答复没有提出该项异议；专家组的页面列明已提出的异议。',
  },
  unknownReasons: {
    code: 'unknown-reasons',
    rule: 'I-73',
    status: 422,
    en: 'No reasons of this digest are before the panel; lay your own down, or read those that are.',
    'zh-Hans': '专家组面前没有此摘要值的理由；可自行提出，或阅览现有的理由。',
  },
  closingAsked: {
    code: 'closing-already-asked',
    rule: 'S9',
    en: 'This co-chair has asked to close already.',
    'zh-Hans': '该共同主席已要求结束评议。',
  },
  noFindings: {
    code: 'no-findings',
    rule: 'S9',
    status: 404,
    en: 'There are no findings yet.',
    'zh-Hans': '尚无结论。',
  },
  notCertifying: {
    code: 'no-findings-to-certify',
    rule: 'S9',
    en: 'No findings await certification.',
    'zh-Hans': '没有待核证的结论。',
  },
  certificationLate: {
    code: 'certification-out-of-time',
    rule: 'S9',
    en: 'The time for certification has passed.',
    'zh-Hans': '核证期限已过。',
  },
} as const satisfies Record<string, RefusalReason>;
