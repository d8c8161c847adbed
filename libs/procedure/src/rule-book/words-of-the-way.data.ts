import type { GlossaryEntry } from './rule-texts';

/** Words for what is said, decided and handed on. */
export const WORDS_OF_THE_WAY = [
  {
    word: 'terms',
    term: { en: 'Terms of reference', 'zh-Hans': '职权范围' },
    meaning: {
      en:
        'What the panel has before it: every claim and objection on record, the languages, and with them the ' +
        'timetable.',
      'zh-Hans': '专家组所处理的范围：在案的全部主张和异议、所用语言，以及时间表。',
    },
  },
  {
    word: 'interim-text',
    term: { en: 'Interim text', 'zh-Hans': '中期文本' },
    meaning: {
      en: 'What the panel shows to the parties alone, so that they can point to errors before the findings.',
      'zh-Hans': '专家组仅向双方出示、供其在结论前指出错误的文本。',
    },
  },
  {
    word: 'deliberation',
    term: { en: 'Deliberation', 'zh-Hans': '评议' },
    meaning: {
      en: "The panel's own talks and votes. Only its seated, unchallenged members read them.",
      'zh-Hans': '专家组的内部讨论和表决；仅就任且未被申请回避的成员可阅览。',
    },
  },
  {
    word: 'findings',
    term: { en: 'Findings', 'zh-Hans': '结论' },
    meaning: {
      en: "The panel's answer on each claim: substantiated, not substantiated, not agreed, or not screened.",
      'zh-Hans': '专家组就每项主张的答案：已获证实、未获证实、未达成一致或未予审查。',
    },
  },
  {
    word: 'separate-statement',
    term: { en: 'Separate statement', 'zh-Hans': '单独意见' },
    meaning: {
      en: 'What the members of one side add to a finding on which the panel did not agree.',
      'zh-Hans': '专家组未达成一致时，一方成员附于结论的意见。',
    },
  },
  {
    word: 'certification',
    term: { en: 'Certification', 'zh-Hans': '核证' },
    meaning: {
      en: "The co-heads' word that the steps were kept, over the digest and without reading the substance.",
      'zh-Hans': '共同负责人就摘要值确认程序步骤已遵守，不阅览实体内容。',
    },
  },
  {
    word: 'service',
    term: { en: 'Service', 'zh-Hans': '送达' },
    meaning: {
      en: "A notice or document is served when it stands in the party's inbox.",
      'zh-Hans': '通知或文件置于当事方收件箱时即为送达。',
    },
  },
  {
    word: 'digest',
    term: { en: 'Digest', 'zh-Hans': '摘要值' },
    meaning: {
      en: 'The SHA-256 of a text or a file. Two things with the same digest are the same.',
      'zh-Hans': '文本或文件的 SHA-256 值；摘要值相同者即为同一内容。',
    },
  },
  {
    word: 'nonce',
    term: { en: 'Nonce', 'zh-Hans': '随机数' },
    meaning: {
      en: 'A secret number of a desk that goes into a draw, so that nobody else can foresee it.',
      'zh-Hans': '主管部门投入抽签的秘密数值，使他人无法预见结果。',
    },
  },
  {
    word: 'tombstone',
    term: { en: 'Tombstone', 'zh-Hans': '撤回注记' },
    meaning: {
      en: 'The mark that stays where something was taken back.',
      'zh-Hans': '材料被撤回之处所留的标记。',
    },
  },
  {
    word: 'supplement',
    term: { en: 'Supplement', 'zh-Hans': '补充' },
    meaning: {
      en: 'An amendment that adds claims, which get clocks of their own.',
      'zh-Hans': '增加主张的变更；所增主张有其自身期限。',
    },
  },
  {
    word: 'replacement',
    term: { en: 'Revision that replaces', 'zh-Hans': '修订替换' },
    meaning: {
      en:
        'An amendment that puts new text in place of old. The docket number stays, and only what is replaced is ' +
        'reset.',
      'zh-Hans': '以新文本替换旧文本的变更；案号保留，仅重置被替换的部分。',
    },
  },
  {
    word: 'counter-grievance',
    term: { en: 'Counter-grievance', 'zh-Hans': '反申诉' },
    meaning: {
      en: 'A grievance that the respondent files in its turn.',
      'zh-Hans': '被申诉方另行提交的申诉。',
    },
  },
  {
    word: 'consolidation',
    term: { en: 'Consolidation', 'zh-Hans': '案件合并' },
    meaning: {
      en: 'Several cases before one panel, each with its own number, parties and clocks.',
      'zh-Hans': '多个案件由同一专家组审理，各自保留案号、当事方和期限。',
    },
  },
  {
    word: 'without-prejudice',
    term: { en: 'Without prejudice', 'zh-Hans': '不影响立场' },
    meaning: {
      en: 'Said of what cannot be held against the one who said it.',
      'zh-Hans': '指不得用于对抗陈述者的内容。',
    },
  },
  {
    word: 'late-entry',
    term: { en: 'Late entry', 'zh-Hans': '补录' },
    meaning: {
      en: 'What came in time by another channel and is entered afterwards by its own side.',
      'zh-Hans': '按期经其他渠道到达、其后由所属一方录入的行为。',
    },
  },
  {
    word: 'repudiation',
    term: { en: 'Repudiation', 'zh-Hans': '否认' },
    meaning: {
      en: "A side's declaration that an act in its name was not its own.",
      'zh-Hans': '一方声明以其名义作出的行为并非其所为。',
    },
  },
  {
    word: 'delegation',
    term: { en: 'Delegation', 'zh-Hans': '授权' },
    meaning: {
      en: 'The recorded power by which a person acts for a side.',
      'zh-Hans': '个人据以代表一方行事的经登记权限。',
    },
  },
  {
    word: 'exit-notice',
    term: { en: 'Exit notice', 'zh-Hans': '退出通知' },
    meaning: {
      en: "A party's notice that it goes to the WTO. It is always accepted, and does not end the screening.",
      'zh-Hans': '当事方诉诸 WTO 的通知；始终予以受理，且不终结审查。',
    },
  },
  {
    word: 'referral',
    term: { en: 'Referral', 'zh-Hans': '移送' },
    meaning: {
      en: 'The dossier handed to a party for a forum: the WTO, a channel of the World Bank, or the capitals.',
      'zh-Hans': '为其他机构而交付当事方的卷宗：WTO、世界银行的渠道或两国政府。',
    },
  },
  {
    word: 'dossier',
    term: { en: 'Dossier', 'zh-Hans': '卷宗' },
    meaning: {
      en: 'The whole of a case as its recipient may read it, packed so that anybody can check it.',
      'zh-Hans': '接收方可阅览的案件全部内容，其装订方式使任何人均可核验。',
    },
  },
  {
    word: 'obligation',
    term: { en: 'Obligation', 'zh-Hans': '义务' },
    meaning: {
      en: 'A promise in a settlement or an existing agreement, with an owner, a date and a check.',
      'zh-Hans': '和解或现有协议中的承诺，载明责任方、日期和核查方式。',
    },
  },
] as const satisfies readonly GlossaryEntry[];
