import type { RuleTexts } from './rule-texts';

/** Against winning without the better case: what a side does. */
export const BETTER_CASE_ALONE_SIDES = {
  'I-66': {
    sentence: {
      en:
        'But for a challenge and a peremptory replacement (S6) no act of one side, alone, changes who is eligible, ' +
        'seated, delegated, able to act or able to read on the other side.',
      'zh-Hans':
        '除回避和无因更换（S6）外，一方单独的任何行为均不改变另一方何人合格、就任、获授权、能够行事或能够阅览。',
    },
    why: {
      en: "Lawyers for both sides looked for ways to win by weakening the other side's bench.",
      'zh-Hans': '双方律师都曾寻找削弱对方人员以取胜的途径。',
    },
    changes: {
      en: 'Your people are changed by your side alone, or by both together.',
      'zh-Hans': '贵方人员仅可由贵方单独、或由双方共同变更。',
    },
  },
  'I-67': {
    sentence: {
      en:
        "No act, signature or silence stands in a side's name on the word of the other side's people: a late entry " +
        'comes from the side itself, counts only as the rule on late entries says, and can be repudiated in its ' +
        'time.',
      'zh-Hans':
        '任何行为、签署或沉默均不得凭另一方人员之言而归于一方名下：补录由该方自行作出，仅依补录规则生效，并可按期否' +
        '认。',
    },
    why: {
      en: "Whoever could write in the other side's name would need no argument.",
      'zh-Hans': '能以对方名义书写者，无须论证即可取胜。',
    },
    changes: {
      en:
        'A late entry is your own act, with channel, instant and original. The other side confirms it or an outage ' +
        'proves it.',
      'zh-Hans': '补录系贵方自身行为，须载明渠道、时刻和原件；由另一方确认，或由系统中断证明。',
    },
  },
  'I-68': {
    sentence: {
      en:
        'From S8 on only findings, a withdrawal, a settlement or a lapsed suspension ends the screening. When the ' +
        'deliberation has closed, its findings issue, whatever one party or both, a co-head or the long-stop does; ' +
        'until they issue nobody outside the panel reads them.',
      'zh-Hans':
        '自 S8 起，仅结论、撤回、和解或中止期满失效可终结审查。评议结束后，不论一方或双方、共同负责人或最长期限如' +
        '何，结论均予发布；发布之前，专家组以外任何人不得阅览。',
    },
    why: {
      en: 'Who feels that a decision comes must not be able to prevent it.',
      'zh-Hans': '预感结论将至者，不得有能力阻止之。',
    },
    changes: {
      en: 'After the close nothing can be withdrawn or settled away before the findings are out.',
      'zh-Hans': '评议结束后、结论发布前，不得以撤回或和解使结论落空。',
    },
  },
  'I-69': {
    sentence: {
      en:
        'But for a side without a name (S6), an empty, challenged or refilled seat of one side never brings the ' +
        'end of the screening nearer for the other: its time is added to the long-stop, within the limit, and the ' +
        'record says on whose account.',
      'zh-Hans':
        '除一方无人可选（S6）外，一方席位空缺、被申请回避或重新填补，绝不使审查的终结对另一方提前到来：该时间在限度' +
        '内加计于最长期限，记录载明由何方承担。',
    },
    why: {
      en: 'A side that empties its own seats must not win by the long-stop.',
      'zh-Hans': '自行空出席位的一方，不得凭最长期限取胜。',
    },
    changes: {
      en: 'The docket says how many days were added, and on whose account.',
      'zh-Hans': '登记簿载明加计日数及由何方承担。',
    },
  },
  'I-70': {
    sentence: {
      en:
        'After the last day for evidence (S7; for a late claim its own) nothing enters or is withdrawn but by both ' +
        "co-chairs' leave (a request that both sign is leave, silence is none), and only where the other side has " +
        'at least 5 JBD (urgent 24 h) to comment before the deliberation closes; what was withdrawn is told to the ' +
        'panel, and no later text rests on it.',
      'zh-Hans':
        '举证截止日（S7；逾期主张依其自身截止日）之后，除经两名共同主席许可外（双方均签署的请求即为许可，沉默不构成' +
        '许可），不得提交或撤回任何材料，且仅在另一方于评议结束前至少有 5 个共同工作日（紧急程序 24 小时）评论时方' +
        '得许可；已撤回的材料告知专家组，其后文本不以其为依据。',
    },
    why: {
      en: 'The last word must not go to who waited longest.',
      'zh-Hans': '最后发言权不应归于等待最久者。',
    },
    changes: {
      en: 'Bring evidence in time. Later you need both co-chairs, and the other side gets days to answer.',
      'zh-Hans': '请按期举证；逾期须经两名共同主席许可，另一方享有答辩时间。',
    },
  },
} as const satisfies Readonly<Record<string, RuleTexts>>;
