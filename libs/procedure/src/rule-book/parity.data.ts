import type { RuleTexts } from './rule-texts';

/** Parity of the two sides. */
export const PARITY = {
  'I-01': {
    sentence: {
      en:
        'A panel is convened only when the seated members nominated by each side are equal in number and at least ' +
        'one each.',
      'zh-Hans': '仅当双方提名并已就任的成员人数相等、且每方至少一名时，方可召集专家组。',
    },
    why: {
      en: "A panel in which one side has more members is that side's panel, whatever it decides.",
      'zh-Hans': '一方成员较多的专家组，不论如何裁断，都会被视为该方的专家组。',
    },
    changes: {
      en:
        'The last seat that is settled convenes the panel. Until then nobody on it votes, and the review does not ' +
        'begin.',
      'zh-Hans': '最后一个席位确定时专家组即告召集；在此之前无人表决，审查亦不开始。',
    },
  },
  'I-02': {
    sentence: {
      en: 'If a member leaves, is recused or is removed, the panel cannot vote until parity is restored.',
      'zh-Hans': '成员离任、回避或被免除的，在恢复人数对等之前专家组不得表决。',
    },
    why: {
      en: 'Otherwise a side could win a vote by making a member of the other side leave.',
      'zh-Hans': '否则一方可通过促使另一方成员离任而赢得表决。',
    },
    changes: {
      en: 'Votes wait, the seat is filled again in a shorter time, and votes of those who stay keep standing.',
      'zh-Hans': '表决暂停，席位以较短期限重新填补，留任成员已投的票继续有效。',
    },
  },
  'I-03': {
    sentence: {
      en: 'A panel has two co-chairs, one nominated by each side.',
      'zh-Hans': '专家组设两名共同主席，双方各提名一名。',
    },
    why: {
      en: 'Whoever chairs alone sets the agenda alone.',
      'zh-Hans': '由一人单独主持，即由一方单独安排议程。',
    },
    changes: {
      en: 'What the chair does needs both names: terms, timetable, leave for late evidence, the early close.',
      'zh-Hans': '主席事项须两人共同为之：职权范围、时间表、许可逾期举证、提前结束评议。',
    },
  },
  'I-04': {
    sentence: {
      en:
        'An act that needs the co-heads takes effect only with both signatures over the same digest, or by the ' +
        'default that the rule set writes for it when its time has passed; the record says which.',
      'zh-Hans':
        '须由共同负责人作出的行为，仅在双方对同一摘要值均已签署时生效，或在期限届满后依规则版本为该行为所定的缺省后' +
        '果生效；记录载明属于何者。',
    },
    why: {
      en: 'Two heads make parity real, and a default keeps one of them from stopping everything.',
      'zh-Hans': '两名负责人使对等得以落实，缺省后果则使任何一人不能阻止全部程序。',
    },
    changes: {
      en:
        'One signature changes nothing yet. Sign the digest that you were shown; the other head signs the same one ' +
        'or lets the time pass.',
      'zh-Hans': '仅有一方签署尚不生效。请对所示摘要值签署；另一名负责人签署同一摘要值，或任期限届满。',
    },
  },
  'I-05': {
    sentence: {
      en:
        'One person has at most one capacity in a case, in whatever service the acts were done, and never signs ' +
        'for both sides; being named by somebody makes a person nothing.',
      'zh-Hans':
        '同一人在一案中至多具有一种身份，不论行为在何项服务中作出，且不得代表双方签署；仅被他人指名不使任何人取得身' +
        '份。',
    },
    why: {
      en: 'Nobody can be advocate and judge of one matter, and nobody can be made unfit by being named.',
      'zh-Hans': '任何人不得就同一事项兼任代理与裁断；亦不得因他人指名而使其丧失资格。',
    },
    changes: {
      en: 'Your first own act or acceptance fixes what you are in the case. Another capacity is refused from then on.',
      'zh-Hans': '您本人的首次行为或接受确定您在本案中的身份；此后以其他身份行事将被拒绝。',
    },
  },
  'I-06': {
    sentence: {
      en:
        'Every notice of the secretariat that starts, moves or ends a clock goes to both sides at the same ' +
        'recorded instant.',
      'zh-Hans': '秘书处发出的、使期限开始、变更或结束的每项通知，均在同一记录时刻送达双方。',
    },
    why: {
      en: 'A side that knows earlier has more time.',
      'zh-Hans': '先获知的一方即拥有更多时间。',
    },
    changes: {
      en: 'Both inboxes hold the notice with one instant, so neither side needs to ask when the other was told.',
      'zh-Hans': '双方收件箱载有同一时刻的通知，任何一方均无须询问另一方何时获知。',
    },
  },
  'I-07': {
    sentence: {
      en:
        'Swapping the two countries in any case history (rosters with them, complainant and respondent staying ' +
        'roles, recorded draws kept as inputs) gives the mirror-image result.',
      'zh-Hans':
        '在任何案件经过中互换两国（名册随之互换，申诉方与被申诉方身份不变，已记录的抽签作为输入保留），所得结果互为' +
        '镜像。',
    },
    why: {
      en: 'Rules that treat both countries alike must do so in code, too, not only in words.',
      'zh-Hans': '对两国一视同仁的规则，不仅应见于文字，也应见于程序代码。',
    },
    changes: {
      en: 'No line of the rules names a country. Tests play each history twice, with the sides exchanged.',
      'zh-Hans': '规则中没有任何一条提及国别。测试将每一案件经过互换双方后再运行一遍。',
    },
  },
} as const satisfies Readonly<Record<string, RuleTexts>>;
