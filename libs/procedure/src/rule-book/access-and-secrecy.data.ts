import type { RuleTexts } from './rule-texts';

/** Who may read what. */
export const ACCESS_AND_SECRECY = {
  'I-43': {
    sentence: {
      en:
        'A user sees a case, document, search hit, count or notification only at a tier granted to them; totals ' +
        'and errors leak nothing sealed.',
      'zh-Hans': '用户仅可见其获授阅览层级内的案件、文件、搜索结果、计数或通知；总数和错误信息均不泄露密封内容。',
    },
    why: {
      en: 'That a thing exists can be the secret.',
      'zh-Hans': '某物的存在本身即可能是机密。',
    },
    changes: {
      en: 'What is not yours to know of is answered as if it were not there.',
      'zh-Hans': '您无权知悉的事项，答复与其不存在时相同。',
    },
  },
  'I-44': {
    sentence: {
      en: 'BCI is readable only by persons with an undertaking in force for this case.',
      'zh-Hans': '商业机密信息（BCI）仅可由就本案作出且保密承诺有效的人员阅览。',
    },
    why: {
      en: 'Companies give their figures only to named persons who are bound.',
      'zh-Hans': '企业仅向受约束的具名人员提供其数据。',
    },
    changes: {
      en: 'It waits for undertakings and encryption. Until then no exhibit is taken at this tier.',
      'zh-Hans': '此项有待保密承诺和加密功能；在此之前不接收该层级的证据。',
    },
  },
  'I-45': {
    sentence: {
      en:
        'Without-prejudice material is in no finding, dossier or public export without both consents; the signed ' +
        'settlement itself is not such material.',
      'zh-Hans':
        '不影响立场的材料未经双方同意，不载入任何结论、卷宗或公开导出文件；已签署的和解文本本身不属于此类材料。',
    },
    why: {
      en: 'People make offers only where an offer cannot be held against them.',
      'zh-Hans': '唯有提议不会被用于对抗提议者，人们才会提出提议。',
    },
    changes: {
      en:
        'What is said in consultations and conciliation stays there. What a party also has from elsewhere stays ' +
        'usable.',
      'zh-Hans': '磋商和调解中的陈述留于其内；当事方另有来源者仍可使用。',
    },
  },
  'I-46': {
    sentence: {
      en: 'No secretariat administrator reads sealed content alone: it takes two persons, one per side.',
      'zh-Hans': '秘书处管理人员不得单独阅览密封内容：须由双方各一人共同为之。',
    },
    why: {
      en: 'Whoever runs the machine is employed by somebody.',
      'zh-Hans': '运行系统之人，总有其雇主。',
    },
    changes: {
      en: 'It waits for the encryption of sealed content with a key for each side.',
      'zh-Hans': '此项有待以双方各持密钥的方式加密密封内容。',
    },
  },
} as const satisfies Readonly<Record<string, RuleTexts>>;
