import { Shown } from '../fields/shown.decorator';
import type { ProblemKind } from './problem-kind';

export class ProblemKindShown implements ProblemKind {
  @Shown({ meaning: 'Stable code.', example: 'reply-out-of-time', kind: 'word' })
  readonly code: string;

  @Shown({ meaning: 'HTTP status.', example: 409, schema: { type: 'integer' } })
  readonly status: number;

  @Shown({
    meaning: 'What kind of problem it is, in English.',
    example: 'Refused by a rule of procedure',
    kind: 'sentence',
  })
  readonly title: string;

  @Shown({ meaning: 'The rule that refuses, where there is one.', optional: true, kind: 'rule' })
  readonly rule?: string;

  @Shown({ meaning: 'The sentence in English.', example: 'The time for a reply has passed.', kind: 'sentence' })
  readonly en: string;

  @Shown({ meaning: 'The sentence in Chinese.', example: '答复期限已过。', kind: 'sentence' })
  readonly 'zh-Hans': string;
}
