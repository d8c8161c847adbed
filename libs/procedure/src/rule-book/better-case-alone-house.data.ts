import type { RuleTexts } from './rule-texts';

/** Against winning without the better case: what the house does. */
export const BETTER_CASE_ALONE_HOUSE = {
  'I-71': {
    sentence: {
      en:
        "A version of the rules takes effect only by both co-heads' signatures over its digest; neither operator " +
        'nor configuration changes what a case is under.',
      'zh-Hans': '规则版本仅经两名共同负责人对其摘要值签署后生效；系统运维人员和系统配置均不改变案件所适用的规则。',
    },
    why: {
      en: 'Who sets the rules of a running case sets its outcome.',
      'zh-Hans': '能改变进行中案件规则者，即能决定其结果。',
    },
    changes: {
      en: "A case keeps the version of its filing. Only both parties' signatures move it to another.",
      'zh-Hans': '案件适用其提交时的版本；仅双方签署方可改用其他版本。',
    },
  },
  'I-72': {
    sentence: {
      en:
        "No party can foresee a draw, nor can the secretariat while a desk's nonce is not open; nobody chooses one " +
        'but by withholding in public what it committed to; each seat and each draw has a secret of its own, ' +
        'committed to beforehand.',
      'zh-Hans':
        '任何一方不能预见抽签结果，秘书处在一方随机数未公开时亦不能；除公开地扣留其所承诺者外，任何人不能选择抽签结' +
        '果；每一席位和每次抽签各有其事先承诺的秘密值。',
    },
    why: {
      en: 'A lot that somebody can steer is an appointment.',
      'zh-Hans': '可被操纵的抽签即为指派。',
    },
    changes: {
      en: 'Add a nonce of your own, lay it open when asked, and repeat the draw yourself afterwards.',
      'zh-Hans': '请提交本方随机数，按要求公开，并于其后自行复核抽签。',
    },
  },
  'I-73': {
    sentence: {
      en:
        'Every objection of a reply is disposed of in the findings, and every finding of *substantiated* or *not ' +
        'substantiated* has its reasons or the note that none were adopted.',
      'zh-Hans':
        '答复中的每项异议均在结论中得到处理；每项*已获证实*或*未获证实*的结论均载有理由，或注明未通过任何理由。',
    },
    why: {
      en: 'An outcome without reasons teaches neither side anything.',
      'zh-Hans': '没有理由的结果，对任何一方均无教益。',
    },
    changes: {
      en: 'Look under each claim: there are reasons, or the note that the majority adopted none in time.',
      'zh-Hans': '请查阅每项主张：载有理由，或注明多数未按期通过理由。',
    },
  },
  'I-74': {
    sentence: {
      en:
        "A request on the hotline is sent by every channel of every official on the other side's watch list " +
        '(deputies in their turn), however many before it went unanswered, and the record says what each channel ' +
        'answered.',
      'zh-Hans':
        '热线请求经另一方值守名单上每名官员的每一渠道发送（副职官员依次），不论此前多少请求未获应答；记录载明每一渠' +
        '道的回应。',
    },
    why: {
      en: 'Nobody shall be able to say that the call went to the wrong telephone.',
      'zh-Hans': '任何人不得声称电话打错了号码。',
    },
    changes: {
      en: 'The record shows for each channel what was sent, accepted or failed. Keep your watch list up to date.',
      'zh-Hans': '记录逐一显示各渠道的发送、接受或失败情况；请及时更新值守名单。',
    },
  },
  'I-75': {
    sentence: {
      en:
        'No public text of secretariat or panel holds a passage that a side has validly marked in time as ' +
        'confidential; it says where one was left out and on whose mark, and no mark hides an outcome.',
      'zh-Hans':
        '秘书处或专家组的公开文本均不含一方按期有效标记为机密的段落；文本载明何处有所省略及依何方标记，且任何标记不' +
        '得隐匿结果。',
    },
    why: {
      en: 'Trade secrets need cover, and outcomes need light.',
      'zh-Hans': '商业秘密需要保护，结果则须公开。',
    },
    changes: {
      en:
        'Mark a passage before the time for marks ends, and name what of yours it gives away. Outcomes cannot be ' +
        'marked.',
      'zh-Hans': '请在标记期限内标记段落，并载明其所泄露的本方材料；结果不得标记。',
    },
  },
  'I-76': {
    sentence: {
      en:
        "What is a side's own (drafts, letters to the registry alone, contacts, an unissued dossier) is read and " +
        "changed by that side's people alone; the other side's officers of the registry and co-head are not among " +
        'them.',
      'zh-Hans':
        '属于一方自身的事项（草稿、仅致登记处的函件、联系方式、未发布的卷宗）仅由该方人员阅览和更改；另一方派驻登记' +
        '处的官员及其共同负责人不在其列。',
    },
    why: {
      en: 'The registry is staffed by both sides, so it must not be a window into either.',
      'zh-Hans': '登记处由双方派员组成，故不得成为窥视任何一方的窗口。',
    },
    changes: {
      en: 'Officers see what belongs to the side that sent them, and what both sides have.',
      'zh-Hans': '登记处官员可见派遣方的事项，以及双方共有的事项。',
    },
  },
} as const satisfies Readonly<Record<string, RuleTexts>>;
