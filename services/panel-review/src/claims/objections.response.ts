import { ApiSchema } from '@nestjs/swagger';
import { Shown } from '@parley/http';

/** The kinds of objection that a reply may raise, as the intake tells them. */
const OBJECTIONS = ['security', 'characterisation', 'other-forum', 'not-a-measure', 'time'] as const;
const DISPOSALS = ['sustained', 'not-sustained', 'not-agreed'] as const;

@ApiSchema({ description: 'An objection before the panel (I-73).' })
export class ObjectionAtIssueShown {
  @Shown({ meaning: 'Id of the objection, by its place in the reply.', example: 'objection:1', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'Kind of objection.', values: OBJECTIONS })
  readonly kind: string;

  @Shown({
    meaning: 'Ids of the claims against which it is raised; empty where it is raised against all of the complainant.',
    type: () => String,
    list: true,
    kind: 'claim',
  })
  readonly claims: readonly string[];
}

@ApiSchema({ description: 'How an objection is disposed of (I-73).' })
export class DisposalShown {
  @Shown({ meaning: 'Id of the objection.', example: 'objection:1', kind: 'word' })
  readonly objectionId: string;

  @Shown({ meaning: 'Kind of objection.', values: OBJECTIONS })
  readonly kind: string;

  @Shown({
    meaning: 'Ids of the claims against which it was raised. Where it is sustained they are not screened (S4).',
    type: () => String,
    list: true,
    kind: 'claim',
  })
  readonly claimIds: readonly string[];

  @Shown({ meaning: 'How it was disposed of, by the majority of I-12.', values: DISPOSALS })
  readonly outcome: string;
}
