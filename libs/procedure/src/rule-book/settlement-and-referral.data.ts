import type { RuleTexts } from './rule-texts';

/** Settlement, referral and compliance. */
export const SETTLEMENT_AND_REFERRAL = {
  'I-47': {
    sentence: {
      en:
        'A settlement binds the record only when both parties sign the same bilingual text digest; each obligation ' +
        'has an owner, a date and a check.',
      'zh-Hans': '仅当双方签署同一双语文本的摘要值时，和解方对记录具有约束力；每项义务均有责任方、日期和核查方式。',
    },
    why: {
      en: 'Two governments must be bound by the same words, in both languages.',
      'zh-Hans': '两国政府应受相同文字约束，且两种语言均如此。',
    },
    changes: {
      en:
        'Sign the digest of the text that you were shown. A text without an owner, a date and a check for each ' +
        'promise is refused.',
      'zh-Hans': '请对所示文本的摘要值签署；未就每项承诺载明责任方、日期和核查方式的文本，予以拒绝。',
    },
  },
  'I-48': {
    sentence: {
      en:
        'A dossier is transmitted only after findings are final, or screening lapsed or ended without a panel, or ' +
        'the complainant gave an exit notice; the dossier says which.',
      'zh-Hans':
        '仅在结论成为最终结论、审查失效或未组成专家组而结束，或申诉方已发出退出通知之后，方可移送卷宗；卷宗载明依据' +
        '何者。',
    },
    why: {
      en: 'Another forum must know from where a file comes to it.',
      'zh-Hans': '其他机构应知悉卷宗来自何种程序结果。',
    },
    changes: {
      en: 'A request without such a basis is refused. With an exit notice it is possible at any stage.',
      'zh-Hans': '无此依据的申请予以拒绝；发出退出通知后，任何阶段均可申请。',
    },
  },
  'I-49': {
    sentence: {
      en: "A dossier names a forum and passes that forum's standing check.",
      'zh-Hans': '卷宗载明受理机构，并通过该机构的诉权核对。',
    },
    why: {
      en: "A file that its forum must reject wastes everybody's time.",
      'zh-Hans': '受理机构必然驳回的卷宗，徒费各方时间。',
    },
    changes: {
      en: 'The World Bank hears no state against a state, so such a request is refused before anything is built.',
      'zh-Hans': '世界银行不受理国家对国家的申诉，故此类申请在编制之前即予拒绝。',
    },
  },
  'I-50': {
    sentence: {
      en: 'A dossier holds only what its recipient may read; its manifest lists what is withheld.',
      'zh-Hans': '卷宗仅载其接收方可阅览的内容；其清单列明未予载入者。',
    },
    why: {
      en: 'What leaves the house cannot be called back.',
      'zh-Hans': '离开秘书处的材料无法收回。',
    },
    changes: {
      en: 'The manifest tells the reader how many things are withheld and by which rule.',
      'zh-Hans': '清单告知读者有多少内容未予载入及所依规则。',
    },
  },
  'I-51': {
    sentence: {
      en: 'A dossier is reproducible: same inputs, same bytes.',
      'zh-Hans': '卷宗可以复现：输入相同，字节即相同。',
    },
    why: {
      en: 'Both sides must be able to make sure that they hold the same file.',
      'zh-Hans': '双方应能确认各自持有相同的卷宗。',
    },
    changes: {
      en: 'Build it again and compare the digests.',
      'zh-Hans': '可重新编制并比对摘要值。',
    },
  },
  'I-52': {
    sentence: {
      en:
        'No text of the secretariat or the panel states that a party has violated an agreement, or authorises ' +
        "retaliation; a party's own words, as in a draft request, are marked as its own.",
      'zh-Hans':
        '秘书处或专家组的任何文本均不述称某一方违反协定，亦不授权报复；当事方自身的措辞，例如请求书草案，均标明为其' +
        '所言。',
    },
    why: {
      en: 'This house advises. Judging is for others, and both governments stay only on that condition.',
      'zh-Hans': '本机构提供意见，裁断由他处为之；双方政府正是以此为条件参与。',
    },
    changes: {
      en: 'Read *substantiated* as: the claim was shown to this panel. It is no judgment.',
      'zh-Hans': '“已获证实”意为该主张已向本专家组证明，并非判决。',
    },
  },
  'I-53': {
    sentence: {
      en: 'Filing, pendency and findings bar no DSU right: an exit notice is always accepted.',
      'zh-Hans':
        '提交申诉、案件未决和作出结论均不妨碍《关于争端解决规则与程序的谅解》（DSU）项下的任何权利：退出通知始终予' +
        '以受理。',
    },
    why: {
      en: 'Nobody would come here if coming cost a right elsewhere.',
      'zh-Hans': '如来此须以丧失他处权利为代价，则无人前来。',
    },
    changes: {
      en: 'Give the notice at any stage. The screening goes on unless you also withdraw.',
      'zh-Hans': '任何阶段均可发出通知；除非同时撤回，审查继续进行。',
    },
  },
  'I-54': {
    sentence: {
      en:
        'Owner, date and state of every obligation are public, its text as far as agreed; a missed date is on the ' +
        'public dashboard within 1 JBD of its expiry, and one party cannot hide it.',
      'zh-Hans':
        '每项义务的责任方、日期和状态公开，其文本在约定范围内公开；逾期在届满后 1 个共同工作日内列入公开看板，任何' +
        '一方不得隐匿。',
    },
    why: {
      en: 'A promise that only its maker sees is easily forgotten.',
      'zh-Hans': '仅由承诺人自己可见的承诺易被遗忘。',
    },
    changes: {
      en: 'Report before the review. What is late shows red to everybody, and what was done late says so.',
      'zh-Hans': '请在评审前报告；逾期者对所有人显示为红色，逾期后完成的亦予载明。',
    },
  },
} as const satisfies Readonly<Record<string, RuleTexts>>;
