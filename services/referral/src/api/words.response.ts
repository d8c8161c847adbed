import { Shown } from '@parley/platform';

/** The secretariat's own words. */
export class ReferralWordsShown {
  @Shown({ meaning: 'In English.', example: 'World Trade Organization' })
  readonly en: string;

  @Shown({ meaning: 'In Chinese.', example: '世界贸易组织' })
  readonly 'zh-Hans': string;
}
