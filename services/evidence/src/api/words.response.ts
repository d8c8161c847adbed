import { Shown } from '@parley/http';

export class EvidenceWordsShown {
  @Shown({ meaning: 'In English.', kind: 'sentence' })
  readonly en: string;

  @Shown({ meaning: 'In simplified Chinese.', kind: 'sentence', example: '译文期限已过。' })
  readonly 'zh-Hans': string;
}
