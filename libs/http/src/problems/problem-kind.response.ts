import { ApiSchema } from '@nestjs/swagger';
import { BilingualShown } from '../fields/bilingual.response';
import { ListEndShown } from '../paging/page.response';
import { Shown } from '../fields/shown.decorator';
import type { ProblemKind } from './problem-kind';

@ApiSchema({ description: 'A problem and what it means.' })
export class ProblemKindShown implements ProblemKind {
  @Shown({
    meaning: 'Stable code.',
    example: 'reply-out-of-time',
    schema: { $ref: '#/components/schemas/ProblemCode' },
  })
  readonly code: string;

  @Shown({ meaning: 'HTTP status.', example: 409, schema: { type: 'integer' } })
  readonly status: number;

  @Shown({ meaning: 'What kind of problem it is, in a few words.', type: () => BilingualShown })
  readonly title: BilingualShown;

  @Shown({ meaning: 'The rule that refuses, where there is one.', optional: true, kind: 'rule' })
  readonly rule?: string;

  @Shown({ meaning: 'The sentence in English.', example: 'The time for a reply has passed.', kind: 'sentence' })
  readonly en: string;

  @Shown({ meaning: 'The sentence in Chinese.', example: '答复期限已过。', kind: 'sentence' })
  readonly 'zh-Hans': string;
}

@ApiSchema({ description: 'An act that quotes a rule, or may meet a problem.' })
export class QuotingActShown {
  @Shown({ meaning: 'Method and path.', example: 'POST /v1/cases', max: 300 })
  readonly operation: string;

  @Shown({ meaning: 'What it does, in English.', example: 'File a grievance', max: 300 })
  readonly summary: string;
}

@ApiSchema({ description: 'A problem with the acts that may meet it.' })
export class ProblemShown extends ProblemKindShown {
  @Shown({
    meaning: 'The acts whose rules refuse in this way; empty for a problem that any request may meet.',
    type: () => QuotingActShown,
    list: true,
  })
  readonly acts: readonly QuotingActShown[];
}

@ApiSchema({ description: 'Every problem of this installation.' })
export class ProblemsShown extends ListEndShown {
  @Shown({
    meaning: 'Every problem that this installation can answer with, by code.',
    type: () => ProblemKindShown,
    list: true,
  })
  readonly items: readonly ProblemKindShown[];
}
