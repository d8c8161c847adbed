import { Shown } from '@parley/http';

/** The secretariat's own words. */
export class ReferralWordsShown {
  @Shown({ meaning: 'In English.', example: 'World Trade Organization', kind: 'sentence' })
  readonly en: string;

  @Shown({ meaning: 'In Chinese.', example: '世界贸易组织', kind: 'sentence' })
  readonly 'zh-Hans': string;
}
