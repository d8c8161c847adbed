import { Shown } from '@parley/http';

export class BilingualShown {
  @Shown({ meaning: 'In English.', example: 'No remedy is sought.', kind: 'sentence' })
  readonly en: string;

  @Shown({ meaning: 'In Chinese.', example: '未提出任何救济请求。', kind: 'sentence' })
  readonly 'zh-Hans': string;
}
