import type { RuleTexts } from './rule-texts';

/** Filing, withdrawal and cases side by side. */
export const FILING = {
  'I-27': {
    sentence: {
      en: 'Docket numbers are unique, never reused, and gap-free per year and party.',
      'zh-Hans': '案号唯一、绝不重复使用，且按年份和当事方连续无缺。',
    },
    why: {
      en: 'A gap in the numbers would make people ask which case was made to disappear.',
      'zh-Hans': '案号如有空缺，人们会追问哪一案件被抹去。',
    },
    changes: {
      en: 'Numbers can be counted. One that was allocated is used even if a withdrawal arrives meanwhile.',
      'zh-Hans': '案号可以逐一点数；已编定的案号即使其间收到撤回亦予使用。',
    },
  },
  'I-28': {
    sentence: {
      en:
        'The same filing sent twice with the same idempotency key gives one case and the same receipt; the same ' +
        'key with other content is refused.',
      'zh-Hans': '以同一幂等键重复提交同一申诉，只产生一个案件和同一回执；以同一键提交其他内容的，予以拒绝。',
    },
    why: {
      en: 'Networks fail between the act and its answer, and the sender cannot know on which side.',
      'zh-Hans': '网络可能在行为与应答之间中断，发送者无从得知中断于何处。',
    },
    changes: {
      en:
        'If no answer came, send the same thing again with the same Idempotency-Key. For another thing take ' +
        'another key.',
      'zh-Hans': '未收到应答时，以相同的 Idempotency-Key 重新发送相同内容；发送其他内容须另用新键。',
    },
  },
  'I-29': {
    sentence: {
      en:
        'A registered case states at least one measure (with instrument and date), one legal basis, one remedy and ' +
        'a public summary in both languages.',
      'zh-Hans': '已登记的案件至少载明一项措施（含文件名称和日期）、一项法律依据、一项救济请求，以及双语公开摘要。',
    },
    why: {
      en: 'A respondent must know what is complained of, and the public what the case is about.',
      'zh-Hans': '被申诉方须知悉所申诉的事项，公众须知悉案件内容。',
    },
    changes: {
      en: 'The check before filing tells everything that is missing at once. The registry looks at form only.',
      'zh-Hans': '提交前的核对一次列明全部缺项；登记处仅作形式审查。',
    },
  },
  'I-30': {
    sentence: {
      en: "Withdrawal closes the withdrawing party's claims only; consolidated cases and counter-grievances live on.",
      'zh-Hans': '撤回仅终结撤回方的主张；已合并的案件和反申诉继续进行。',
    },
    why: {
      en: 'Nobody can give up what belongs to somebody else.',
      'zh-Hans': '任何人不得放弃属于他人的权利。',
    },
    changes: {
      en: 'A withdrawal names what it withdraws. What others have filed goes on under its own number.',
      'zh-Hans': '撤回须载明撤回的内容；他人提交的案件依其案号继续进行。',
    },
  },
  'I-31': {
    sentence: {
      en:
        "Consolidation keeps each case's number, parties, claims and clocks; the joint timetable is never later " +
        'than the latest single one.',
      'zh-Hans': '合并保留每一案件的案号、当事方、主张和期限；共同时间表不晚于各案中最晚者。',
    },
    why: {
      en: 'Hearing cases together should spare work and cost nobody time.',
      'zh-Hans': '合并旨在节省工作，而不使任何一方丧失时间。',
    },
    changes: {
      en: 'Each case keeps its own page, dates and outcome.',
      'zh-Hans': '每一案件保留各自的页面、日期和结果。',
    },
  },
  'I-32': {
    sentence: {
      en: 'A counter-grievance on a distinct matter is a separate case and cannot delay the first.',
      'zh-Hans': '就不同事项提出的反申诉为独立案件，不得延误前一案件。',
    },
    why: {
      en: 'Filing back is a right, and must not become a way to slow the first case down.',
      'zh-Hans': '反申诉是一项权利，但不得成为拖延前案的手段。',
    },
    changes: {
      en: 'It gets a number, a panel and clocks of its own.',
      'zh-Hans': '该申诉享有自己的案号、专家组和期限。',
    },
  },
} as const satisfies Readonly<Record<string, RuleTexts>>;
