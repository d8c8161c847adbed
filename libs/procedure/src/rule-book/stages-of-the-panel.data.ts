import type { RuleTexts } from './rule-texts';

/** The stages of the panel, from its composition to its findings. */
export const STAGES_OF_THE_PANEL = {
  S6: {
    title: {
      en: 'Panel',
      'zh-Hans': '专家组',
    },
    sentence: {
      en:
        'Each side nominates members: two, one on the urgent and three on the complex track. Members disclose, the ' +
        'other side may challenge them, and two co-chairs are chosen. A missing nominee is drawn by lot from that ' +
        "side's roster. If the co-heads are split or silent on a challenge, the member stays, and the challenging " +
        'side has one peremptory replacement in the case.',
      'zh-Hans':
        '每方提名成员两名（紧急程序一名，复杂程序三名）。成员作出披露，另一方可申请回避，并产生两名共同主席。未提名' +
        '的，自该方名册中抽签。共同负责人就回避意见不一或未表态的，该成员留任，申请方在本案中享有一次无因更换。',
    },
    why: {
      en: 'A side that does not name its members would otherwise decide that there is no panel.',
      'zh-Hans': '否则，不提名的一方即可决定没有专家组。',
    },
    changes: {
      en:
        'Nominate, disclose and challenge in time. A side with no eligible name left ends the screening, the ' +
        'certificate names that side, and the dossier may go elsewhere.',
      'zh-Hans': '请按期提名、披露和申请回避。一方无合格人选的，审查终结，证明书载明该方，卷宗可移送他处。',
    },
  },
  S7: {
    title: {
      en: 'Review',
      'zh-Hans': '审查',
    },
    sentence: {
      en:
        'The co-chairs sign terms of reference and a timetable. The panel asks for information, hears notes of ' +
        'third parties and jointly picked experts, and writes the interim text. Evidence closes before the review ' +
        'ends, and what came last can be answered after that.',
      'zh-Hans':
        '共同主席签署职权范围和时间表。专家组请求提供资料，听取第三方书面意见和共同选定的专家，并撰写中期文本。举证' +
        '在审查结束前截止，最后提交的材料可在其后获得回应。',
    },
    why: {
      en: 'Both sides must know what is decided, by when, and on what.',
      'zh-Hans': '双方须知悉所决定的事项、时间和依据。',
    },
    changes: {
      en:
        'Unsigned terms are replaced by those of the rule set. Where nobody answers, the panel goes on with the ' +
        'record that it has, and says so.',
      'zh-Hans': '职权范围未签署的，适用规则版本所定内容；无人答复的，专家组依现有记录继续进行并予说明。',
    },
  },
  S8: {
    title: {
      en: 'Interim',
      'zh-Hans': '中期阶段',
    },
    sentence: {
      en:
        'The interim text goes to the parties only. They comment, and meet within that time if either asks in its ' +
        'first half. Where the co-chairs do not agree on a text, what each of them lays down is served together.',
      'zh-Hans':
        '中期文本仅送达双方。双方提出评论；任何一方在前半段期间请求的，在该期间内召开会议。共同主席未就文本达成一致' +
        '的，将各自的文本一并送达。',
    },
    why: {
      en: 'A panel that hears where it erred before it decides, decides better.',
      'zh-Hans': '在裁断前获知谬误的专家组，裁断更佳。',
    },
    changes: {
      en: 'Point to errors now. Withdrawing is no longer free: the docket will say *withdrawn after the review*.',
      'zh-Hans': '请在此时指出错误。撤回不再自由：登记簿将载明“审查后撤回”。',
    },
  },
  S9: {
    title: {
      en: 'Findings',
      'zh-Hans': '结论',
    },
    sentence: {
      en:
        'For each claim the findings say *substantiated*, *not substantiated* or *not agreed* (or *not screened*, ' +
        'S4), with reasons and separate statements, in both languages. The deliberation closes when both co-chairs ' +
        'close it with every vote cast, or at its end. The co-heads certify the procedure over the digest and the ' +
        'list of steps, and do not read the substance. Nobody outside the panel reads it before it is issued.',
      'zh-Hans':
        '就每项主张，结论载明*已获证实*、*未获证实*或*未达成一致*（或*未予审查*，见 S4），附理由和单独意见，以两种' +
        '语言作成。全部投票完成且两名共同主席宣布结束时，或期限届满时，评议结束。共同负责人就摘要值和步骤清单核证程' +
        '序，不阅览实体内容。发布之前专家组以外任何人不得阅览。',
    },
    why: {
      en:
        'The facts and the arguments have been heard. Now both governments need an answer that both languages give ' +
        'alike.',
      'zh-Hans': '事实和论点均已听取；双方政府所需的是两种语言一致的答案。',
    },
    changes: {
      en:
        'What is not decided in time is *not agreed*. A missing certification or translation is noted, and the ' +
        'findings issue all the same.',
      'zh-Hans': '未按期裁断的为“未达成一致”。缺少核证或译文的予以注明，结论照常发布。',
    },
  },
} as const satisfies Readonly<Record<string, RuleTexts>>;
