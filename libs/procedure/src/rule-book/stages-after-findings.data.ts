import type { RuleTexts } from './rule-texts';

/** The stages beside and after the findings. */
export const STAGES_AFTER_FINDINGS = {
  S10: {
    title: {
      en: 'Settlement',
      'zh-Hans': '和解',
    },
    sentence: {
      en:
        'The parties may conciliate at any time from S4, alone or with conciliators, one picked by each side. ' +
        'After the findings there is a formal window for it. It holds back no referral.',
      'zh-Hans':
        '自 S4 起双方可随时进行调解，可自行或由各方各选一名的调解员协助。结论发布后设有正式的和解期，不妨碍移送。',
    },
    why: {
      en: 'The best outcome is one that both sides signed.',
      'zh-Hans': '最佳结果是双方共同签署的结果。',
    },
    changes: {
      en: 'Propose, and say what you like: nothing of it reaches a finding or a dossier without both consents.',
      'zh-Hans': '请提出提议并畅所欲言：未经双方同意，其内容不载入结论或卷宗。',
    },
  },
  S11: {
    title: {
      en: 'Outcome',
      'zh-Hans': '审查结果',
    },
    sentence: {
      en:
        'The screening ends in one of these: findings issued, settled, withdrawn, closed, no panel (with the side ' +
        'named), or lapsed. It can be suspended by consent of both parties before the deliberation closes, and ' +
        'either party ends that by notice.',
      'zh-Hans':
        '审查以下列之一终结：已发布结论、已和解、已撤回、已终结、未能组成专家组（载明何方）或已失效。评议结束前经双' +
        '方同意可中止审查，任何一方可通知结束中止。',
    },
    why: {
      en: 'A case needs an end that everybody can name.',
      'zh-Hans': '案件须有人人可以指明的终点。',
    },
    changes: {
      en: 'Referral and compliance follow as regions of their own. Only a suspension stops clocks.',
      'zh-Hans': '移送和履行作为独立区段继续进行；仅中止可使期限停止。',
    },
  },
  S12: {
    title: {
      en: 'Referral',
      'zh-Hans': '移送',
    },
    sentence: {
      en:
        'A dossier is built on request, numbered, one at a time, as often as it is wanted. Each holds all ' +
        'findings, never the interim text, and names the earlier ones. The co-heads sign its digest unread.',
      'zh-Hans':
        '卷宗依申请编制并编号，逐份编制，次数不限。每份载有全部结论，不含中期文本，并列明此前各份。共同负责人对其摘' +
        '要值签署而不阅览内容。',
    },
    why: {
      en: 'A forum elsewhere should not have to begin from nothing.',
      'zh-Hans': '其他机构不应从零开始。',
    },
    changes: {
      en:
        'The complainant asks, and the respondent gets its copy at the same instant. It is built even if a co-head ' +
        'abstains.',
      'zh-Hans': '由申诉方申请，被申诉方在同一时刻获得副本。即使一名共同负责人弃权，仍予编制。',
    },
  },
  S13: {
    title: {
      en: 'Compliance',
      'zh-Hans': '履行',
    },
    sentence: {
      en:
        "A settlement's obligations have owners and dates. The owner reports on each, the other side verifies, and " +
        'a review comes at fixed intervals. What is refused is *disputed*, in public, and goes to the co-heads for ' +
        'a joint check.',
      'zh-Hans':
        '和解所载义务均有责任方和日期。责任方就各项义务提交报告，由另一方核实，并定期评审。被拒绝认可的公开列为“有' +
        '争议”，提交共同负责人联合核查。',
    },
    why: {
      en: 'Most broken promises were forgotten before they were broken.',
      'zh-Hans': '多数被违背的承诺，先是被遗忘。',
    },
    changes: {
      en:
        'Report in time and verify in time. A late report shows red, and a report that nobody answered counts as ' +
        'verified by silence.',
      'zh-Hans': '请按期报告、按期核实。逾期报告显示为红色；无人回应的报告因沉默视为已核实。',
    },
  },
} as const satisfies Readonly<Record<string, RuleTexts>>;
