import type { Bilingual } from '@parley/kernel';

/** The words of the docket's feeds. */
export const feedWords = {
  title: { en: 'Public docket: every entry', 'zh-Hans': '公开案件登记簿：全部条目' },
  description: {
    en:
      'Serials run 1, 2, 3 … without a gap and never change: nothing was left out. The secretariat ' +
      'advises; it does not judge.',
    'zh-Hans': '序号为 1、2、3……连续不断且永不更改：没有遗漏。秘书处提供意见，不作裁决。',
  },
  author: { en: 'Dispute Screening Secretariat', 'zh-Hans': '争端筛查秘书处' },
} as const satisfies Record<string, Bilingual>;
