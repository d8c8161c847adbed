import type { RuleTexts } from './rule-texts';

/** Who speaks for a party, to whom, in which language and by which channel. */
export const RULES_OF_SPEAKING = {
  credentials: {
    title: {
      en: 'Who speaks for a party',
      'zh-Hans': '当事方的代表权',
    },
    sentence: {
      en:
        'Credentials and delegations are recorded with date and authority, for desk, registry officers and co-head ' +
        "alike, and can be replaced. From the first one on record a side's people act and read only under one that " +
        'is in force. The head of the delegation registers the keys by which the side signs, and those of single ' +
        "persons, each signed by the side's key in force before it; a signature counts by the side's key, or the key " +
        'of who acts, in force when its act was received. The key of a person ends with the delegation.',
      'zh-Hans':
        '主管部门、登记处官员和共同负责人的证书和授权均连同日期和依据予以登记，并可更换。自首项登记起，一方人员仅可' +
        '依有效授权行事和阅览。一方及其个别人员用以签名的密钥由其代表团负责人登记，并由该方此前有效的密钥签署；签名以收到' +
        '有关行为时有效的该方密钥或行为人本人的密钥为准。个人的密钥随其授权终止。',
    },
    why: {
      en: 'Each act must be traceable to a government that gave the power for it.',
      'zh-Hans': '每一行为均须可追溯至赋予其权限的政府。',
    },
    changes: {
      en: 'Have your delegation recorded before you act. What is done after it ended is refused.',
      'zh-Hans': '请在行事前登记授权；授权终止后的行为予以拒绝。',
    },
  },
  consent: {
    title: {
      en: 'Acts by consent',
      'zh-Hans': '经同意的行为',
    },
    sentence: {
      en:
        'What needs both parties is proposed by one, with the text that both are to sign, and takes effect with ' +
        'the signature of the other. A proposal that nobody signs lapses.',
      'zh-Hans': '须经双方的事项由一方提出供双方签署的文本，经另一方签署后生效。无人签署的提议失效。',
    },
    why: {
      en: 'Agreement shall be seen in two signatures, not concluded from silence.',
      'zh-Hans': '合意应见于两方签署，而非推断自沉默。',
    },
    changes: {
      en: 'Read what you are shown and sign its digest, or let the proposal lapse.',
      'zh-Hans': '请阅读所示文本并对其摘要值签署，或任提议失效。',
    },
  },
  addressing: {
    title: {
      en: 'Addressing',
      'zh-Hans': '收件范围',
    },
    sentence: {
      en:
        'A paper goes to everybody, to the other party and the registry but not the panel, or to the registry ' +
        "alone, which means its officers of one's own side. A party may ask the other for a non-confidential " +
        'summary of what it may not read.',
      'zh-Hans':
        '文件可致所有方，可致另一方和登记处而不致专家组，或仅致登记处，即本方派驻的官员。当事方可就其不得阅览的内容' +
        '请求另一方提供非机密摘要。',
    },
    why: {
      en: 'Who writes should know, before sending, who will read.',
      'zh-Hans': '书写者应在发送前知悉何人将阅览。',
    },
    changes: {
      en: 'Choose the tier with care. No finding rests on what a party was asked in vain to summarise.',
      'zh-Hans': '请慎选阅览层级。经请求而未提供摘要的材料，不得作为结论的依据。',
    },
  },
  service: {
    title: {
      en: 'Service',
      'zh-Hans': '送达',
    },
    sentence: {
      en:
        "A notice or a document is *served* when it stands in the party's inbox. Retrieving it is recorded. Not " +
        'retrieving it stops no clock.',
      'zh-Hans': '通知或文件置于当事方收件箱时即为*送达*。提取予以记录；未提取不使任何期限停止。',
    },
    why: {
      en: 'A clock that waits for a reader can be stopped by not reading.',
      'zh-Hans': '等待阅读者的期限，可因不阅读而停止。',
    },
    changes: {
      en: 'Look into the inbox each day, or choose alerts.',
      'zh-Hans': '请每日查看收件箱，或选择提醒。',
    },
  },
  languages: {
    title: {
      en: 'Languages',
      'zh-Hans': '语言',
    },
    sentence: {
      en:
        "English and Chinese are equally authentic for the secretariat's own texts, the panel's among them. A " +
        'party writes in either. A translation is due later, and clocks run from the original.',
      'zh-Hans':
        '秘书处自身的文本，包括专家组的文本，英文和中文具有同等效力。当事方可使用任何一种语言；译文其后提交，期限自' +
        '原文起算。',
    },
    why: {
      en: 'The reader of either language must be able to rely on what he reads.',
      'zh-Hans': '任何一种语言的读者均应能信赖其所读。',
    },
    changes: {
      en: 'File in your own language. A translation that fails its time is noted on the text.',
      'zh-Hans': '请以本方语言提交；逾期未提交译文的，在文本上注明。',
    },
  },
  'typed-references': {
    title: {
      en: 'Goods and measures',
      'zh-Hans': '货物与措施的引注',
    },
    sentence: {
      en:
        'Goods and measures are typed references: an HS or HTS code with the year of its edition, a document ' +
        'symbol of the WTO, a citation with issuer and date.',
      'zh-Hans': '货物和措施以规范引注表示：HS 或 HTS 编码及其版本年份、WTO 文件编号、载明发布机关和日期的引文。',
    },
    why: {
      en: 'A code means different goods in different editions.',
      'zh-Hans': '同一编码在不同版本中可指不同货物。',
    },
    changes: {
      en: 'Give the edition with the code and the date with the measure. A symbol that cannot be is refused.',
      'zh-Hans': '请随编码注明版本、随措施注明日期；不可能存在的编号予以拒绝。',
    },
  },
  hotline: {
    title: {
      en: 'Hotline',
      'zh-Hans': '热线',
    },
    sentence: {
      en:
        "A request goes at once to all officials of the other side's watch list, by every channel of theirs: " +
        '*crisis* or *routine*. It climbs to the co-heads and to the deputies until somebody answers. Whether and ' +
        'when it was answered is public, its content is not.',
      'zh-Hans':
        '请求立即经全部渠道发送至另一方值守名单上的全部官员，分为*危机*和*常规*两级；无人应答的，逐级提交共同负责人' +
        '和副职官员。是否及何时应答予以公开，内容不公开。',
    },
    why: {
      en: 'An unanswered telephone is how incidents become crises.',
      'zh-Hans': '无人接听的电话，正是事件演变为危机的途径。',
    },
    changes: {
      en:
        'Acknowledge as an official of the watch list. After some silence a crisis team of equal numbers is drawn ' +
        'by itself.',
      'zh-Hans': '请以值守名单官员身份应答。沉默持续一定时间后，自动抽签组成双方人数相等的危机小组。',
    },
  },
} as const satisfies Readonly<Record<string, RuleTexts>>;
