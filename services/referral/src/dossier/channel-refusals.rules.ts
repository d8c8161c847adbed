import type { RefusalReason } from '@parley/kernel';

/** Why a channel of the World Bank does not accept a request. */
export const channelRefusals = {
  noSuchChannel: {
    code: 'no-such-channel',
    rule: 'I-49',
    status: 422,
    en: 'The forum’s rules know no such channel.',
    'zh-Hans': '该机构规则中没有该渠道。',
  },
  institutionElsewhere: {
    code: 'institution-of-another-channel',
    rule: 'I-49',
    status: 422,
    en: 'This channel hears nothing of projects of this institution.',
    'zh-Hans': '该渠道不受理该机构的项目。',
  },
  tooFewPeople: {
    code: 'too-few-affected-people',
    rule: 'I-49',
    status: 422,
    en: 'Fewer affected people would file than this channel hears.',
    'zh-Hans': '提出申诉的受影响者人数未达该渠道的要求。',
  },
  executiveDirectorElsewhere: {
    code: 'executive-director-not-heard',
    rule: 'I-49',
    status: 422,
    en: 'An Executive Director files a Request for Inspection, and nothing through this channel.',
    'zh-Hans': '执行董事可提出检查请求，但不通过该渠道提出。',
  },
  projectClosed: {
    code: 'project-closed-too-long',
    rule: 'I-49',
    status: 422,
    en: 'The project was closed longer ago than this channel hears.',
    'zh-Hans': '项目关闭时间已超过该渠道的受理期限。',
  },
  notRaisedBefore: {
    code: 'not-raised-with-management',
    rule: 'I-49',
    status: 422,
    en: 'The matter is raised with the institution’s management before a Request for Inspection.',
    'zh-Hans': '提出检查请求之前须先向该机构管理层反映。',
  },
} as const satisfies Record<string, RefusalReason>;
