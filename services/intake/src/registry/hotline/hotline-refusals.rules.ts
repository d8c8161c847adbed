import type { RefusalReason } from '@parley/kernel';
import { noncesOfDesks } from '@parley/procedure';

export const hotlineRefusals = {
  notADesk: {
    code: 'not-a-party',
    rule: 'hotline',
    status: 403,
    en: 'Only the desk of a party uses the hotline.',
    'zh-Hans': '只有当事方的主管部门可使用热线。',
  },
  unknownRequest: {
    code: 'hotline-not-found',
    rule: 'hotline',
    status: 404,
    en: 'There is no such request.',
    'zh-Hans': '没有该项请求。',
  },
  tooManyRequests: {
    code: 'too-many-hotline-requests',
    rule: 'hotline',
    en:
      'Your side has made as many requests in the last hours as the rules allow (20 in 24 hours). They ' +
      'stand, and were sent; ask again when the first of them is older.',
    'zh-Hans':
      '贵方在最近数小时内提出的请求已达规则所定数目（24 小时内 20 项）。已提请求仍然有效并已发出；请待其中最早一项逾时后再提。',
  },
  ownRequest: {
    code: 'own-request',
    rule: 'hotline',
    status: 403,
    en: 'A request is acknowledged by the side that was asked.',
    'zh-Hans': '请求须由被请求方确认。',
  },
  answeredAlready: {
    code: 'hotline-answered',
    rule: 'hotline',
    en: 'This request has been acknowledged already.',
    'zh-Hans': '该项请求已获确认。',
  },
  notCoHeadsYet: {
    code: 'not-with-the-co-heads',
    rule: 'hotline',
    status: 403,
    en: 'The request is still with the officials; it comes to the co-heads when their time is over.',
    'zh-Hans': '该项请求仍由指定官员处理；其时限届满后方提交共同负责人。',
  },
  notOnWatchList: {
    code: 'not-on-the-watch-list',
    rule: 'hotline',
    status: 403,
    en: 'A request is acknowledged by an official of the watch list. Your desk can put you on it.',
    'zh-Hans': '请求须由值守名单上的指定官员确认；贵方主管部门可将您列入名单。',
  },
  notDeputiesYet: {
    code: 'not-with-the-deputies',
    rule: 'hotline',
    status: 403,
    en: 'The request comes to the deputies when the times of the officials and the co-heads are over.',
    'zh-Hans': '指定官员和共同负责人的时限届满后，该项请求方提交副职官员。',
  },
  rungPending: {
    code: 'default-pending',
    rule: 'I-18',
    en: 'A time has passed whose default is not on record yet. It comes first; try again in a minute.',
    'zh-Hans': '某一时限已过，其默认后果尚未载入记录，须先行载入；请一分钟后重试。',
  },
  noCrisis: {
    code: 'not-a-crisis',
    rule: 'hotline',
    en: 'A crisis team is drawn for a request of the crisis grade; make one if there is a crisis.',
    'zh-Hans': '危机小组仅就危机级请求抽签组成；如有危机，请另提危机级请求。',
  },
  teamCalledFor: {
    code: 'crisis-team-called-for',
    rule: 'hotline',
    en: 'A crisis team has been called for in this crisis already; read the request to see who serves.',
    'zh-Hans': '已就此危机要求组成危机小组；小组成员见该项请求。',
  },
  ...noncesOfDesks,
  noTeam: {
    code: 'no-crisis-team',
    rule: 'hotline',
    en: 'No crisis team has been drawn for this request; the desk of either side can call for one in a crisis.',
    'zh-Hans': '尚未就该项请求抽签组成危机小组；遇有危机，任何一方的主管部门均可要求组成。',
  },
  notOnTeam: {
    code: 'not-on-the-crisis-team',
    rule: 'hotline',
    status: 403,
    en: 'You are not on the crisis team of this request.',
    'zh-Hans': '您不是该项请求的危机小组成员。',
  },
  noOptions: {
    code: 'no-options-paper',
    rule: 'hotline',
    en: 'No options paper has been drafted.',
    'zh-Hans': '尚未起草方案文件。',
  },
  optionsAgreed: {
    code: 'options-agreed',
    rule: 'I-04',
    en: 'Both sides of the team have signed the options paper; it stands as it is.',
    'zh-Hans': '小组双方均已签署方案文件，该文件不再变更。',
  },
  tooManyOptions: {
    code: 'too-many-options-drafts',
    rule: 'hotline',
    en: 'A side of the team drafts the options paper 50 times at most. Sign the draft that stands there.',
    'zh-Hans': '小组一方至多起草方案文件五十次。请签署现有草案。',
  },
  optionsSigned: {
    code: 'options-signed',
    rule: 'I-04',
    en: 'Your side of the team has signed this draft.',
    'zh-Hans': '小组中贵方一侧已签署该草案。',
  },
  optionsDigest: {
    code: 'digest-differs',
    rule: 'I-04',
    status: 422,
    en: 'The signature is over another digest than that of the draft; read it again and sign what stands there.',
    'zh-Hans': '签署所对应的摘要值与草案不符；请重新阅读并签署现有文本。',
  },
} as const satisfies Record<string, RefusalReason>;
