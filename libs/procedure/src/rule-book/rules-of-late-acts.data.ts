import type { RuleTexts } from './rule-texts';

/** What came by another channel, and what a side says was not its own. */
export const RULES_OF_LATE_ACTS = {
  'late entries': {
    title: {
      en: 'Late entries',
      'zh-Hans': '补录',
    },
    sentence: {
      en:
        'What came in time by another channel is entered by the side whose act it is: the ordinary act, with the ' +
        'channel, the instant, and the original as an upload. It stands as *claimed*, without effect, until a ' +
        'registry officer of the other side confirms it or a declared outage covers the instant.',
      'zh-Hans':
        '按期经其他渠道收到的行为，由行为所属一方补录：即通常的行为，另附渠道、时刻和作为上传件的原件。在另一方登记' +
        '处官员确认或经宣告的系统中断涵盖该时刻之前，其仅为*待确认*，不生效力。',
    },
    why: {
      en: 'A letter on time must count although the system was away, and nobody shall be able to invent one.',
      'zh-Hans': '系统中断时按期到达的函件应予计算，而任何人不得杜撰此类函件。',
    },
    changes: {
      en:
        'Enter it by the end of the next joint business day. What binds by signature, votes and withdrawals are ' +
        'never entered late.',
      'zh-Hans': '请于下一共同工作日终了前补录。有约束力的签署、表决和撤回不得补录。',
    },
  },
  'paper for others': {
    title: {
      en: 'Paper for others',
      'zh-Hans': '代案外人员录入',
    },
    sentence: {
      en:
        "An expert's report, a third party's note, or a hand-over to or from the registry is entered by one " +
        'registry officer and confirmed by one of the other side over the digest of the original.',
      'zh-Hans':
        '专家报告、第三方书面意见，或与登记处之间的移交，由一名登记处官员录入，并由另一方的一名官员就原件的摘要值确' +
        '认。',
    },
    why: {
      en: 'Who belongs to neither side may have no access of his own.',
      'zh-Hans': '不属任何一方者可能没有自己的访问权限。',
    },
    changes: {
      en:
        'Until it is confirmed it stands as *unconfirmed*. The person concerned may replace what was entered in ' +
        'his name.',
      'zh-Hans': '确认之前标为*未经确认*。当事人可更换以其名义录入的内容。',
    },
  },
  repudiation: {
    title: {
      en: 'Repudiation',
      'zh-Hans': '否认',
    },
    sentence: {
      en:
        'A side may declare by its head of delegation, within a short time after the record, that an act in its ' +
        'name was not its own. From then on it counts as not done, and what rested on it alone is undone, but not ' +
        'what has issued.',
      'zh-Hans':
        '一方可在记录后的短期内由代表团负责人声明，以其名义作出的行为并非其所为。此后该行为视为未作出，仅以其为依据' +
        '者予以撤销，已发布者除外。',
    },
    why: {
      en: 'Keys are stolen, and a government must not be bound by a thief.',
      'zh-Hans': '密钥可能失窃，政府不应受窃取者约束。',
    },
    changes: {
      en: 'No clock comes back to that side, the delegation that was used ends, and the docket says so.',
      'zh-Hans': '该方的期限不因此恢复，所用授权终止，登记簿予以载明。',
    },
  },
} as const satisfies Readonly<Record<string, RuleTexts>>;
