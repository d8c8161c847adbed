import type { RuleTexts } from './rule-texts';

/** What the public reads. */
export const PUBLICATION = {
  'I-55': {
    sentence: {
      en:
        'Every registered case has a public docket line in both languages within 1 JBD: number, parties, subject, ' +
        'stage, next deadline, and whether calls were answered.',
      'zh-Hans':
        '每一已登记案件在 1 个共同工作日内有双语公开登记条目：案号、当事方、事由、阶段、下一期限，以及通话是否获应' +
        '答。',
    },
    why: {
      en: 'Citizens of both countries may know what their governments argue about, and who does not pick up.',
      'zh-Hans': '两国公民有权知悉两国政府争议的事项，以及何方未予应答。',
    },
    changes: {
      en: 'The docket needs no account. What a case is about can be read there in two minutes.',
      'zh-Hans': '公开登记簿无需账户，两分钟即可了解案件内容。',
    },
  },
  'I-56': {
    sentence: {
      en: 'The public docket can be rebuilt from the public log alone.',
      'zh-Hans': '仅凭公开日志即可重建公开登记簿。',
    },
    why: {
      en: 'A page could be dressed up, while a log that everybody has cannot.',
      'zh-Hans': '页面可以修饰，人人持有的日志则不能。',
    },
    changes: {
      en: 'Take the log and fold it yourself. The docket must come out.',
      'zh-Hans': '请取得日志自行重建，所得应即为登记簿。',
    },
  },
  'I-57': {
    sentence: {
      en:
        'Nothing on the docket is published first in one language or to one side; a text whose translation failed ' +
        'its time says so.',
      'zh-Hans': '登记簿内容不先以一种语言公布，亦不先向一方公布；译文未按期完成的文本予以载明。',
    },
    why: {
      en: 'Who reads first explains it to the rest of the world.',
      'zh-Hans': '先读者即先向世界作出解释。',
    },
    changes: {
      en: 'Both languages appear at one instant and are of equal rank.',
      'zh-Hans': '两种语言同时公布，效力相等。',
    },
  },
} as const satisfies Readonly<Record<string, RuleTexts>>;
