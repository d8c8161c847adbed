import { plusMillis, type Instant, type RefusalReason } from '@parley/kernel';
import type { RuleSet } from '@parley/procedure';
import type { Grade, HotlineTime, Rung } from './hotline.rules';

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
  tooManyOpen: {
    code: 'too-many-hotline-requests',
    rule: 'hotline',
    en: 'Your side has 20 requests that nobody has answered; they stand, and another would call nobody else.',
    'zh-Hans': '贵方已有 20 项未获应答的请求；这些请求仍然有效，再提请求亦不会另行通知他人。',
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
  rungPending: {
    code: 'default-pending',
    rule: 'I-18',
    en: 'A time has passed whose default is not on record yet. It comes first; try again in a minute.',
    'zh-Hans': '某一时限已过，其默认后果尚未载入记录，须先行载入；请一分钟后重试。',
  },
  noTeam: {
    code: 'no-crisis-team',
    rule: 'hotline',
    en: 'No crisis team has been drawn for this request.',
    'zh-Hans': '尚未就该项请求抽签组成危机小组。',
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

const NEXT: Readonly<Record<HotlineTime['id'], Rung>> = { official: 'coheads', coheads: 'deputies' };

/** The rung to which a request goes when the time of a rung is over. */
export const nextRung = (rung: HotlineTime['id']): Rung => NEXT[rung];

/** The instant so many minutes after a request. */
export const minutesAfter = (requestedAt: Instant, minutes: number): Instant =>
  plusMillis(requestedAt, minutes * 60_000);

/** The time of a rung, counted from the request: hours and minutes of the clock, at any hour of any day. */
export function timeOfRung(
  rung: HotlineTime['id'],
  grade: Grade,
  requestedAt: Instant,
  { hotline }: RuleSet,
): HotlineTime {
  const minutes = rung === 'official' ? hotline[grade].coHeads : hotline[grade].deputies;
  const dueAt = minutesAfter(requestedAt, minutes);
  return {
    id: rung,
    clock: 'hotline',
    stage: 'hotline',
    rule: 'hotline',
    trigger: { kind: 'act', event: 'HotlineRequested', instant: requestedAt },
    dueAt,
    provisional: false,
    arithmetic: {
      en: `${String(minutes)} minutes of the clock after the request of ${requestedAt}: ${dueAt}.`,
      'zh-Hans': `自 ${requestedAt} 提出请求起 ${String(minutes)} 分钟：${dueAt}。`,
    },
  };
}
