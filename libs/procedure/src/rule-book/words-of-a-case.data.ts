import type { GlossaryEntry } from './rule-texts';

/** Words for a case, its papers and who handles them. */
export const WORDS_OF_A_CASE = [
  {
    word: 'act',
    term: { en: 'Act', 'zh-Hans': '行为' },
    meaning: {
      en:
        'Something that a person does on the record, in a capacity and under a rule. It has an instant of receipt, ' +
        'and that instant counts.',
      'zh-Hans': '个人以某种身份依规则作出并载入记录的行为；以其收到时刻为准。',
    },
  },
  {
    word: 'grievance',
    term: { en: 'Grievance', 'zh-Hans': '申诉' },
    meaning: {
      en: 'What a party files: measures, legal basis, facts and the remedy sought.',
      'zh-Hans': '当事方所提交者：措施、法律依据、事实和所寻求的救济。',
    },
  },
  {
    word: 'party',
    term: { en: 'Party', 'zh-Hans': '当事方' },
    meaning: {
      en: 'One of the two sides. The rules speak of complainant and respondent, never of a country.',
      'zh-Hans': '双方之一。规则仅称申诉方和被申诉方，不提及国别。',
    },
  },
  {
    word: 'complainant',
    term: { en: 'Complainant', 'zh-Hans': '申诉方' },
    meaning: {
      en: 'The party that files the grievance.',
      'zh-Hans': '提交申诉的当事方。',
    },
  },
  {
    word: 'respondent',
    term: { en: 'Respondent', 'zh-Hans': '被申诉方' },
    meaning: {
      en: 'The party against whose measures the grievance is filed.',
      'zh-Hans': '其措施被申诉的当事方。',
    },
  },
  {
    word: 'desk',
    term: { en: 'Desk', 'zh-Hans': '主管部门' },
    meaning: {
      en: 'The office of a party that acts for it here.',
      'zh-Hans': '当事方在本程序中代其行事的机构。',
    },
  },
  {
    word: 'screening',
    term: { en: 'Screening', 'zh-Hans': '审查' },
    meaning: {
      en: 'The examination of a grievance from its filing to its outcome. It advises and does not judge.',
      'zh-Hans': '对申诉自提交至结果的审查；提供意见，不作裁决。',
    },
  },
  {
    word: 'receipt',
    term: { en: 'Receipt', 'zh-Hans': '回执' },
    meaning: {
      en:
        "What a filer gets at once: receipt number, instant, digest of what was received, and the registry's " +
        'signature.',
      'zh-Hans': '提交方即时获得者：回执编号、时刻、所收内容的摘要值和登记处的签名。',
    },
  },
  {
    word: 'case',
    term: { en: 'Case', 'zh-Hans': '案件' },
    meaning: {
      en: 'A grievance from its filing on.',
      'zh-Hans': '自提交时起的申诉。',
    },
  },
  {
    word: 'docket-number',
    term: { en: 'Docket number', 'zh-Hans': '案号' },
    meaning: {
      en:
        'The number of a registered case, such as US-2026-0001: complainant, year of registration and a serial ' +
        'without gaps.',
      'zh-Hans': '已登记案件的编号，例如 US-2026-0001：申诉方、登记年份和连续序号。',
    },
  },
  {
    word: 'docket',
    term: { en: 'Docket', 'zh-Hans': '公开案件登记簿' },
    meaning: {
      en: 'The public list of all registered cases, with a page for each.',
      'zh-Hans': '全部已登记案件的公开目录，每案一页。',
    },
  },
  {
    word: 'registry',
    term: { en: 'Registry', 'zh-Hans': '登记处' },
    meaning: {
      en:
        "The secretariat's desk that receives, checks form and serves. It is staffed by both sides, and an officer " +
        'acts for the secretariat or for the side that sent him, never for the other.',
      'zh-Hans': '秘书处负责接收、形式审查和送达的部门，由双方派员组成；官员代表秘书处或派遣方行事，绝不代表另一方。',
    },
  },
  {
    word: 'co-heads',
    term: { en: 'Co-heads', 'zh-Hans': '共同负责人' },
    meaning: {
      en:
        "The secretariat's two heads, one from each side. What needs them needs both signatures over the same " +
        'digest, or the default that the rules write.',
      'zh-Hans': '秘书处的两名负责人，双方各一名。须由其作出的行为须经二人对同一摘要值签署，或适用规则所定缺省后果。',
    },
  },
  {
    word: 'measure',
    term: { en: 'Measure', 'zh-Hans': '措施' },
    meaning: {
      en: 'The law, regulation or act complained of: title, number, issuer, date, citation.',
      'zh-Hans': '所申诉的法律、法规或行为：名称、编号、发布机关、日期和引文。',
    },
  },
  {
    word: 'claim',
    term: { en: 'Claim', 'zh-Hans': '主张' },
    meaning: {
      en: 'One measure held against one provision, with a "because". It is the unit of finding.',
      'zh-Hans': '以一项措施对照一项条款并附理由；结论以此为单位。',
    },
  },
  {
    word: 'provision',
    term: { en: 'Provision', 'zh-Hans': '条款' },
    meaning: {
      en: 'The article of an agreement, or of a part of it, on which a claim rests.',
      'zh-Hans': '主张所依据的协定条款或其组成部分。',
    },
  },
  {
    word: 'exhibit',
    term: { en: 'Exhibit', 'zh-Hans': '证据' },
    meaning: {
      en: 'A piece of evidence, USA-1, CHN-1 and so on, with its digest and its custody record.',
      'zh-Hans': '一件证据，编号如 USA-1、CHN-1，附摘要值和保管记录。',
    },
  },
  {
    word: 'custody',
    term: { en: 'Custody', 'zh-Hans': '证据保管' },
    meaning: {
      en: 'Who held an original, from when to when, and for what.',
      'zh-Hans': '何人自何时至何时因何目的持有原件。',
    },
  },
  {
    word: 'tier',
    term: { en: 'Tier', 'zh-Hans': '阅览层级' },
    meaning: {
      en: 'Who may read a thing. Tiers are sets of readers, not ranks.',
      'zh-Hans': '何人可阅览某物。层级为读者的集合，而非等级。',
    },
  },
  {
    word: 'bci',
    term: { en: 'BCI', 'zh-Hans': '商业机密信息（BCI）' },
    meaning: {
      en: 'Business confidential information: read by designated persons under an undertaking.',
      'zh-Hans': '商业机密信息：由作出保密承诺的指定人员阅览。',
    },
  },
] as const satisfies readonly GlossaryEntry[];
