import type { RuleTexts } from './rule-texts';

/** Articles of other agreements that a dossier must keep. */
export const ARTICLES = {
  'DSU 4.4': {
    title: {
      en: 'DSU Article 4.4',
      'zh-Hans': 'DSU 第 4.4 条',
    },
    sentence: {
      en:
        'A request for consultations at the WTO is in writing, gives the reasons, identifies the measures at issue ' +
        'and indicates the legal basis for the complaint.',
      'zh-Hans': '向 WTO 提出的磋商请求应以书面形式提出，说明理由，指明所涉措施并指出起诉的法律根据。',
    },
    why: {
      en: 'A draft that lacks one of these would come back from Geneva.',
      'zh-Hans': '缺少其中任何一项的草案将在日内瓦被退回。',
    },
    changes: {
      en: "The dossier's draft request for consultations is checked for each of them.",
      'zh-Hans': '卷宗中的磋商请求草案逐项核对上述内容。',
    },
  },
  'DSU 4.7': {
    title: {
      en: 'DSU Article 4.7',
      'zh-Hans': 'DSU 第 4.7 条',
    },
    sentence: {
      en:
        'When consultations do not settle a dispute within 60 days of the request, the complaining party may ask ' +
        'for a panel.',
      'zh-Hans': '磋商请求提出后 60 日内磋商未能解决争端的，起诉方可请求设立专家组。',
    },
    why: {
      en: 'Consultations are given time before a panel is asked for.',
      'zh-Hans': '请求设立专家组之前，磋商享有相应时间。',
    },
    changes: {
      en: 'A draft panel request that comes before that time is over says why it comes earlier.',
      'zh-Hans': '在该期限届满之前提出的设立专家组请求草案，须说明提前的理由。',
    },
  },
  'DSU 6.2': {
    title: {
      en: 'DSU Article 6.2',
      'zh-Hans': 'DSU 第 6.2 条',
    },
    sentence: {
      en:
        'A panel request is in writing, indicates whether consultations were held, identifies the specific ' +
        'measures at issue, and gives a brief summary of the legal basis sufficient to present the problem clearly.',
      'zh-Hans':
        '设立专家组的请求应以书面形式提出，指出是否已进行磋商、确认争论中的措施，并提供一份足以明确陈述问题的起诉的' +
        '法律根据概要。',
    },
    why: {
      en: 'It fixes the terms of reference of the panel there.',
      'zh-Hans': '该请求确定该专家组的职权范围。',
    },
    changes: {
      en: "The dossier's draft panel request is checked for each of these.",
      'zh-Hans': '卷宗中设立专家组请求的草案逐项核对上述内容。',
    },
  },
  'SCM 4.2, 7.2': {
    title: {
      en: 'SCM Articles 4.2 and 7.2',
      'zh-Hans': '《补贴与反补贴措施协定》第 4.2 条和第 7.2 条',
    },
    sentence: {
      en:
        'A request for consultations on a subsidy includes a statement of available evidence of its existence and ' +
        'nature, and for an actionable one also of the injury, impairment or serious prejudice.',
      'zh-Hans':
        '关于补贴的磋商请求应包括一份说明，列明有关补贴存在和性质的可获得的证据；对于可诉补贴，还应列明有关损害、利' +
        '益丧失或减损、严重侵害的可获得的证据。',
    },
    why: {
      en: 'For subsidies the WTO asks for more than the general rule does.',
      'zh-Hans': '就补贴而言，WTO 的要求高于一般规则。',
    },
    changes: {
      en: 'A draft with a subsidy claim is refused without such a statement.',
      'zh-Hans': '载有补贴主张而无该项说明的草案予以拒绝。',
    },
  },
} as const satisfies Readonly<Record<string, RuleTexts>>;
