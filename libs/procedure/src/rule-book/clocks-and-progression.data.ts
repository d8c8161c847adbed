import type { RuleTexts } from './rule-texts';

/** Clocks, and how a case moves on. */
export const CLOCKS_AND_PROGRESSION = {
  'I-16': {
    sentence: {
      en:
        'Every deadline names its rule, trigger, calendar version, zone and arithmetic; recomputing it from the ' +
        'log gives the same instant.',
      'zh-Hans': '每项期限均载明其规则、触发事件、日历版本、时区和计算过程；依日志重新计算得出同一时刻。',
    },
    why: {
      en: 'A date that nobody can check is an order, not a rule.',
      'zh-Hans': '无人能够核验的日期是命令，而非规则。',
    },
    changes: {
      en: 'Each deadline shows its arithmetic in words. Anybody can count it again, or ask what it would be.',
      'zh-Hans': '每项期限以文字列明计算过程。任何人均可重新计算，或询问某一期限将于何时届满。',
    },
  },
  'I-17': {
    sentence: {
      en:
        "No silence of any actor for any length of time leaves a registered case's screening without an outcome " +
        'past the long-stop, what was added to it (at most 60 days a side) and one certification, nor a filed one ' +
        'unregistered and open past 35 JBD.',
      'zh-Hans':
        '任何行为人无论沉默多久，均不使已登记案件的审查在最长期限、所加时间（每方至多 60 日）和一次核证期限之后仍无' +
        '结果，亦不使已提交的申诉在 35 个共同工作日之后仍未登记且未结束。',
    },
    why: {
      en: 'This system exists because calls went unanswered and everything stopped.',
      'zh-Hans': '设立本系统，正是因为曾经通话无人应答而一切停滞。',
    },
    changes: {
      en: 'Every step has an end and something that happens at it by itself. Nobody can block a case by doing nothing.',
      'zh-Hans': '每一步骤均有终点，且届时自动产生后果。任何人不能以不作为阻碍案件。',
    },
  },
  'I-18': {
    sentence: {
      en:
        'A default happens at expiry whether or not anyone is logged on, and only once; a worker that comes late ' +
        'changes nothing, and the effective time is the expiry.',
      'zh-Hans':
        '缺省后果于期限届满时发生，不论是否有人登录，且仅发生一次；处理程序迟到不改变任何事项，生效时刻为届满时刻。',
    },
    why: {
      en: 'A default that waits for a clerk would depend on who employs the clerk.',
      'zh-Hans': '须待工作人员触发的缺省后果，将取决于该人员由谁雇用。',
    },
    changes: {
      en: 'What follows is counted from the expiry, also when the system was slow or away.',
      'zh-Hans': '其后的期限自届满时刻起算，即使系统迟缓或曾中断。',
    },
  },
  'I-19': {
    sentence: {
      en:
        'An act received before expiry beats the default, whatever the processing order; one that counts only ' +
        'later (late entry, I-67) sets the default aside by an event that points to it, and later steps stand ' +
        'unless they contradict it.',
      'zh-Hans':
        '期限届满前收到的行为优先于缺省后果，不论处理顺序如何；其后方为有效的行为（补录，见 I-67）以一项指向该缺省' +
        '后果的事件将其撤销，其后步骤除与之相抵触者外继续有效。',
    },
    why: {
      en: 'Who acts in time must never lose to the speed of a machine.',
      'zh-Hans': '按期行事者绝不应因机器速度而失利。',
    },
    changes: {
      en:
        'The instant at which your request was accepted counts. A default that came first in the log is set aside ' +
        'by what came in time.',
      'zh-Hans': '以请求被受理的时刻为准；日志中先行记录的缺省后果，因期限内的行为而撤销。',
    },
  },
  'I-20': {
    sentence: {
      en:
        'Except by I-21, I-61, I-69 and the least times that these rules give, a deadline is extended only before ' +
        "it expires, by consent or joint decision, with reasons, within the stage's maximum; the long-stop only " +
        "with both parties' signatures, or with the complex track that the co-heads open before the panel is " +
        'composed.',
      'zh-Hans':
        '除 I-21、I-61、I-69 及本规则所定的最短时间外，期限仅可在届满前、经同意或共同决定、附理由并在该阶段最长限度' +
        '内延长；最长期限仅可经双方签署延长，或随共同负责人在专家组组成前启用的复杂程序延长。',
    },
    why: {
      en: 'Time is what a side that does not want an answer would take.',
      'zh-Hans': '不愿得到答复的一方，所取的正是时间。',
    },
    changes: {
      en:
        'Ask before the time is over, with a reason. Each stage can be extended once, by no more than its own ' +
        'length.',
      'zh-Hans': '须在期限届满前附理由提出。每一阶段可延长一次，且不超过其原有长度。',
    },
  },
  'I-21': {
    sentence: {
      en: 'A calendar change never makes a running deadline earlier.',
      'zh-Hans': '日历变更绝不使进行中的期限提前。',
    },
    why: {
      en: "Neither government may shorten the other's time by announcing holidays.",
      'zh-Hans': '任何一方政府不得借公布节假日缩短另一方的时间。',
    },
    changes: {
      en: 'A deadline that you have noted can become later by a new calendar, never earlier.',
      'zh-Hans': '您已记下的期限可因新日历而推后，绝不提前。',
    },
  },
  'I-22': {
    sentence: {
      en: 'A deadline that depends on an unpublished calendar is shown as provisional.',
      'zh-Hans': '取决于尚未公布的日历的期限，显示为暂定。',
    },
    why: {
      en: 'China announces the working days of a year only late in the year before.',
      'zh-Hans': '中国于上一年末方公布次年的工作日安排。',
    },
    changes: {
      en: '*Provisional* means: plan with this day, and look again when the calendar is out.',
      'zh-Hans': '“暂定”表示：可依此日安排，待日历公布后再行核对。',
    },
  },
  'I-23': {
    sentence: {
      en: 'An objection in the reply, of whatever kind, suspends no clock.',
      'zh-Hans': '答复中的异议，不论属于何种类型，均不中止任何期限。',
    },
    why: {
      en: 'An objection that stopped the clock would be raised in each case.',
      'zh-Hans': '如异议可使期限停止，则每案均会提出异议。',
    },
    changes: {
      en: 'Object, and answer on the claims as well. The panel disposes of the objection in its findings.',
      'zh-Hans': '提出异议的同时，应就各项主张作出答复；专家组在结论中处理该异议。',
    },
  },
  'I-24': {
    sentence: {
      en:
        "A supplement's claims have their own clocks; a replacement keeps the docket number and resets only what " +
        'it replaces.',
      'zh-Hans': '补充所增主张有其自身的期限；修订替换保留案号，仅重置被替换的部分。',
    },
    why: {
      en: 'Changing a case must neither hurry the respondent nor start everything anew.',
      'zh-Hans': '变更案件既不应使被申诉方仓促应对，亦不应使全部程序重来。',
    },
    changes: {
      en:
        "A new claim gets a new time for its reply. The first claims' dates stay as they are. A clerical error in a " +
        'measure is corrected without resetting a claim, unless the other party objects within 5 joint business ' +
        'days; then it is a replacement, where the complainant certified it as one and may replace without consent ' +
        'at that instant, and falls away otherwise. Each field once, so that it stays the same measure, and not from ' +
        'the interim text on.',
      'zh-Hans':
        '新主张享有新的答复期限；原有主张的日期保持不变。措施中的笔误可予更正而不重置任何主张；对方在 5 个共同工作日内提出异议，' +
        '而申诉方已就此作出证明且当时无需同意即可替换的，成为修订替换，否则更正作废。' +
        '每一字段限更正一次，更正后须仍为同一措施，且自中期文本起不得更正。',
    },
  },
  'I-25': {
    sentence: {
      en:
        'Urgency shortens later defaults; losing it revives no expired limit but that of the reply, for what is ' +
        'left of its standard time.',
      'zh-Hans':
        '紧急程序缩短其后的缺省期限；丧失紧急性不使任何已届满的期限恢复，但答复期限以其普通期限所余时间为限除外。',
    },
    why: {
      en: 'Urgency must not be a way to take a right away from who trusted in the usual time.',
      'zh-Hans': '紧急程序不应成为剥夺信赖通常期限者权利的手段。',
    },
    changes: {
      en:
        'If the panel does not confirm the urgency, the standard clocks start from there, and a reply can still be ' +
        'given.',
      'zh-Hans': '专家组未确认紧急性的，普通程序期限自该时起算，仍可提出答复。',
    },
  },
  'I-26': {
    sentence: {
      en:
        'Each region moves only along its declared graph; an ended screening has no exit except reopening by both ' +
        'parties, or when what ended it is set aside (I-19, repudiation).',
      'zh-Hans':
        '每一程序区段仅沿其公布的路径推进；已终结的审查除经双方同意重新开启，或据以终结者被撤销（I-19、否认）外，不' +
        '得恢复。',
    },
    why: {
      en: 'Who reads the rules must be able to say what can happen next.',
      'zh-Hans': '阅读规则者应能说明下一步可能发生什么。',
    },
    changes: {
      en: 'A step that is not drawn in the published graph is refused, whoever asks.',
      'zh-Hans': '公布路径中未载的步骤，不论何人请求，一律拒绝。',
    },
  },
} as const satisfies Readonly<Record<string, RuleTexts>>;
