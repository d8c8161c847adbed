import type { RuleTexts } from './rule-texts';

/** The stages of a case from its draft to the end of the consultations. */
export const STAGES_TO_CONSULTATIONS = {
  S0: {
    title: {
      en: 'Draft',
      'zh-Hans': '草稿',
    },
    sentence: {
      en:
        'A draft is private to the filer. It can be checked by the very rules that the registry uses, with no ' +
        'trace in the record, and deleted.',
      'zh-Hans': '草稿仅归提交方所有，可依登记处所用的同一规则核对而不在记录中留痕，并可删除。',
    },
    why: {
      en: 'Who prepares a grievance should find its faults before anybody else sees them.',
      'zh-Hans': '准备申诉者应先于他人发现其中的缺陷。',
    },
    changes: {
      en: 'Write and check as often as you like. Nothing counts, and nobody knows, until you file.',
      'zh-Hans': '可反复撰写和核对；提交之前不产生任何效力，亦无人知悉。',
    },
  },
  S1: {
    title: {
      en: 'Filed',
      'zh-Hans': '已提交',
    },
    sentence: {
      en:
        'A grievance that is filed gets a receipt at once, with number, instant and digest; both desks are ' +
        'notified in the same act.',
      'zh-Hans': '申诉一经提交即出具载有编号、时刻和摘要值的回执；双方主管部门在同一行为中获得通知。',
    },
    why: {
      en: 'From here on nobody can say that nothing came.',
      'zh-Hans': '自此任何人不得声称未曾收到。',
    },
    changes: {
      en:
        'Keep the receipt. The rosters freeze now for this case, so that nobody can react to it. The receipt warns ' +
        'where one of them is short of names, and where you filed the same text within a day.',
      'zh-Hans':
        '请保存回执。名册此时就本案冻结，任何人不得据此调整。名册不足员，或贵方一日内已提交同一文本的，回执予以提示。',
    },
  },
  S2: {
    title: {
      en: 'Completeness',
      'zh-Hans': '形式审查',
    },
    sentence: {
      en:
        'The registry checks form only: parties, measures, legal basis, facts, remedy, contact, authority, and a ' +
        'public summary in English and Chinese. An officer may decide sooner than the automatic check, never ' +
        'otherwise.',
      'zh-Hans':
        '登记处仅审查形式：当事方、措施、法律依据、事实、救济请求、联系方式、授权，以及英文和中文的公开摘要。登记处' +
        '官员可早于自动审查作出决定，但不得作出不同决定。',
    },
    why: {
      en: 'A registry that weighs the substance would be a judge before the judges.',
      'zh-Hans': '审查实体问题的登记处，将成为裁断者之前的裁断者。',
    },
    changes: {
      en: 'It is complete, or each defect is listed in one notice. The merits play no part.',
      'zh-Hans': '认定完备，或在一份通知中列明各项缺陷；实体问题不予考虑。',
    },
  },
  S2b: {
    title: {
      en: 'Deficient',
      'zh-Hans': '待补正',
    },
    sentence: {
      en:
        'The notice lists each defect, and the filer cures it, in two rounds at most. What is not cured is closed ' +
        'without prejudice and may be filed again.',
      'zh-Hans': '通知列明各项缺陷，由提交方补正，至多两轮。未补正的终结而不影响当事方权利，可重新提交。',
    },
    why: {
      en: 'A slip of form must not cost a right, and must not keep a case open for ever.',
      'zh-Hans': '形式疏漏不应导致丧失权利，亦不应使案件无限期悬置。',
    },
    changes: {
      en: 'Mend what the notice lists and send it again. The check that you can run yourself is the same one.',
      'zh-Hans': '请补正通知所列事项后重新提交；您可自行运行的核对与之相同。',
    },
  },
  S3: {
    title: {
      en: 'Registered',
      'zh-Hans': '登记',
    },
    sentence: {
      en:
        'A complete grievance gets its docket number and a public line, and both sides are notified. That starts ' +
        'the reply and the composition of the panel.',
      'zh-Hans': '完备的申诉获得案号并列入公开登记簿，双方均获通知；答复和组成专家组的期限由此起算。',
    },
    why: {
      en: 'The public learns of a case when both sides know of it, and in both languages.',
      'zh-Hans': '公众与双方同时获知案件，且以两种语言获知。',
    },
    changes: {
      en: 'From now on anybody can follow the case on the docket by its number.',
      'zh-Hans': '此后任何人均可凭案号在登记簿上关注案件。',
    },
  },
  S4: {
    title: {
      en: 'Reply',
      'zh-Hans': '答复',
    },
    sentence: {
      en:
        'The respondent accepts the procedure, accepts it with a reservation, or objects (security, ' +
        'characterisation, other forum, not a measure, time), with a counter-statement on the claims. An objection ' +
        'joins the review, stops nothing, and is disposed of in the findings. A claim whose objection is sustained ' +
        'is *not screened*.',
      'zh-Hans':
        '被申诉方接受本程序、附保留接受或提出异议（安全、定性、其他机制、不构成措施、时限），并就各项主张提出反驳意' +
        '见。异议并入审查，不中止任何程序，并在结论中处理。异议成立的主张为*未予审查*。',
    },
    why: {
      en: "An answer is worth more than a silence, and neither may stop the other side's case.",
      'zh-Hans': '答复胜于沉默，而二者均不得使另一方的案件停止。',
    },
    changes: {
      en:
        'Silence is recorded as unanswered and the case goes on with the full panel. A reply on the last permitted ' +
        'day still counts.',
      'zh-Hans': '沉默记录为未答复，案件由完整专家组继续进行。在最后一日提出的答复仍属有效。',
    },
  },
  S5: {
    title: {
      en: 'Consultations',
      'zh-Hans': '磋商',
    },
    sentence: {
      en:
        'Officials talk, then the deputies whom each side names in its register. A ledger shows the calls that ' +
        'were offered and those that were answered. What stays open goes to the co-heads, who may put a joint ' +
        'proposal to both sides, beside the review and without stopping it.',
      'zh-Hans':
        '先由官员、后由各方在登记册中指定的副职官员进行磋商。通话记录载明已提议和已应答的通话。未决事项提交共同负责' +
        '人，其可向双方提出联合提案，与审查并行且不使其停止。',
    },
    why: {
      en:
        'Talks settle more disputes than findings do, as long as an unanswered call costs time to nobody but its ' +
        "offerer's patience.",
      'zh-Hans': '磋商所解决的争端多于结论，前提是无人应答的通话不耽误任何人的时间。',
    },
    changes: {
      en: 'Offer a call. Whether it was answered is public, what was said is not.',
      'zh-Hans': '请提议通话。是否应答予以公开，通话内容不公开。',
    },
  },
} as const satisfies Readonly<Record<string, RuleTexts>>;
