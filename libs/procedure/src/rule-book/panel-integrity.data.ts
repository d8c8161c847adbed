import type { RuleTexts } from './rule-texts';

/** Integrity of the panel. */
export const PANEL_INTEGRITY = {
  'I-08': {
    sentence: {
      en: 'No member is seated before a disclosure made after nomination and for this case.',
      'zh-Hans': '成员在提名之后就本案作出披露之前，不得就任。',
    },
    why: {
      en: 'The other side can only challenge what it has been told.',
      'zh-Hans': '另一方只能就其所获告知的情况申请回避。',
    },
    changes: {
      en: 'A nominee reads the parties, the measures and the public summary, discloses, and only then can be seated.',
      'zh-Hans': '被提名人可阅览当事方、措施和公开摘要，作出披露，其后方可就任。',
    },
  },
  'I-09': {
    sentence: {
      en: "A member with an undecided challenge cannot vote, sign, or read the panel's deliberation.",
      'zh-Hans': '回避申请尚未决定的成员不得表决、签署或阅览专家组评议。',
    },
    why: {
      en: 'What such a member did in the meantime could not be taken back.',
      'zh-Hans': '该成员在此期间所为将无法收回。',
    },
    changes: {
      en: "From the challenge until it is decided the member's access to the deliberation rests.",
      'zh-Hans': '自提出回避至作出决定，该成员对评议的阅览权暂停。',
    },
  },
  'I-10': {
    sentence: {
      en: 'A challenged member never decides the challenge.',
      'zh-Hans': '被申请回避的成员不得参与对该申请的决定。',
    },
    why: {
      en: 'Nobody decides in his own matter.',
      'zh-Hans': '任何人不得裁断自身事项。',
    },
    changes: {
      en: 'The co-heads decide. If they are split or silent, the member stays and the challenge is on record.',
      'zh-Hans': '由共同负责人决定；意见不一或均未表态的，该成员留任，回避申请记录在案。',
    },
  },
  'I-11': {
    sentence: {
      en: 'A vote is cast once per question; a change is a new event before closing; after closing there is none.',
      'zh-Hans': '每一问题表决一次；结束前改变表决须作为新的事件载入；结束后不得再有表决。',
    },
    why: {
      en: 'A vote that could be rewritten without a trace would be no vote.',
      'zh-Hans': '可以不留痕迹改写的表决不成其为表决。',
    },
    changes: {
      en: 'A member may change a vote until the deliberation closes, and the record keeps both.',
      'zh-Hans': '评议结束前成员可改变表决，新旧表决均予保留。',
    },
  },
  'I-12': {
    sentence: {
      en:
        '"Substantiated" and "not substantiated" need a majority of the seated members that includes at least one ' +
        'from each side; anything else is "not agreed" (a claim whose objection is sustained: "not screened").',
      'zh-Hans':
        '“已获证实”与“未获证实”均须由就任成员的多数作出，且该多数须包括双方各至少一名成员；其余为“未达成一致”' +
        '（异议成立的主张为“未予审查”）。',
    },
    why: {
      en: 'A finding carried by one side alone would only repeat what that side has said.',
      'zh-Hans': '仅由一方成员作出的结论，只是重复该方所言。',
    },
    changes: {
      en:
        "A split along the sides ends in *not agreed*, with a statement of each side's members. It is not a defeat " +
        'of either.',
      'zh-Hans': '按双方分立的表决结果为“未达成一致”，并附双方成员各自的意见；这不构成任何一方的败诉。',
    },
  },
  'I-13': {
    sentence: {
      en:
        'Findings on "not agreed" claims carry each side\'s separate statement, or the note that none was given in ' +
        'time.',
      'zh-Hans': '关于“未达成一致”的主张的结论载有双方各自的单独意见，或载明期限内未提出。',
    },
    why: {
      en: 'Who reads that two sides disagree must be able to read about what.',
      'zh-Hans': '读者获知双方意见不一，就应能了解分歧何在。',
    },
    changes: {
      en:
        'Members write their statement before the deliberation closes. One that is missing is noted, and nothing ' +
        'waits for it.',
      'zh-Hans': '成员应在评议结束前写成意见；未提出的予以注明，程序不因此等待。',
    },
  },
  'I-14': {
    sentence: {
      en:
        'No party user reads deliberations or votes before release; released findings attribute no vote unless its ' +
        'member chose to.',
      'zh-Hans': '结论发布之前，任何当事方用户不得阅览评议或表决；已发布的结论不载明何人如何表决，成员自愿公开者除外。',
    },
    why: {
      en: 'Members who are watched vote as they are watched.',
      'zh-Hans': '受监视的成员会依监视者之意表决。',
    },
    changes: {
      en: 'Members can vote against their own capital. Each chooses alone whether the vote shows a name.',
      'zh-Hans': '成员可作出与本国政府立场不同的表决，是否具名由其本人决定。',
    },
  },
  'I-15': {
    sentence: {
      en:
        'What a panel sees from one party the other can see at its tier, or its non-confidential version and the ' +
        'fact of the designation.',
      'zh-Hans': '专家组从一方所见的材料，另一方在其阅览层级亦可见，或可见其非机密文本及该材料已被指定为机密的事实。',
    },
    why: {
      en: 'Nobody can answer what is whispered to the panel.',
      'zh-Hans': '对私下告知专家组的内容，任何人都无从答辩。',
    },
    changes: {
      en: 'Who marks something as confidential gives a version without it, or at least says that it exists.',
      'zh-Hans': '将材料指定为机密的一方应提供非机密文本，至少应说明该材料存在。',
    },
  },
} as const satisfies Readonly<Record<string, RuleTexts>>;
